/// How many colours a terminal shows.
public enum ColorDepth: Int, Comparable, Sendable, CaseIterable {
    /// No colour: attributes only. Chosen by NO_COLOR and by terminals without colour.
    case mono = 0
    /// Eight colours (Linux console, `xterm`, `screen`).
    case eight = 8
    /// Sixteen colours: the design.
    case sixteen = 16
    /// 256 colours: the enrichment.
    case twoHundredFiftySix = 256

    /// Orders depths by how many colours they show.
    ///
    /// - Parameters:
    ///   - left: one depth.
    ///   - right: the other.
    /// - Returns: true when `left` shows fewer colours.
    public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
