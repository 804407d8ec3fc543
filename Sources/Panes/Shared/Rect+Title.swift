import Interface

extension Rect {
    /// What is left of a screen below its title and a free row.
    var belowTitle: Rect {
        Rect(row: origin.row + 2, column: origin.column, rows: size.rows - 2, columns: size.columns)
    }
}
