/// How one cell is drawn: what SGR sets.
package struct CellStyle: Hashable, Sendable {
    package var bold = false
    package var dim = false
    package var italic = false
    package var underline = false
    package var blink = false
    package var reverse = false
    package var invisible = false
    package var struck = false
    package var foreground = TerminalColor.standard
    package var background = TerminalColor.standard

    /// Makes the style a terminal has after a reset.
    package init() {}

    /// The style of an erased cell: xterm-256color has `bce`, so only the background stays.
    package var erased: CellStyle {
        var blank = CellStyle()
        blank.background = background
        return blank
    }
}
