/// Where a key means something: a kind of widget, a pane, or everywhere.
///
/// Keys are looked up from the inside out.
public struct KeyContext: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as the key map file has it.
    public let rawValue: String

    /// Takes a name; panes name their own.
    ///
    /// - Parameter rawValue: lower case words with hyphens.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Takes a text.
    public init(stringLiteral value: String) { rawValue = value }

    /// Everywhere; looked up last.
    public static let global: KeyContext = "global"
    /// A list with a selected row.
    public static let list: KeyContext = "list"
    /// A text to read.
    public static let detail: KeyContext = "detail"
    /// A form, whatever field is focused.
    public static let form: KeyContext = "form"
    /// A field of one line.
    public static let field: KeyContext = "field"
    /// A text of several lines.
    public static let editor: KeyContext = "editor"
    /// A field with a few values to choose from.
    public static let choice: KeyContext = "choice"
    /// The rows of a sub-table.
    public static let rows: KeyContext = "rows"
    /// A question or message on top of the screen.
    public static let dialog: KeyContext = "dialog"
    /// A question that is answered by typing one line.
    public static let prompt: KeyContext = "prompt"

    /// Whether typed characters are text there, so that no plain character can be a key.
    public var takesText: Bool { self == .field || self == .editor || self == .choice }

    /// The text as stored.
    public var description: String { rawValue }

    /// Orders by place or name.
    ///
    /// - Parameters:
    ///   - left: one.
    ///   - right: the other.
    /// - Returns: whether the left one comes first.
    public static func < (left: KeyContext, right: KeyContext) -> Bool { left.rawValue < right.rawValue }
}
