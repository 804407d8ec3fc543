/// How a cell looks: two colours and attributes.
public struct Style: Hashable, Sendable {
    /// Attributes that need no colour.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt8

        /// Attributes from their bits.
        ///
        /// - Parameter rawValue: the bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Bold.
        public static let bold = Attributes(rawValue: 1)
        /// Dim.
        public static let dim = Attributes(rawValue: 2)
        /// Underlined.
        public static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged: the selection, also without colour.
        public static let reverse = Attributes(rawValue: 8)
    }

    /// The colour of the text.
    public var foreground: Color
    /// The colour behind the text.
    public var background: Color
    /// Bold, dim, underline, reverse.
    public var attributes: Attributes

    /// A style.
    ///
    /// - Parameters:
    ///   - foreground: the colour of the text.
    ///   - background: the colour behind the text.
    ///   - attributes: bold, dim, underline, reverse.
    public init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own colours, no attributes.
    public static let plain = Style()

    /// The same colours with attributes added.
    ///
    /// - Parameter added: the attributes to add.
    /// - Returns: the new style.
    public func adding(_ added: Attributes) -> Style {
        var copy = self
        copy.attributes.formUnion(added)
        return copy
    }
}
