/// A style as one terminal can show it.
public struct ResolvedStyle: Hashable, Sendable {
    /// The palette number of the text; nil for the terminal's own colour.
    public var foreground: UInt8?
    /// The palette number behind the text; nil for the terminal's own colour.
    public var background: UInt8?
    /// The attributes, with bold added where it stands for a bright colour.
    public var attributes: Style.Attributes

    /// Fits a style to a terminal.
    ///
    /// With eight colours a bright text colour becomes the plain one in bold, and grey (bright black) the terminal's own
    /// colour: bold black is invisible on many terminals.
    ///
    /// - Parameters:
    ///   - style: the style wanted.
    ///   - depth: what the terminal can show.
    public init(_ style: Style, at depth: ColorDepth) {
        foreground = style.foreground.number(at: depth)
        background = style.background.number(at: depth)
        attributes = style.attributes
        guard depth == .eight else { return }
        if style.foreground.basic == 8 {
            foreground = nil
        } else if (style.foreground.basic ?? 0) > 8 {
            attributes.insert(.bold)
        }
        if style.background.basic == 8 { background = nil }
        if let foreground, foreground == background { self.foreground = foreground == 0 ? 7 : 0 }
    }
}
