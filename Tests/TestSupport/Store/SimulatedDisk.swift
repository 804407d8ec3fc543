import Store

/// The state of a ``SimulatedFileSystem``.
struct SimulatedDisk: Sendable {
    /// Something done to a file's bytes that has not reached the platter.
    enum Pending: Sendable {
        case write(offset: Int, bytes: [UInt8])
        case size(Int)
    }

    /// A file, whatever its names.
    struct Inode: Sendable {
        var bytes: [UInt8] = []
        var durable: [UInt8] = []
        var pending: [Pending] = []
        /// What a failed sync marked clean: no later sync brings it to the platter, a crash may have kept it.
        var abandoned: [Pending] = []
        var birth = 0
    }

    /// A name that came, went or changed.
    struct Naming: Sendable {
        var directory: String
        /// Each path and the inode it names afterwards; a rename is two of them and happens at once, except on FAT.
        var entries: [(path: String, inode: UInt64?)] = []
        /// A directory that was made.
        var made: String?
    }

    struct Open: Sendable {
        var inode: UInt64
        var path: String
        var mode: OpenMode
        /// After a failed sync, using the descriptor again is the mistake this disk is there to find.
        var isPoisoned = false
    }

    let rules: SimulatedFileSystem.Rules
    var capacity = 1 << 40
    var longestWrite = 0
    var shortWrite = 0
    var faults: [SimulatedFileSystem.Fault] = []
    var callsUntilCrash: Int?
    var trace: [SimulatedFileSystem.Call] = []

    var inodes: [UInt64: Inode] = [:]
    var names: [String: UInt64] = [:]
    var durableNames: [String: UInt64] = [:]
    var namings: [Naming] = []
    var directories: Set<String> = [""]
    var durableDirectories: Set<String> = [""]
    var files: [Int32: Open] = [:]
    var locks: [UInt64: Int32] = [:]
    private var nextInode: UInt64 = 100
    private var nextDescriptor: Int32 = 3
    private var time = 1_000_000
    /// FAT has no inodes: Linux makes up new ones whenever the disk is mounted.
    var mounts: UInt64 = 0

    init(rules: SimulatedFileSystem.Rules) {
        self.rules = rules
    }

    var used: Int { names.values.reduce(0) { $0 + (inodes[$1]?.bytes.count ?? 0) } }

    var contents: [String: [UInt8]] { names.mapValues { inodes[$0]?.bytes ?? [] } }

    /// What a path is known by.
    func key(_ path: String) -> String {
        let path = path == "/" || path == "." ? "" : path
        return rules == .fat ? path.lowercased() : path
    }

    func path(of descriptor: Int32) -> String { files[descriptor]?.path ?? "" }

    /// Counts a call, and fails it if it is its turn.
    mutating func begin(_ operation: FileError.Operation, _ path: String) throws(FileError) {
        trace.append(.init(operation: operation, path: path))
        if let left = callsUntilCrash {
            if left <= 0 { throw FileError(operation, path, code: 5, reason: .device) }
            callsUntilCrash = left - 1
        }
        for place in faults.indices.reversed() where faults[place].operation ?? operation == operation {
            faults[place].count -= 1
            let fault = faults[place]
            guard fault.count <= 0 else { continue }
            if !fault.isLasting { faults.remove(at: place) }
            let isSync = operation == .sync || operation == .syncData
            if isSync, fault.reason != .interrupted { abandon(path) }
            throw FileError(operation, path, code: 1000, reason: fault.reason)
        }
    }

    /// What a kernel does when writing back fails: the pages are clean now, and the bytes are nowhere.
    private mutating func abandon(_ path: String) {
        guard let number = names[path], var inode = inodes[number] else { return }
        inode.abandoned += inode.pending
        inode.pending = []
        inodes[number] = inode
        for descriptor in files.keys where files[descriptor]?.inode == number {
            files[descriptor]?.isPoisoned = true
        }
    }

    mutating func open(_ path: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
        let number: UInt64
        if rules == .fat, mode == .create, !Self.isGoodOnFAT(path) { throw error(.open, path, .unsupported) }
        if mode == .create {
            guard names[path] == nil, !directories.contains(path) else { throw error(.open, path, .exists) }
            guard directories.contains(Self.parent(path)) else { throw error(.open, path, .missing) }
            number = makeInode()
            name(path, number)
        } else {
            guard let found = names[path] else { throw error(.open, path, .missing) }
            number = found
        }
        nextDescriptor += 1
        files[nextDescriptor] = Open(inode: number, path: path, mode: mode)
        return OpenFile(descriptor: nextDescriptor)
    }

    mutating func close(_ descriptor: Int32) {
        guard let file = files.removeValue(forKey: descriptor) else { return }
        if locks[file.inode] == descriptor { locks[file.inode] = nil }
    }

    func read(_ descriptor: Int32, _ offset: Int, _ count: Int) throws(FileError) -> [UInt8] {
        guard let file = files[descriptor], let inode = inodes[file.inode] else { throw error(.read, "", .device) }
        guard offset < inode.bytes.count else { return [] }
        return Array(inode.bytes[offset..<min(inode.bytes.count, offset + count)])
    }

    mutating func write(_ descriptor: Int32, _ offset: Int, _ bytes: [UInt8]) throws(FileError) -> Int {
        let file = try writable(descriptor, .write)
        let size = inodes[file.inode]?.bytes.count ?? 0
        var count = longestWrite > 0 ? min(bytes.count, longestWrite) : bytes.count
        if shortWrite > 0 {
            shortWrite -= 1
            if shortWrite == 0 { count = max(1, count / 2) }
        }
        let growth = max(0, offset + count - size)
        if growth > capacity - used {
            count -= growth - max(0, capacity - used)
            guard count > 0 else { throw error(.write, file.path, .full) }
        }
        apply(.write(offset: offset, bytes: Array(bytes.prefix(count))), to: file.inode)
        return count
    }

    mutating func truncate(_ descriptor: Int32, _ size: Int) throws(FileError) {
        apply(.size(size), to: try writable(descriptor, .truncate).inode)
    }

    mutating func allocate(_ descriptor: Int32, _ size: Int) throws(FileError) {
        let file = try writable(descriptor, .allocate)
        let now = inodes[file.inode]?.bytes.count ?? 0
        guard size - now <= capacity - used else { throw error(.allocate, file.path, .full) }
        if size > now { apply(.size(size), to: file.inode) }
    }

    mutating func sync(_ descriptor: Int32) throws(FileError) {
        let file = try writable(descriptor, .sync)
        guard rules != .lying, var inode = inodes[file.inode] else { return }
        for change in inode.pending { Self.apply(change, to: &inode.durable) }
        inode.pending = []
        inodes[file.inode] = inode
        switch rules {
        // ext4 commits one journal for everything, so every name given before is durable too.
        case .ordered: settleNames { _ in true }
        // FAT keeps a file's size in its directory's entry, so the entry is written with the file.
        case .fat: settleNames { $0.made != nil || $0.entries.contains { $0.inode == file.inode } }
        case .worst, .smb, .lying: break
        }
    }

    mutating func syncDirectory(_ path: String) throws(FileError) {
        switch rules {
        case .ordered: settleNames { _ in true }
        case .worst: settleNames { $0.directory == path }
        case .lying: break
        case .fat: throw error(.syncDirectory, path, .unsupported)
        // Samba's answer to fsync on a directory depends on the server.
        case .smb: throw error(.syncDirectory, path, path.utf8.count % 2 == 0 ? .missing : .unsupported)
        }
    }

    /// Everything reaches the platter, as it does some time after.
    mutating func settle() {
        for number in inodes.keys {
            guard var inode = inodes[number] else { continue }
            inode.durable = inode.bytes
            inode.pending = []
            inode.abandoned = []
            inodes[number] = inode
        }
        settleNames { _ in true }
    }

    mutating func rename(_ old: String, _ new: String) throws(FileError) {
        guard let number = names[old] else { throw error(.rename, new, .missing) }
        if rules == .fat, !Self.isGoodOnFAT(new) { throw error(.rename, new, .unsupported) }
        // A Windows server refuses while anybody has the file open.
        if rules == .smb, let target = names[new], files.values.contains(where: { $0.inode == target }) {
            throw error(.rename, new, .denied)
        }
        names[old] = nil
        names[new] = number
        note(Naming(directory: Self.parent(new), entries: [(old, nil), (new, number)]))
        for descriptor in files.keys where files[descriptor]?.inode == number { files[descriptor]?.path = new }
    }

    mutating func remove(_ path: String) throws(FileError) {
        guard names[path] != nil else { throw error(.remove, path, .missing) }
        names[path] = nil
        note(Naming(directory: Self.parent(path), entries: [(path, nil)]))
    }

    mutating func makeDirectory(_ path: String) throws(FileError) {
        guard directories.contains(Self.parent(path)) else { throw error(.makeDirectory, path, .missing) }
        guard names[path] == nil, directories.insert(path).inserted else { throw error(.makeDirectory, path, .exists) }
        note(Naming(directory: Self.parent(path), made: path))
    }

    func list(_ path: String) throws(FileError) -> [String] {
        guard directories.contains(path) else { throw error(.list, path, .missing) }
        let all =
            names.keys.filter { Self.parent($0) == path } + directories.filter { Self.parent($0) == path && $0 != path }
        return all.map { String($0.split(separator: "/").last ?? "") }.filter { !$0.isEmpty }.sorted()
    }

    func status(_ path: String) throws(FileError) -> FileStatus {
        if let number = names[path], let inode = inodes[number] {
            let isNumbered = rules != .fat
            return FileStatus(
                size: inode.bytes.count, inode: isNumbered ? number : number + mounts << 32,
                birth: isNumbered ? inode.birth : 0, isDirectory: false)
        }
        guard directories.contains(path) else { throw error(.status, path, .missing) }
        return FileStatus(size: 0, inode: 1, birth: 1, isDirectory: true)
    }

    mutating func lock(_ descriptor: Int32) throws(FileError) -> Bool {
        guard let file = files[descriptor] else { throw error(.lock, "", .device) }
        if let holder = locks[file.inode], holder != descriptor { return false }
        locks[file.inode] = descriptor
        return true
    }

    mutating func put(_ bytes: [UInt8], at path: String) {
        var directory = Self.parent(path)
        while directories.insert(directory).inserted, !directory.isEmpty { directory = Self.parent(directory) }
        durableDirectories.formUnion(directories)
        let number = names[path] ?? makeInode()
        inodes[number]?.bytes = bytes
        inodes[number]?.durable = bytes
        inodes[number]?.pending = []
        names[path] = number
        durableNames[path] = number
    }

    static func apply(_ change: Pending, to bytes: inout [UInt8]) {
        switch change {
        case .write(let offset, let written):
            if bytes.count < offset + written.count {
                bytes += [UInt8](repeating: 0, count: offset + written.count - bytes.count)
            }
            bytes.replaceSubrange(offset..<offset + written.count, with: written)
        case .size(let size):
            if size < bytes.count {
                bytes.removeLast(bytes.count - size)
            } else {
                bytes += [UInt8](repeating: 0, count: size - bytes.count)
            }
        }
    }

    private mutating func apply(_ change: Pending, to number: UInt64) {
        guard var inode = inodes.removeValue(forKey: number) else { return }
        Self.apply(change, to: &inode.bytes)
        inode.pending.append(change)
        inodes[number] = inode
    }

    /// Makes names durable; what came before at the same path cannot come back over them.
    private mutating func settleNames(_ isSettled: (Naming) -> Bool) {
        var done: Set<String> = []
        for place in namings.indices.reversed() {
            guard isSettled(namings[place]) else {
                namings[place].entries.removeAll { done.contains($0.path) }
                continue
            }
            if let made = namings[place].made { durableDirectories.insert(made) }
            for entry in namings[place].entries.reversed() where done.insert(entry.path).inserted {
                durableNames[entry.path] = entry.inode
            }
        }
        namings.removeAll(where: isSettled)
    }

    private mutating func name(_ path: String, _ number: UInt64) {
        names[path] = number
        note(Naming(directory: Self.parent(path), entries: [(path, number)]))
    }

    private mutating func note(_ naming: Naming) {
        namings.append(naming)
        // The server has done it before it answers.
        if rules == .smb { settleNames { _ in true } }
    }

    /// Long names as Windows takes them: at most 255 characters, some characters not, no dot or space at the end.
    private static func isGoodOnFAT(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last, name.utf16.count <= 255 else { return false }
        return !name.contains { "\"*:<>?\\|".contains($0) || ($0.asciiValue ?? 32) < 32 } && !name.hasSuffix(".")
            && !name.hasSuffix(" ")
    }

    private mutating func makeInode() -> UInt64 {
        nextInode += 1
        time += 1
        inodes[nextInode] = Inode(birth: time)
        return nextInode
    }

    private func writable(_ descriptor: Int32, _ operation: FileError.Operation) throws(FileError) -> Open {
        guard let file = files[descriptor], file.mode != .read, !file.isPoisoned else {
            throw error(operation, files[descriptor]?.path ?? "", .device)
        }
        return file
    }

    private func error(
        _ operation: FileError.Operation, _ path: String, _ reason: FileError.Reason
    ) -> FileError { FileError(operation, path, code: 1, reason: reason) }

    static func parent(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}
