public import Records

/// Whether what was raised is still open.
public enum RaisedState: String, Sendable, CaseIterable, FieldValue {
    /// 未了.
    case open = "1"
    /// 已了.
    case done = "2"
}
