public import Records

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

extension Confidentiality {
    /// How confidential a record is.
    ///
    /// - Parameters:
    ///   - values: the record.
    ///   - type: its type.
    /// - Returns: its level; the strictest for a follow-up whose kind is not known.
    public static func level(of values: FieldValues, _ type: TypeID) -> Confidentiality {
        switch type {
        case Followup.type.id: Followup.confidentiality(of: values)
        case FollowupEntry.type.id:
            values[FollowupEntry.kind]?.confidentiality(isMinor: values[FollowupEntry.minor] == true) ?? .c3
        case Mediation.type.id: values[Mediation.minor] == true ? .c3 : .c1
        default: .c1
        }
    }
}
