/// The calls that the store makes on a disk, shaped as POSIX has them.
///
/// Each is one system call: it may write less than asked and may be interrupted. What is needed beyond that (whole
/// reads, whole writes, publishing) stands in extensions, so that a simulated disk tests it too. Never `FileHandle`,
/// `FileManager` or `Data.write` for store files: they trap on a full disk, lose the mode 0600 and sync no directory
/// (swift-corelibs-foundation #3501, `reference/swift.md` §4).
public protocol FileSystem: Sendable {
    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - mode: for what.
    /// - Returns: the open file.
    /// - Throws: ``FileError``.
    func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile

    /// Closes a file.
    ///
    /// Its errors mean nothing: whatever had to be durable was synced before.
    ///
    /// - Parameter file: the open file.
    func close(_ file: OpenFile)

    /// Reads once.
    ///
    /// - Parameters:
    ///   - file: the open file.
    ///   - offset: where to start, in bytes.
    ///   - buffer: what to fill.
    /// - Returns: how many bytes were read; 0 at the end of the file.
    /// - Throws: ``FileError``.
    func read(
        _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int

    /// Writes once.
    ///
    /// - Parameters:
    ///   - file: the open file.
    ///   - offset: where to start, in bytes.
    ///   - bytes: what to write.
    /// - Returns: how many bytes were written; it may be fewer.
    /// - Throws: ``FileError``.
    func write(_ file: OpenFile, at offset: Int, _ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int

    /// Cuts or lengthens a file.
    ///
    /// - Parameters:
    ///   - file: the open file.
    ///   - size: its new size in bytes.
    /// - Throws: ``FileError``.
    func truncate(_ file: OpenFile, to size: Int) throws(FileError)

    /// Reserves room, reading as zeros, and lengthens the file to cover it.
    ///
    /// - Parameters:
    ///   - file: the open file.
    ///   - range: which bytes.
    /// - Throws: ``FileError``.
    func allocate(_ file: OpenFile, _ range: Range<Int>) throws(FileError)

    /// Makes everything about a file durable: `fsync`.
    ///
    /// - Parameter file: the open file. After an error it is not used again (Rebello et al., ATC 2020).
    /// - Throws: ``FileError``.
    func sync(_ file: OpenFile) throws(FileError)

    /// Makes the bytes of a file durable: `fdatasync`.
    ///
    /// - Parameter file: the open file. After an error it is not used again.
    /// - Throws: ``FileError``.
    func syncData(_ file: OpenFile) throws(FileError)

    /// Makes the names in a directory durable.
    ///
    /// - Parameter path: the directory.
    /// - Throws: ``FileError``.
    func syncDirectory(_ path: String) throws(FileError)

    /// Renames a file, replacing what stands at the new name.
    ///
    /// - Parameters:
    ///   - old: the old name.
    ///   - new: the new name.
    /// - Throws: ``FileError``.
    func rename(_ old: String, to new: String) throws(FileError)

    /// Removes a file.
    ///
    /// - Parameter path: the file.
    /// - Throws: ``FileError``.
    func remove(_ path: String) throws(FileError)

    /// Makes a directory that only its owner may enter (0700).
    ///
    /// - Parameter path: the directory.
    /// - Throws: ``FileError``.
    func makeDirectory(_ path: String) throws(FileError)

    /// The names in a directory.
    ///
    /// - Parameter path: the directory.
    /// - Returns: the names in order of their bytes, without `.` and `..`.
    /// - Throws: ``FileError``.
    func list(_ path: String) throws(FileError) -> [String]

    /// What a path names.
    ///
    /// - Parameter path: the path.
    /// - Returns: its size and identity.
    /// - Throws: ``FileError``.
    func status(_ path: String) throws(FileError) -> FileStatus

    /// Tries to become the only one who holds a file: `flock(LOCK_EX | LOCK_NB)`.
    ///
    /// Ends when the file is closed.
    ///
    /// - Parameter file: the open file.
    /// - Returns: `false` when somebody else holds it.
    /// - Throws: ``FileError``.
    func lock(_ file: OpenFile) throws(FileError) -> Bool

    /// How much room is left.
    ///
    /// - Parameter path: any path on the disk.
    /// - Returns: bytes that this user may still write.
    /// - Throws: ``FileError``.
    func freeSpace(_ path: String) throws(FileError) -> Int
}
