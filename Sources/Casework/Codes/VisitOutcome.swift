public import Records

/// How a visit went: the five digits of the building sheet.
public enum VisitOutcome: String, Sendable, CaseIterable, FieldValue {
    /// 见面·无新情况.
    case metNothingNew = "1"
    /// 见面·有记要.
    case metWithNotes = "2"
    /// 未见面.
    case notMet = "3"
    /// 改约.
    case anotherDay = "4"
    /// 谢绝走访：停止提示 90 天，不检索、不记分.
    case declined = "5"
}
