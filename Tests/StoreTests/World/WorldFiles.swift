import Store
import Synchronization
import TestSupport

/// The disks of places, which several laptops reach.
final class WorldPlaces: Sendable {
    private let disks: Mutex<[SimulatedFileSystem]>

    /// Makes as many as there are rules: what each place promises.
    init(_ rules: [SimulatedFileSystem.Rules]) {
        let all = rules.map { SimulatedFileSystem(rules: $0) }
        for (number, disk) in all.enumerated() { Self.format(disk, number) }
        disks = Mutex(all)
    }

    /// Makes places that promise what POSIX does.
    convenience init(count: Int) { self.init(Array(repeating: .worst, count: count)) }

    private static func format(_ disk: SimulatedFileSystem, _ number: Int) {
        try? disk.makeDirectory(path(number))
        // Somebody formatted it long ago.
        disk.settle()
    }

    static func path(_ number: Int) -> String { "/p\(number)" }

    var count: Int { disks.withLock { $0.count } }

    subscript(_ number: Int) -> SimulatedFileSystem {
        get { disks.withLock { $0[number] } }
        set { disks.withLock { $0[number] = newValue } }
    }

    /// Adds an empty place.
    func add() -> Int {
        disks.withLock { disks in
            let disk = SimulatedFileSystem()
            Self.format(disk, disks.count)
            disks.append(disk)
            return disks.count - 1
        }
    }
}

/// What one laptop sees: its own disk, and the places that are plugged in.
///
/// It counts calls over all of them, so that the machine can go off at any.
final class WorldFiles: FileSystem {
    private struct State {
        var own: SimulatedFileSystem
        var left: Int?
        var readOnly: String?
    }

    private let state: Mutex<State>
    let places: WorldPlaces
    private static let shift: Int32 = 20

    init(_ own: SimulatedFileSystem, _ places: WorldPlaces) {
        state = Mutex(State(own: own, left: nil))
        self.places = places
    }

    var own: SimulatedFileSystem {
        get { state.withLock { $0.own } }
        set { state.withLock { $0.own = newValue } }
    }

    /// After so many calls the machine goes off.
    var callsUntilCrash: Int? {
        get { state.withLock { $0.left } }
        set { state.withLock { $0.left = newValue } }
    }

    /// Under this path nothing can be written.
    var readOnly: String? {
        get { state.withLock { $0.readOnly } }
        set { state.withLock { $0.readOnly = newValue } }
    }

    private func refuse(_ operation: FileError.Operation, _ path: String) throws(FileError) {
        if let readOnly, path.hasPrefix(readOnly) { throw FileError(operation, path, code: 30, reason: .denied) }
    }

    private func disk(_ path: String) -> (SimulatedFileSystem, Int32) {
        guard path.hasPrefix("/p"), let number = Int32(path.dropFirst(2).prefix { $0 != "/" }) else { return (own, 0) }
        return (places[Int(number)], number + 1)
    }

    private func disk(_ file: OpenFile) -> (SimulatedFileSystem, OpenFile) {
        let number = file.descriptor >> Self.shift
        let inner = OpenFile(descriptor: file.descriptor & (1 << Self.shift - 1))
        return (number == 0 ? own : places[Int(number) - 1], inner)
    }

    private func tick(_ operation: FileError.Operation, _ name: String) throws(FileError) {
        let isOff = state.withLock { state in
            guard let left = state.left else { return false }
            state.left = max(0, left - 1)
            return left <= 0
        }
        if isOff { throw FileError(operation, name, code: 5, reason: .device) }
    }

    func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
        try tick(.open, path)
        if mode != .read { try refuse(.open, path) }
        let (disk, number) = disk(path)
        return OpenFile(descriptor: try disk.open(path, mode).descriptor | number << Self.shift)
    }

    func close(_ file: OpenFile) {
        let (disk, inner) = disk(file)
        disk.close(inner)
    }

    func read(_ file: OpenFile, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try tick(.read, "")
        let (disk, inner) = disk(file)
        return try disk.read(inner, at: offset, into: buffer)
    }

    func write(_ file: OpenFile, at offset: Int, _ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        try tick(.write, "")
        let (disk, inner) = disk(file)
        return try disk.write(inner, at: offset, bytes)
    }

    func truncate(_ file: OpenFile, to size: Int) throws(FileError) {
        try tick(.truncate, "")
        let (disk, inner) = disk(file)
        try disk.truncate(inner, to: size)
    }

    func allocate(_ file: OpenFile, _ range: Range<Int>) throws(FileError) {
        try tick(.allocate, "")
        let (disk, inner) = disk(file)
        try disk.allocate(inner, range)
    }

    func sync(_ file: OpenFile) throws(FileError) {
        try tick(.sync, "")
        let (disk, inner) = disk(file)
        try disk.sync(inner)
    }

    func syncData(_ file: OpenFile) throws(FileError) {
        try tick(.syncData, "")
        let (disk, inner) = disk(file)
        try disk.syncData(inner)
    }

    func syncDirectory(_ path: String) throws(FileError) {
        try tick(.syncDirectory, path)
        try disk(path).0.syncDirectory(path)
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        try tick(.rename, new)
        try refuse(.rename, new)
        try disk(new).0.rename(old, to: new)
    }

    func remove(_ path: String) throws(FileError) {
        try tick(.remove, path)
        try refuse(.remove, path)
        try disk(path).0.remove(path)
    }

    func makeDirectory(_ path: String) throws(FileError) {
        try tick(.makeDirectory, path)
        try refuse(.makeDirectory, path)
        try disk(path).0.makeDirectory(path)
    }

    func list(_ path: String) throws(FileError) -> [String] {
        try tick(.list, path)
        return try disk(path).0.list(path)
    }

    func status(_ path: String) throws(FileError) -> FileStatus {
        try tick(.status, path)
        return try disk(path).0.status(path)
    }

    func lock(_ file: OpenFile) throws(FileError) -> Bool {
        try tick(.lock, "")
        let (disk, inner) = disk(file)
        return try disk.lock(inner)
    }

    func freeSpace(_ path: String) throws(FileError) -> Int {
        try tick(.freeSpace, path)
        return try disk(path).0.freeSpace(path)
    }
}
