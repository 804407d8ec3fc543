public import Records

/// What a party says to mediation.
public enum Consent: String, Sendable, CaseIterable, FieldValue {
    /// 同意.
    case agrees = "1"
    /// 拒绝.
    case refuses = "2"
    /// 未表态.
    case unsaid = "0"
}
