public import Records

/// What became of an input in a field.
public enum EntryOutcome: Hashable, Sendable {
    /// It means nothing here; the form may move on.
    case ignored
    /// The caret moved, or something opened; the value is the same.
    case moved
    /// The value is another one now.
    case changed
    /// It was refused, all of it or a part; the text says why.
    case refused(Label)
}
