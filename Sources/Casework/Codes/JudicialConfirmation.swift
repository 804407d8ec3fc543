public import Records

/// 司法确认.
public enum JudicialConfirmation: String, Sendable, CaseIterable, FieldValue {
    /// 未申请.
    case notApplied = "0"
    /// 已申请.
    case applied = "1"
    /// 裁定有效.
    case confirmed = "2"
    /// 裁定驳回.
    case rejected = "3"
    /// 不予受理.
    case notAccepted = "4"
    /// 撤回.
    case withdrawn = "5"
    /// 超过30日.
    case tooLate = "9"
}

extension JudicialConfirmation {
    /// The states that follow an application.
    public static let afterApplying: [JudicialConfirmation] = [
        .applied, .confirmed, .rejected, .notAccepted, .withdrawn,
    ]
}
