import Store
import Synchronization

/// The real disk, counting how often and how long it was waited for.
struct CountingFiles: FileSystem {
    /// What was counted.
    final class Count: Sendable {
        private let state = Mutex((flushes: 0, milliseconds: 0.0))

        /// How many flushes there were, and how long they took.
        var taken: (flushes: Int, milliseconds: Double) {
            state.withLock { state in
                defer { state = (0, 0) }
                return state
            }
        }

        func flush(_ body: () throws(FileError) -> Void) throws(FileError) {
            let watch = Stopwatch()
            try body()
            let wall = watch.time.wall
            state.withLock {
                $0.flushes += 1
                $0.milliseconds += wall
            }
        }
    }

    /// The count.
    let count = Count()
    private let files = PosixFileSystem()

    func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile { try files.open(path, mode) }
    func close(_ file: OpenFile) { files.close(file) }
    func read(
        _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        try files.read(file, at: offset, into: buffer)
    }
    func write(_ file: OpenFile, at offset: Int, _ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        try files.write(file, at: offset, bytes)
    }
    func truncate(_ file: OpenFile, to size: Int) throws(FileError) { try files.truncate(file, to: size) }
    func allocate(_ file: OpenFile, _ range: Range<Int>) throws(FileError) { try files.allocate(file, range) }
    func sync(_ file: OpenFile) throws(FileError) {
        try count.flush { () throws(FileError) in try files.sync(file) }
    }
    func syncData(_ file: OpenFile) throws(FileError) {
        try count.flush { () throws(FileError) in try files.syncData(file) }
    }
    func syncDirectory(_ path: String) throws(FileError) {
        try count.flush { () throws(FileError) in try files.syncDirectory(path) }
    }
    func rename(_ old: String, to new: String) throws(FileError) { try files.rename(old, to: new) }
    func remove(_ path: String) throws(FileError) { try files.remove(path) }
    func makeDirectory(_ path: String) throws(FileError) { try files.makeDirectory(path) }
    func list(_ path: String) throws(FileError) -> [String] { try files.list(path) }
    func status(_ path: String) throws(FileError) -> FileStatus { try files.status(path) }
    func lock(_ file: OpenFile) throws(FileError) -> Bool { try files.lock(file) }
    func freeSpace(_ path: String) throws(FileError) -> Int { try files.freeSpace(path) }
}
