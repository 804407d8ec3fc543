public import Records

/// 居住性质.
public enum Tenure: String, Sendable, CaseIterable, FieldValue {
    /// 自有.
    case owned = "1"
    /// 租住.
    case rented = "2"
    /// 单位.
    case organisation = "3"
    /// 空置.
    case empty = "4"
}
