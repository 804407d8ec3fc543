/// How confidential a record is.
///
/// Domain levels C1 to C3.
public enum Confidentiality: Int, Sendable, Comparable, CaseIterable {
    /// Ordinary.
    case c1 = 1
    /// The named officer and deputy only.
    case c2 = 2
    /// As C2; nothing that tells who or where is shown in lists, printed outside the statutory form, or counted below three.
    case c3 = 3

    /// Whether one stands before the other.
    public static func < (left: Confidentiality, right: Confidentiality) -> Bool { left.rawValue < right.rawValue }
}
