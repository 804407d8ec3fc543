public import Records

/// Person or organisation.
public enum PartyKind: String, Sendable, CaseIterable, FieldValue {
    /// 个人.
    case person = "1"
    /// 单位.
    case organisation = "2"
}
