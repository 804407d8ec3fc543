/// A colour as a terminal program asks for it.
package enum TerminalColor: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the 256 palette entries; 0–15 are the colours the design uses.
    case palette(UInt8)
    /// A direct colour.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}
