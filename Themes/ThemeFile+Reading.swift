import FoundationEssentials

extension ThemeFile {
    /// Reads a theme file.
    ///
    /// ```
    /// {
    ///     zh: "深色", en: "Dark", inherits: "sixteen",
    ///     picture: { foreground: "#d0d0d0", background: "#1c1c1c" },
    ///     roles: { title: { foreground: "bright-cyan/81", bold: true } },
    /// }
    /// ```
    ///
    /// A role that is described replaces the inherited one whole.
    ///
    /// - Parameters:
    ///   - name: the file's name without `.json5`; it becomes the theme's name.
    ///   - bytes: JSON5 in UTF-8.
    /// - Throws: ``ThemeError`` naming the line and the role for anything misspelt.
    public init(name: String, bytes: [UInt8]) throws(ThemeError) {
        let source = ThemeSource(file: name, text: String(decoding: bytes, as: UTF8.self))
        let raw: RawTheme
        do {
            let decoder = JSONDecoder()
            decoder.allowsJSON5 = true
            raw = try decoder.decode(RawTheme.self, from: Data(bytes))
        } catch {
            throw source.error(decoding: error)
        }
        var styles: [Role: ThemeStyle] = [:]
        for (key, value) in raw.roles.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(rawValue: key) else {
                throw source.error(
                    at: [key], role: key, zh: "没有这一项；可用的有 \(Self.roleNames)",
                    en: "no such role; there are \(Self.roleNames)")
            }
            styles[role] = ThemeStyle(
                foreground: try source.color(value.foreground, of: key),
                background: try source.color(value.background, of: key),
                isBold: value.bold ?? false, isDim: value.dim ?? false,
                isUnderlined: value.underline ?? false, isReversed: value.reverse ?? false)
        }
        self.name = name
        zh = raw.zh
        en = raw.en
        inherits = raw.inherits
        pictureForeground = try source.hexadecimal(raw.picture?.foreground, of: "foreground")
        pictureBackground = try source.hexadecimal(raw.picture?.background, of: "background")
        self.styles = styles
    }

    private static var roleNames: String { Role.allCases.map(\.rawValue).joined(separator: " ") }
}
