import TestSupport
import Testing

/// What the officer sits in front of: a window, colours, an encoding, and a keyboard with or without F-keys.
struct Setting: Sendable, CustomTestStringConvertible {
    let name: String
    var size = TerminalSize.standard
    var keys = Keyboard.functionKeys
    var charset = TerminalCharset.utf8
    /// The theme that was chosen before; nil for the one that is shipped.
    var theme: String?
    /// Variables besides those of every journey.
    var variables: [String: String] = [:]

    var testDescription: String { name }

    /// 80×24, dark, all keys.
    static let standard = Setting(name: "80×24")

    /// The settings every story is told in.
    static let all =
        [
            standard,
            Setting(name: "100×30", size: .wide),
            Setting(name: "200×60", size: TerminalSize(columns: 200, rows: 60)),
            Setting(name: "the light theme", theme: "light"),
            Setting(name: "NO_COLOR=1", variables: ["NO_COLOR": "1"]),
            Setting(name: "Ctrl keys and digits for F-keys", keys: .controlKeys),
            Setting(name: "the palette for F-keys", size: .wide, keys: .palette),
        ] + (BuiltLocale.canBuild ? [gb18030] : [])

    /// A terminal that speaks GB18030.
    static let gb18030 = Setting(name: "GB18030", charset: .gb18030)
}
