public import Records

/// What an officer may do follows from this.
public enum OfficerRole: String, Sendable, CaseIterable, FieldValue {
    /// 社区民警.
    case beat = "1"
    /// 辅警.
    case auxiliary = "2"
    /// 调解员.
    case mediator = "3"
    /// 所领导.
    case leader = "4"
}
