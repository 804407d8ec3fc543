/// The themes that come with the program.
public enum BuiltInThemes {
    /// Their names, the default first.
    public static let names = ["dark", "light", "high-contrast", "sixteen", "mono"]

    /// The bytes of a theme's file.
    ///
    /// - Parameter name: one of ``names``.
    /// - Returns: JSON5 in UTF-8; nil for another name.
    public static func bytes(of name: String) -> [UInt8]? {
        switch name {
        case "dark": PackageResources.dark_json5
        case "light": PackageResources.light_json5
        case "high-contrast": PackageResources.high_contrast_json5
        case "sixteen": PackageResources.sixteen_json5
        case "mono": PackageResources.mono_json5
        default: nil
        }
    }

    /// A built-in theme's file.
    ///
    /// - Parameter name: the theme's name.
    /// - Returns: the file; nil for a name that is not in ``names``.
    /// - Throws: ``ThemeError`` when the file is faulty.
    public static func file(_ name: String) throws(ThemeError) -> ThemeFile? {
        guard let bytes = bytes(of: name) else { return nil }
        return try ThemeFile(name: name, bytes: bytes)
    }

    /// A built-in theme.
    ///
    /// - Parameter name: the theme's name.
    /// - Returns: the theme; nil for a name that is not in ``names``.
    /// - Throws: ``ThemeError`` when the file is faulty.
    public static func theme(_ name: String) throws(ThemeError) -> Theme? {
        guard let file = try file(name) else { return nil }
        return try Theme(file, ancestor: BuiltInThemes.file)
    }
}
