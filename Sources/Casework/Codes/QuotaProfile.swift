public import Records

/// 走访定额.
public enum QuotaProfile: String, Sendable, CaseIterable, FieldValue {
    /// 每月 80 户.
    case monthly80 = "M80"
    /// 每周 20 户.
    case weekly20 = "W20"
}
