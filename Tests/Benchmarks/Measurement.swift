/// What is measured, by the names that `--only` takes.
enum Measurement: String, CaseIterable {
    /// How long `beatbook --version` takes, the whole process.
    case version
    /// Making a room: no budget, but it says what the other numbers stand on.
    case generate
    /// From the start of opening to the first frame, with Today filled in; and the memory that is resident then.
    case frame
    /// From a key to the painted frame, in every pane and in the form.
    case keys
    /// A note of 100,000 characters in one paragraph.
    case note
    /// Bytes that a step of the cursor writes to a terminal of 80×24.
    case bytes
    /// Saving a visit with one key.
    case save
    /// Finding as one types.
    case find
    /// The ends and pages of a long list.
    case lists
    /// Making the index again.
    case rebuild
    /// Syncing with a local directory: everything sent, nothing new, a laptop that joins, 20,000 new changes.
    case sync

    /// Whether it runs in a process of its own, once, and prints its lines itself.
    var isWhole: Bool {
        switch self {
        case .keys, .note, .save, .find, .lists, .sync: true
        case .version, .generate, .frame, .bytes, .rebuild: false
        }
    }
}
