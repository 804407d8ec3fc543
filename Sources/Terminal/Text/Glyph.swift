/// What one cell (or one wide pair of cells) shows: up to five Unicode scalars, packed.
///
/// ncurses keeps at most five scalars per cell (`CCHARW_MAX`), so five times 21 bits is all that is ever needed, and a
/// grid of cells holds no references: copying and comparing a canvas costs what copying and comparing memory costs.
public struct Glyph: Hashable, Sendable {
    private var low: UInt64
    private var high: UInt64

    /// The most scalars a cell can hold.
    public static let capacity = 5
    /// A space.
    public static let space = Glyph(" ")

    /// A glyph of one scalar.
    ///
    /// - Parameter scalar: what to show; NUL counts as a space.
    public init(_ scalar: Unicode.Scalar) {
        low = UInt64(scalar.value == 0 ? 32 : scalar.value)
        high = 0
    }

    /// Adds a scalar, such as a combining mark.
    ///
    /// - Parameter scalar: the scalar to add.
    /// - Returns: false, changing nothing, when the glyph is full.
    @discardableResult
    public mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        let value = UInt64(scalar.value)
        if low >> 21 == 0 {
            low |= value << 21
        } else if low >> 42 == 0 {
            low |= value << 42
        } else if high == 0 {
            high = value
        } else if high >> 21 == 0 {
            high |= value << 21
        } else {
            return false
        }
        return true
    }

    /// The only scalar, when there is exactly one.
    var single: Unicode.Scalar? { low >> 21 == 0 ? Unicode.Scalar(UInt32(truncatingIfNeeded: low)) : nil }

    /// Calls a function with each scalar, base first.
    ///
    /// - Parameter body: called once per scalar.
    public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        for word in [low, high] {
            var rest = word
            while rest != 0 {
                if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: rest & 0x1F_FFFF)) { body(scalar) }
                rest >>= 21
            }
        }
    }

    /// The glyph as text.
    public var text: String {
        if let single { return String(Character(single)) }
        var view = String.UnicodeScalarView()
        forEachScalar { view.append($0) }
        return String(view)
    }
}
