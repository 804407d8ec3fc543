/// The text of a key map file: the shipped one, or the officer's own.
///
/// One binding a line: `bind <context> <key> <action>`; `unbind <context> <key>` takes one away. Empty lines and lines that
/// begin with `#` say nothing. Keys are written as hints show them: `Ctrl-S`, `F2`, `PgUp`, `Space`, `?`.
public struct KeyMapFile: Hashable, Sendable {
    /// What the officer knows it by; appears in problems.
    public let name: String
    /// The text.
    public let text: String

    /// A key map file.
    ///
    /// - Parameters:
    ///   - name: what the officer knows it by.
    ///   - text: the text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// The bindings that are shipped; they go through the same parser as the officer's own.
    public static let shipped = KeyMapFile(
        name: "keys.conf", text: String(decoding: PackageResources.keys_conf, as: UTF8.self))
}
