import Store

extension SimulatedDisk {
    /// The disk as another one that was copied block by block while nothing ran.
    func cloned() -> SimulatedDisk {
        var disk = self
        disk.reboot()
        disk.settle()
        return disk
    }

    /// The disk after the programs were killed: nothing reached the platter by that, and nothing was lost.
    func killed() -> SimulatedDisk {
        var disk = self
        disk.reboot()
        return disk
    }

    /// The disk after the machine went off.
    ///
    /// Of what was not synced, any sectors of any writes survive, and the names that the rules allow.
    func crashed(seed: UInt64) -> SimulatedDisk {
        var random = SeededGenerator(seed: seed)
        var disk = self
        disk.reboot()
        disk.mounts += 1
        disk.crashNames(&random)
        for number in inodes.keys.sorted() {
            guard var inode = disk.inodes[number] else { continue }
            for change in inode.abandoned + inode.pending { survive(change, in: &inode.durable, using: &random) }
            inode.bytes = inode.durable
            inode.pending = []
            inode.abandoned = []
            disk.inodes[number] = inode
        }
        return disk
    }

    private mutating func crashNames(_ random: inout SeededGenerator) {
        // In order: a prefix of the names. At worst: any of them. On FAT even half a rename.
        let kept = Int.random(in: 0...namings.count, using: &random)
        for (place, naming) in namings.enumerated() {
            if rules != .fat, rules == .ordered ? place >= kept : Bool.random(using: &random) { continue }
            if let made = naming.made, rules != .fat || Bool.random(using: &random) { durableDirectories.insert(made) }
            for entry in naming.entries where rules != .fat || Bool.random(using: &random) {
                durableNames[entry.path] = entry.inode
            }
        }
        namings = []
        directories = [""]
        for directory in durableDirectories.sorted() where directories.contains(Self.parent(directory)) {
            directories.insert(directory)
        }
        durableDirectories = directories
        // What lies in a directory that did not survive cannot be reached.
        durableNames = durableNames.filter { directories.contains(Self.parent($0.key)) }
        names = durableNames
    }

    private mutating func reboot() {
        files = [:]
        locks = [:]
        faults = []
        callsUntilCrash = nil
        trace = []
        longestWrite = 0
        shortWrite = 0
    }

    /// Keeps the first sectors of a write, with zeros after them.
    private func keepBeginning(
        of change: Pending, in bytes: inout [UInt8], using random: inout SeededGenerator
    ) {
        guard case .write(let offset, let written) = change else { return Self.apply(change, to: &bytes) }
        let end = Int.random(in: offset / 512...(offset + written.count) / 512, using: &random) * 512
        if bytes.count < offset + written.count { Self.apply(.size(offset + written.count), to: &bytes) }
        Self.apply(.write(offset: offset, bytes: Array(written.prefix(max(0, end - offset)))), to: &bytes)
    }

    /// Keeps some of the sectors of a write, or none, or all.
    private func survive(_ change: Pending, in bytes: inout [UInt8], using random: inout SeededGenerator) {
        let fate = Int.random(in: rules == .lying ? 0..<7 : 0..<5, using: &random)
        guard fate > 0 else { return }
        if fate > 4 {
            // A drive that lies writes from the front as well as in any order: what looks begun is not done.
            keepBeginning(of: change, in: &bytes, using: &random)
            return
        }
        guard fate < 4, case .write(let offset, let written) = change else {
            Self.apply(change, to: &bytes)
            return
        }
        // Where the size is written before the bytes, zeros stand where nothing was written.
        if fate == 3, rules != .ordered, bytes.count < offset + written.count {
            Self.apply(.size(offset + written.count), to: &bytes)
        }
        var start = 0
        while start < written.count {
            let end = min(written.count, ((offset + start) / 512 + 1) * 512 - offset)
            if Bool.random(using: &random) {
                Self.apply(.write(offset: offset + start, bytes: Array(written[start..<end])), to: &bytes)
            }
            start = end
        }
    }
}
