/// A frame: a grid of cells and a caret, as a value.
///
/// Every frame is drawn from state into a canvas and then handed to a ``Screen``, which sends only what changed. The
/// canvas alone owns wide characters: whatever is written, no half of one is ever left standing, nothing wide starts in
/// the last column, and the bottom right cell stays blank because terminals scroll when it is written.
public struct Canvas: Sendable {
    /// The extent in cells.
    public let size: Size
    /// The widths used for everything written here.
    public let textWidth: TextWidth
    /// The cells, row by row.
    public internal(set) var cells: [Cell]
    /// Where the terminal's cursor goes: the place of the next character in a field, the selected row in a list.
    ///
    /// The window of an input method opens here, so every frame should set it.
    public var caret: Point?
    /// Whether this is drawn onto another canvas, so that its own bottom right cell may be used.
    public let isPopup: Bool
    /// Whether the cursor is shown at the caret; it is moved there in any case.
    public var isCaretVisible = false

    /// A blank canvas.
    ///
    /// - Parameters:
    ///   - size: the extent in cells.
    ///   - textWidth: the widths of the screen it will be shown on (``Screen/textWidth``).
    ///   - style: how the blank cells look.
    ///   - isPopup: whether it will be drawn onto another canvas, so that its own bottom right cell may be used.
    public init(size: Size, textWidth: TextWidth = .standard, style: Style = .plain, isPopup: Bool = false) {
        self.size = size
        self.textWidth = textWidth
        self.isPopup = isPopup
        cells = Array(repeating: .blank(style), count: size.rows * size.columns)
    }

    /// The whole canvas as a rectangle.
    public var bounds: Rect { Rect(origin: .zero, size: size) }

    /// One cell.
    ///
    /// - Parameter point: a place inside the canvas.
    /// - Returns: the cell, or nil outside the canvas.
    public subscript(point: Point) -> Cell? {
        bounds.contains(point) ? cells[point.row * size.columns + point.column] : nil
    }

    /// How many columns of a row can hold text: two fewer on the last row of a screen.
    ///
    /// The bottom right cell makes terminals scroll. Where a terminal cannot switch that off (`screen`, `tmux`), ncurses 6.4
    /// takes the right half of a wide character that ends one cell before it for that cell, and inserts a blank into it.
    ///
    /// - Parameter row: the row.
    /// - Returns: the number of usable columns.
    public func usableColumns(inRow row: Int) -> Int {
        row == size.rows - 1 && !isPopup ? max(0, size.columns - 2) : size.columns
    }

    /// Puts the caret somewhere.
    ///
    /// - Parameters:
    ///   - point: where the next character will go; clamped to the canvas when shown.
    ///   - visible: whether the cursor is shown.
    public mutating func placeCaret(at point: Point, visible: Bool = true) {
        caret = point
        isCaretVisible = visible
    }
}

extension Canvas: Equatable {
    /// Compares what would be seen: cells, extent and caret.
    ///
    /// - Parameters:
    ///   - left: one canvas.
    ///   - right: the other.
    /// - Returns: true when both look the same.
    public static func == (left: Canvas, right: Canvas) -> Bool {
        left.size == right.size && left.caret == right.caret && left.isCaretVisible == right.isCaretVisible
            && left.cells == right.cells
    }
}
