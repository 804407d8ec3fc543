/// One replacement of a piece of text: what the layout of an editor needs to know of it.
struct TextEdit: Hashable, Sendable {
    /// Where it begins.
    let start: TextPosition
    /// Where the replaced piece ended.
    let oldEnd: TextPosition
    /// Where the new piece ends.
    let newEnd: TextPosition
}
