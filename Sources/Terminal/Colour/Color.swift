/// A colour for 16-colour terminals, with an optional richer one for 256-colour terminals.
///
/// Sixteen colours are the design (`DESIGN.md` §6): the officer's terminal settings decide how they look. The extended
/// number is used only where the terminal has 256 colours.
public struct Color: Hashable, Sendable {
    /// Basic number in bits 0–4 (16 = the terminal's own), extended number + 1 in bits 5–13 (0 = none).
    private let bits: UInt16

    private init(bits: UInt16) { self.bits = bits }

    /// A colour of the 16-colour palette.
    ///
    /// - Parameters:
    ///   - basic: 0–7 plain, 8–15 bright, in the ANSI order black, red, green, yellow, blue, magenta, cyan, white.
    ///   - extended: the number used on a 256-colour terminal; nil uses `basic` there as well.
    public init(basic: UInt8, extended: UInt8? = nil) {
        bits = UInt16(basic & 15) | (extended.map { UInt16($0) + 1 } ?? 0) << 5
    }

    /// The terminal's own colour, with an optional number for 256-colour terminals.
    ///
    /// - Parameter extended: the number used on a 256-colour terminal; nil keeps the terminal's own.
    /// - Returns: the colour.
    public static func standard(extended: UInt8?) -> Color {
        Color(bits: 16 | (extended.map { UInt16($0) + 1 } ?? 0) << 5)
    }

    /// The terminal's own foreground or background.
    public static let standard = Color(bits: 16)

    /// The number in the 16-colour palette; nil for the terminal's own colour.
    public var basic: UInt8? { bits & 31 == 16 ? nil : UInt8(bits & 31) }
    /// The number in the 256-colour palette, when one was given.
    public var extended: UInt8? { bits >> 5 == 0 ? nil : UInt8((bits >> 5) - 1) }

    /// The palette number to use on a terminal of the given depth.
    ///
    /// Eight-colour terminals get the plain colour for a bright one; the caller may add bold.
    ///
    /// - Parameter depth: what the terminal can show.
    /// - Returns: the number, or nil for the terminal's own colour.
    public func number(at depth: ColorDepth) -> UInt8? {
        switch depth {
        case .mono: nil
        case .eight: basic.map { $0 & 7 }
        case .sixteen: basic
        case .twoHundredFiftySix: extended ?? basic
        }
    }
}
