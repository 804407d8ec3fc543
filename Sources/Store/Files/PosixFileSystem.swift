import Glibc

/// The real disk.
public struct PosixFileSystem: FileSystem {
    /// Makes one; it has no state.
    public init() {}

    /// `open(2)` with `O_CLOEXEC` and `O_NOFOLLOW`.
    public func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
        let flags =
            switch mode {
            case .read: O_RDONLY
            case .update: O_RDWR
            case .create: O_RDWR | O_CREAT | O_EXCL
            }
        let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure(.open, path) }
        return OpenFile(descriptor: descriptor)
    }

    /// `close(2)`.
    public func close(_ file: OpenFile) {
        // Linux closes the descriptor even when close(2) returns EINTR: a second close could hit somebody else's file.
        _ = Glibc.close(file.descriptor)
    }

    /// `pread(2)`.
    public func read(
        _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        let count = pread(file.descriptor, buffer.baseAddress, buffer.count, offset)
        guard count >= 0 else { throw Self.failure(.read, "") }
        return count
    }

    /// `pwrite(2)`.
    public func write(_ file: OpenFile, at offset: Int, _ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        let count = pwrite(file.descriptor, bytes.baseAddress, bytes.count, offset)
        guard count >= 0 else { throw Self.failure(.write, "") }
        return count
    }

    /// `ftruncate(2)`.
    public func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
        guard ftruncate(file.descriptor, size) == 0 else { throw Self.failure(.truncate, "") }
    }

    /// `posix_fallocate(3)`.
    public func allocate(_ file: OpenFile, _ range: Range<Int>) throws(FileError) {
        // Unlike the others it returns its error, and leaves errno alone.
        let code = posix_fallocate(file.descriptor, range.lowerBound, range.count)
        guard code == 0 else { throw Self.failure(.allocate, "", code: code) }
    }

    /// `fsync(2)`.
    public func sync(_ file: OpenFile) throws(FileError) {
        guard fsync(file.descriptor) == 0 else { throw Self.failure(.sync, "") }
    }

    /// `fdatasync(2)`.
    public func syncData(_ file: OpenFile) throws(FileError) {
        guard fdatasync(file.descriptor) == 0 else { throw Self.failure(.syncData, "") }
    }

    /// `fsync(2)` of a directory.
    public func syncDirectory(_ path: String) throws(FileError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(.syncDirectory, path) }
        defer { _ = Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failure(.syncDirectory, path) }
    }

    /// `rename(2)`.
    public func rename(_ old: String, to new: String) throws(FileError) {
        guard Glibc.rename(old, new) == 0 else { throw Self.failure(.rename, new) }
    }

    /// `unlink(2)`.
    public func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 else { throw Self.failure(.remove, path) }
    }

    /// `mkdir(2)` with mode 0700.
    public func makeDirectory(_ path: String) throws(FileError) {
        guard mkdir(path, 0o700) == 0 else { throw Self.failure(.makeDirectory, path) }
    }

    /// `readdir(3)`, sorted by bytes.
    public func list(_ path: String) throws(FileError) -> [String] {
        guard let directory = opendir(path) else { throw Self.failure(.list, path) }
        defer { closedir(directory) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else {
                guard errno == 0 else { throw Self.failure(.list, path) }
                break
            }
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// `lstat(2)`, with the birth time of `statx(2)`.
    public func status(_ path: String) throws(FileError) -> FileStatus {
        var info = stat()
        guard lstat(path, &info) == 0 else { throw Self.failure(.status, path) }
        return FileStatus(
            size: Int(info.st_size), inode: UInt64(info.st_ino), birth: BirthTime.nanoseconds(of: path),
            isDirectory: info.st_mode & S_IFMT == S_IFDIR,
            isOther: info.st_mode & S_IFMT != S_IFDIR && info.st_mode & S_IFMT != S_IFREG)
    }

    /// `flock(2)`, exclusive and without waiting.
    public func lock(_ file: OpenFile) throws(FileError) -> Bool {
        if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        if errno == EWOULDBLOCK { return false }
        throw Self.failure(.lock, "")
    }

    /// `statvfs(3)`.
    public func freeSpace(_ path: String) throws(FileError) -> Int {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { throw Self.failure(.freeSpace, path) }
        return Int(clamping: UInt64(info.f_bavail) * UInt64(info.f_frsize))
    }

    private static func failure(_ operation: FileError.Operation, _ name: String) -> FileError {
        failure(operation, name, code: errno)
    }

    private static func failure(_ operation: FileError.Operation, _ name: String, code: Int32) -> FileError {
        let reason: FileError.Reason =
            switch code {
            case ENOSPC, EDQUOT: .full
            case ENOENT: .missing
            case EEXIST: .exists
            case EINTR: .interrupted
            case EACCES, EPERM, EROFS: .denied
            case EOPNOTSUPP, EINVAL, ENOTTY, ENOSYS: .unsupported
            default: .device
            }
        return FileError(operation, name, code: code, reason: reason)
    }
}
