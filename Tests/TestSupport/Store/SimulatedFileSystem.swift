package import Store
import Synchronization

/// A disk in memory that forgets what was not synced, fails when told to, and counts every call.
///
/// It keeps two views: what programs see, and what has reached the platter. Between them lie writes and names that a
/// crash may keep, tear at 512 bytes, or lose, in any order that ``Rules`` allows.
package final class SimulatedFileSystem: FileSystem {
    /// What the disk promises beyond what was synced.
    package enum Rules: String, Sendable, CaseIterable {
        /// Names become durable in order, and with every sync of a file; as ext4 with `data=ordered`.
        case ordered
        /// Only what POSIX promises: each name on its own, and only when its directory is synced.
        case worst
        /// A stick: a rename may be half done after a crash, directories cannot be synced, names are folded and limited, no
        /// inodes, no birth times.
        case fat
        /// A network disk: directories cannot be synced, an open file cannot be renamed over.
        case smb
        /// A drive that says it has synced and has not; only ``SimulatedFileSystem/settle()`` makes anything durable.
        case lying

        /// Those under which nothing that was acknowledged is ever lost; a private disk must be one of them.
        package static let honest: [Rules] = [.ordered, .worst]
    }

    /// One call, for the trace.
    package struct Call: Hashable, Sendable {
        package let operation: FileError.Operation
        package let path: String
    }

    /// A fault that is waiting for its call.
    package struct Fault: Sendable {
        /// The kind of call; `nil` is any.
        package var operation: FileError.Operation?
        /// Which of them, counting from 1 after the fault was set.
        package var count: Int
        /// What it fails with.
        package var reason: FileError.Reason
        /// Whether every later one fails too.
        package var isLasting: Bool

        package init(
            _ operation: FileError.Operation?, at count: Int, reason: FileError.Reason, isLasting: Bool = false
        ) {
            self.operation = operation
            self.count = count
            self.reason = reason
            self.isLasting = isLasting
        }
    }

    private let state: Mutex<SimulatedDisk>

    /// Makes an empty disk.
    ///
    /// - Parameter rules: what it promises.
    package init(rules: Rules = .worst) {
        state = Mutex(SimulatedDisk(rules: rules))
    }

    private init(_ disk: consuming SimulatedDisk) {
        state = Mutex(disk)
    }

    /// Every call since the trace was last cleared.
    package var trace: [Call] {
        get { state.withLock { $0.trace } }
        set { state.withLock { $0.trace = newValue } }
    }

    /// How many calls of a kind there were since the trace was last cleared.
    package func count(_ operation: FileError.Operation) -> Int {
        trace.reduce(0) { $0 + ($1.operation == operation ? 1 : 0) }
    }

    /// Faults that wait for their calls.
    package var faults: [Fault] {
        get { state.withLock { $0.faults } }
        set { state.withLock { $0.faults = newValue } }
    }

    /// After so many more calls the machine goes off: that call and all after it do nothing and fail.
    package var callsUntilCrash: Int? {
        get { state.withLock { $0.callsUntilCrash } }
        set { state.withLock { $0.callsUntilCrash = newValue } }
    }

    /// How many bytes fit on the disk.
    package var capacity: Int {
        get { state.withLock { $0.capacity } }
        set { state.withLock { $0.capacity = newValue } }
    }

    /// How many bytes are on the disk.
    package var used: Int { state.withLock { $0.used } }

    /// At most so many bytes are written by one call; 0 is no limit.
    package var longestWrite: Int {
        get { state.withLock { $0.longestWrite } }
        set { state.withLock { $0.longestWrite = newValue } }
    }

    /// The write call, counting from 1, that takes only half of what it is given; 0 is none.
    package var shortWrite: Int {
        get { state.withLock { $0.shortWrite } }
        set { state.withLock { $0.shortWrite = newValue } }
    }

    /// The disk after the machine went off and on again.
    ///
    /// - Parameter seed: chooses what survives of that which was not synced.
    /// - Returns: the disk.
    package func crashed(seed: UInt64) -> SimulatedFileSystem {
        SimulatedFileSystem(state.withLock { $0.crashed(seed: seed) })
    }

    /// The disk after every program on it was killed: what was not synced is neither lost nor safe.
    ///
    /// - Returns: the disk.
    package func killed() -> SimulatedFileSystem { SimulatedFileSystem(state.withLock { $0.killed() }) }

    /// Brings everything to the platter, as time does.
    package func settle() { state.withLock { $0.settle() } }

    /// A copy of the whole disk as programs see it, everything synced; files keep their inodes, as a cloned disk does.
    package func cloned() -> SimulatedFileSystem { SimulatedFileSystem(state.withLock { $0.cloned() }) }

    /// Every file's path and content, as programs see them.
    package var contents: [String: [UInt8]] { state.withLock { $0.contents } }

    /// Puts a file in place, synced, without a trace.
    ///
    /// A file that is there keeps its inode.
    package func put(_ bytes: [UInt8], at path: String) { state.withLock { $0.put(bytes, at: $0.key(path)) } }

    /// Copies a directory with everything in it, as `cp -r` does: the files are new ones.
    package func copy(_ directory: String, to other: String) {
        state.withLock { disk in
            for (path, bytes) in disk.contents where path.hasPrefix(directory + "/") {
                disk.put(bytes, at: other + path.dropFirst(directory.count))
            }
        }
    }

    package func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
        try run(.open, path) { (disk) throws(FileError) in try disk.open(disk.key(path), mode) }
    }

    package func close(_ file: OpenFile) { state.withLock { $0.close(file.descriptor) } }

    package func read(
        _ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
        let count = buffer.count
        let bytes = try run(.read, file) { (disk) throws(FileError) in
            try disk.read(file.descriptor, offset, count)
        }
        buffer.copyBytes(from: bytes)
        return bytes.count
    }

    package func write(_ file: OpenFile, at offset: Int, _ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        let bytes = Array(bytes)
        return try run(.write, file) { (disk) throws(FileError) in try disk.write(file.descriptor, offset, bytes) }
    }

    package func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
        try run(.truncate, file) { (disk) throws(FileError) in try disk.truncate(file.descriptor, size) }
    }

    package func allocate(_ file: OpenFile, _ range: Range<Int>) throws(FileError) {
        try run(.allocate, file) { (disk) throws(FileError) in try disk.allocate(file.descriptor, range.upperBound) }
    }

    package func sync(_ file: OpenFile) throws(FileError) {
        try run(.sync, file) { (disk) throws(FileError) in try disk.sync(file.descriptor) }
    }

    package func syncData(_ file: OpenFile) throws(FileError) {
        try run(.syncData, file) { (disk) throws(FileError) in try disk.sync(file.descriptor) }
    }

    package func syncDirectory(_ path: String) throws(FileError) {
        try run(.syncDirectory, path) { (disk) throws(FileError) in try disk.syncDirectory(disk.key(path)) }
    }

    package func rename(_ old: String, to new: String) throws(FileError) {
        try run(.rename, new) { (disk) throws(FileError) in try disk.rename(disk.key(old), disk.key(new)) }
    }

    package func remove(_ path: String) throws(FileError) {
        try run(.remove, path) { (disk) throws(FileError) in try disk.remove(disk.key(path)) }
    }

    package func makeDirectory(_ path: String) throws(FileError) {
        try run(.makeDirectory, path) { (disk) throws(FileError) in try disk.makeDirectory(disk.key(path)) }
    }

    package func list(_ path: String) throws(FileError) -> [String] {
        try run(.list, path) { (disk) throws(FileError) in try disk.list(disk.key(path)) }
    }

    package func status(_ path: String) throws(FileError) -> FileStatus {
        try run(.status, path) { (disk) throws(FileError) in try disk.status(disk.key(path)) }
    }

    package func lock(_ file: OpenFile) throws(FileError) -> Bool {
        try run(.lock, file) { (disk) throws(FileError) in try disk.lock(file.descriptor) }
    }

    package func freeSpace(_ path: String) throws(FileError) -> Int {
        try run(.freeSpace, path) { (disk) throws(FileError) in disk.capacity - disk.used }
    }

    private func run<Output: Sendable>(
        _ operation: FileError.Operation, _ file: OpenFile,
        _ body: @Sendable (inout SimulatedDisk) throws(FileError) -> Output
    ) throws(FileError) -> Output {
        let path = state.withLock { $0.path(of: file.descriptor) }
        return try run(operation, path, body)
    }

    private func run<Output: Sendable>(
        _ operation: FileError.Operation, _ path: String,
        _ body: @Sendable (inout SimulatedDisk) throws(FileError) -> Output
    ) throws(FileError) -> Output {
        let result: Result<Output, FileError> = state.withLock { disk in
            Result { () throws(FileError) in
                try disk.begin(operation, path)
                return try body(&disk)
            }
        }
        return try result.get()
    }
}
