public import Records

/// How often a follow-up is made.
public enum Cadence: String, Sendable, CaseIterable, FieldValue {
    /// 按书面请求.
    case onRequest = "0"
    /// 一次.
    case once = "1"
    /// 每周.
    case weekly = "2"
    /// 每月.
    case monthly = "3"
    /// 每季度.
    case quarterly = "4"
    /// 每半年.
    case halfYearly = "5"
}
