import Records

@testable import Interface

extension TextEditor {
    /// Where the rows of a paragraph begin.
    func rowStarts(of paragraph: Int) -> [Int] {
        var copy = self
        return copy.rows(of: paragraph).starts
    }
}

extension Label {
    static let nothingToUndo = Texts.undoNothing
}
