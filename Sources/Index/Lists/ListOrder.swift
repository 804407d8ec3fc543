/// How a list is ordered.
public enum ListOrder: Hashable, Sendable {
    /// As the type declares it.
    case declared
    /// By one indexed field or derived key in its natural order; records without a value come last.
    case field(String, descending: Bool)
}
