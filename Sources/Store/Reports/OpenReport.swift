/// What opening a store brought to light.
public struct OpenReport: Sendable {
    /// Damage that was found, and what was done about it.
    ///
    /// Empty after an ordinary end, and after an ordinary crash
    /// between two saves.
    public internal(set) var findings: [Finding] = []
    /// How many saved changes were still in the log and not yet in a segment.
    public internal(set) var logged = 0
    /// Whether this laptop writes under a new name from now on, since it may be a copy or was restored.
    public internal(set) var isNewWriter = false
    /// Why nothing can be written, when nothing can.
    public internal(set) var readOnly: ReadOnlyReason?

    init() {}
}
