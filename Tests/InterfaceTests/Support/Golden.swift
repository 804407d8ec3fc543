import Interface
import Terminal
import Testing

/// Compares a screen with what it should look like; a difference shows both whole.
func expectScreen(_ shown: String, _ expected: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(shown == expected, "\nSHOWN\n\(shown)\nEND", sourceLocation: location)
}

/// Draws something on a screen of its own; the caret's cell is marked by ‸.
func drawn(_ rows: Int, _ columns: Int, look: Look = Look(), _ draw: (inout Canvas, Rect, Look) -> Void) -> String {
    var canvas = look.canvas(Size(rows: rows, columns: columns))
    draw(&canvas, canvas.bounds, look)
    return canvas.textWithCaret()
}
