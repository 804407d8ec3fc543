/// One theme file, read but not yet completed by the theme it inherits.
public struct ThemeFile: Hashable, Sendable {
    /// The name used in settings: the file's name without `.json5`.
    public let name: String
    /// The name shown, in Chinese.
    public let zh: String
    /// The name shown, in English.
    public let en: String
    /// The theme that fills in what this one leaves out.
    public let inherits: String?
    /// The colour text has on pictures where the terminal's own is meant, as `#rrggbb`.
    public let pictureForeground: String?
    /// The colour the ground has on pictures where the terminal's own is meant, as `#rrggbb`.
    public let pictureBackground: String?
    /// The roles the file itself describes.
    public let styles: [Role: ThemeStyle]
}
