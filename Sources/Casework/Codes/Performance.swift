public import Records

/// 履行情况.
public enum Performance: String, Sendable, CaseIterable, FieldValue {
    /// 未到履行期.
    case notDue = "0"
    /// 当场履行.
    case onTheSpot = "1"
    /// 已全部履行.
    case full = "2"
    /// 部分履行.
    case partial = "3"
    /// 逾期未履行.
    case late = "4"
    /// 协商变更.
    case changed = "5"
    /// 不适用.
    case notApplicable = "9"
}
