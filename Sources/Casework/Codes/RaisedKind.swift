public import Records

/// What a resident raised.
public enum RaisedKind: String, Sendable, CaseIterable, FieldValue {
    /// 服务.
    case service = "1"
    /// 纠纷.
    case dispute = "2"
    /// 隐患.
    case hazard = "3"
    /// 提案.
    case proposal = "4"
}
