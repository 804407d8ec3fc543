/// What a field holds when a new record is opened.
public enum Initial: Hashable, Sendable {
    /// The day in the notebook's title line.
    case today
    /// The time of day.
    case now
    /// The officer who is at the keyboard.
    case officer
    /// What this officer entered last in the same field of the same type.
    case sticky
    /// Always the same.
    case value(Value)
}
