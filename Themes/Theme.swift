/// A complete theme: every role has a style.
public struct Theme: Hashable, Sendable {
    /// The name used in settings.
    public let name: String
    /// The name shown, in Chinese.
    public let zh: String
    /// The name shown, in English.
    public let en: String
    /// The colour of ordinary text on pictures, as `#rrggbb`.
    public let pictureForeground: String
    /// The colour of the ground on pictures, as `#rrggbb`.
    public let pictureBackground: String

    private let styles: [Role: ThemeStyle]

    /// How a role looks.
    ///
    /// - Parameter role: the role.
    /// - Returns: its style.
    public subscript(role: Role) -> ThemeStyle { styles[role] ?? ThemeStyle() }

    /// Completes a file with the themes it inherits.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - ancestor: finds the file with a given name; nil when there is none.
    /// - Throws: ``ThemeError`` when a theme inherited does not exist or inherits itself, or when a role is left without a
    ///   style.
    public init(_ file: ThemeFile, ancestor: (String) throws(ThemeError) -> ThemeFile?) throws(ThemeError) {
        var styles = file.styles
        var foreground = file.pictureForeground
        var background = file.pictureBackground
        var seen = [file.name]
        var current = file
        while let name = current.inherits {
            guard !seen.contains(name) else {
                throw ThemeError(
                    file: file.name, line: nil, role: nil, reasonZh: "inherits 绕成了圈：\(seen.joined(separator: " → "))",
                    reasonEn: "inherits runs in a circle: \(seen.joined(separator: " → "))")
            }
            guard let next = try ancestor(name) else {
                throw ThemeError(
                    file: current.name, line: nil, role: nil, reasonZh: "inherits 的主题“\(name)”不存在",
                    reasonEn: "inherits \"\(name)\", which does not exist")
            }
            styles.merge(next.styles) { own, _ in own }
            foreground = foreground ?? next.pictureForeground
            background = background ?? next.pictureBackground
            seen.append(name)
            current = next
        }
        if let missing = Role.allCases.first(where: { styles[$0] == nil }) {
            throw ThemeError(
                file: file.name, line: nil, role: missing.rawValue, reasonZh: "没有写这一项，也没有从 inherits 得到",
                reasonEn: "has no style, and inherits none")
        }
        self.name = file.name
        zh = file.zh
        en = file.en
        pictureForeground = foreground ?? "#d0d0d0"
        pictureBackground = background ?? "#000000"
        self.styles = styles
    }
}
