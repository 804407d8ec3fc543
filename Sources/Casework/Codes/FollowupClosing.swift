public import Records

/// Why a follow-up ended.
public enum FollowupClosing: String, Sendable, CaseIterable, FieldValue {
    /// 期满.
    case expired = "1"
    /// 牵头单位办结文书.
    case leadBody = "2"
    /// 已转出.
    case handedOver = "3"
    /// 本人不再需要或谢绝.
    case declined = "4"
    /// 死亡.
    case death = "5"
    /// 录入有误.
    case mistake = "6"
    /// 已履行或合格.
    case performed = "7"
    /// 另案处理.
    case newCase = "8"
}
