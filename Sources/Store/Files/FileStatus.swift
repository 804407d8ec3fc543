/// What a file system says about a path.
///
/// No logic reads a modification time.
public struct FileStatus: Hashable, Sendable {
    /// Bytes.
    public let size: Int
    /// The number the disk knows it by.
    public let inode: UInt64
    /// When it came into being, in nanoseconds since 1970; 0 where the disk does not say.
    public let birth: Int
    /// Whether it is a directory.
    public let isDirectory: Bool
    /// Whether it is neither a directory nor a plain file: a link, a pipe, a device.
    public let isOther: Bool

    /// Makes a status.
    ///
    /// - Parameters:
    ///   - size: bytes.
    ///   - inode: the number the disk knows it by.
    ///   - birth: nanoseconds since 1970.
    ///   - isDirectory: whether it is a directory.
    ///   - isOther: whether it is neither a directory nor a plain file.
    public init(size: Int, inode: UInt64, birth: Int, isDirectory: Bool, isOther: Bool = false) {
        self.size = size
        self.inode = inode
        self.birth = birth
        self.isDirectory = isDirectory
        self.isOther = isOther
    }
}
