/// How one role looks, as a theme file gives it.
public struct ThemeStyle: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: ThemeColor
    /// The colour behind the text.
    public var background: ThemeColor
    /// Bold.
    public var isBold: Bool
    /// Dim.
    public var isDim: Bool
    /// Underlined.
    public var isUnderlined: Bool
    /// Foreground and background exchanged.
    public var isReversed: Bool

    /// A style.
    ///
    /// - Parameters:
    ///   - foreground: the colour of the text.
    ///   - background: the colour behind the text.
    ///   - isBold: whether it is bold.
    ///   - isDim: whether it is dim.
    ///   - isUnderlined: whether it is underlined.
    ///   - isReversed: whether foreground and background are exchanged.
    public init(
        foreground: ThemeColor = .standard, background: ThemeColor = .standard, isBold: Bool = false,
        isDim: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.isBold = isBold
        self.isDim = isDim
        self.isUnderlined = isUnderlined
        self.isReversed = isReversed
    }
}
