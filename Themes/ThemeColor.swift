/// A colour as a theme file gives it.
public struct ThemeColor: Hashable, Sendable {
    /// The number in the 16-colour palette; nil for the terminal's own colour.
    public let basic: UInt8?
    /// The number used on 256-colour terminals, when the file gives one.
    public let extended: UInt8?

    /// A colour.
    ///
    /// - Parameters:
    ///   - basic: 0–15, or nil for the terminal's own colour.
    ///   - extended: 0–255, or nil to use `basic` everywhere.
    public init(basic: UInt8?, extended: UInt8? = nil) {
        self.basic = basic
        self.extended = extended
    }

    /// The terminal's own colour.
    public static let standard = ThemeColor(basic: nil)

    /// The names of the sixteen colours, in the order of their numbers.
    public static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow",
        "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// Reads a colour's name.
    ///
    /// - Parameter text: `default`, one of ``names``, either with `/` and a number 0–255 for 256-colour terminals, such as
    ///   `bright-cyan/81`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2 else { return nil }
        var extended: UInt8?
        if parts.count == 2 {
            guard let number = UInt8(parts[1]) else { return nil }
            extended = number
        }
        if name == "default" {
            self.init(basic: nil, extended: extended)
        } else if let index = Self.names.firstIndex(of: String(name)) {
            self.init(basic: UInt8(index), extended: extended)
        } else {
            return nil
        }
    }
}
