/// Where text stands in a field wider than itself.
public enum TextAlignment: Sendable, CaseIterable {
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right
}
