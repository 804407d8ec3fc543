public import Records

/// 小事 or 大事; it sets the internal goal.
public enum MatterScale: String, Sendable, CaseIterable, FieldValue {
    /// 小事，一天.
    case small = "1"
    /// 大事，三天.
    case large = "2"
}
