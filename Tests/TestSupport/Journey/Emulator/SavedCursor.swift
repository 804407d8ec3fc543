/// What DECSC keeps.
struct SavedCursor: Sendable {
    var row = 0
    var column = 0
    var style = CellStyle()
    var lineDrawing = [false, false]
    var shifted = 0
    var wrapPending = false
}
