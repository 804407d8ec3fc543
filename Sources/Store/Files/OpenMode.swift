/// For what a file is opened.
public enum OpenMode: Hashable, Sendable {
    /// To read an existing file.
    case read
    /// To read and write an existing file.
    case update
    /// To write a file that must not exist yet; only its owner may read it (0600, `O_EXCL`).
    case create
}
