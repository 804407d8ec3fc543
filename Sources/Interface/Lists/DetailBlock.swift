public import Themes

/// A part of a text to read.
public enum DetailBlock: Hashable, Sendable {
    /// A heading.
    case heading(StyledLine)
    /// A paragraph that is wrapped; line feeds start new lines.
    case paragraph(String, role: Role = .text)
    /// One line that is cut, with something at its right edge.
    case line(StyledLine, right: StyledLine? = nil)
    /// A name and what belongs to it; the text is wrapped beside the name.
    case entry(String, StyledLine, right: StyledLine? = nil)
    /// A rule across.
    case rule
    /// A free row.
    case space
}
