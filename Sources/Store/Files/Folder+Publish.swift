extension Folder {
    /// The ending of a file that is being written; such leftovers of a crash are removed at the next opening.
    static let unfinished = ".new"

    /// Puts a complete file in place, so that after a crash there is the old one or the new one and never a part.
    ///
    /// Temporary file (0600, `O_EXCL`) → write → `fsync` → reopen, read back, compare → rename → `fsync` of the directory.
    ///
    /// - Parameters:
    ///   - bytes: the content.
    ///   - name: the file's name.
    /// - Throws: ``FileError``; the temporary file is removed as far as the disk lets us.
    func publish(_ bytes: [UInt8], as name: String) throws(FileError) {
        try put(bytes, as: name, by: name + Self.unfinished)
        try syncDirectory(holding: name)
    }

    /// Puts a complete file in place as ``publish(_:as:)`` does, and leaves it to the caller to make its name durable.
    ///
    /// - Parameters:
    ///   - bytes: the content.
    ///   - name: the file's name.
    ///   - temporary: the name it has until it is complete; nobody else may use it.
    /// - Throws: ``FileError``; the temporary file is removed as far as the disk lets us.
    func put(_ bytes: [UInt8], as name: String, by temporary: String) throws(FileError) {
        do throws(FileError) {
            try writeNew(bytes, as: temporary) { (_) throws(FileError) in }
            guard try read(temporary) == bytes else { throw FileError(.read, name, code: 0, reason: .device) }
            try call(name) { () throws(FileError) in try files.rename(path(temporary), to: path(name)) }
        } catch {
            try? remove(temporary)
            throw error
        }
    }

    /// Writes and syncs a new file, and hands it over before it is closed.
    func writeNew(
        _ bytes: [UInt8], as name: String, _ body: (OpenFile) throws(FileError) -> Void
    ) throws(FileError) {
        try remove(name)
        let file = try open(name, .create)
        defer { files.close(file) }
        try write(bytes, to: file, at: 0, name: name)
        try body(file)
        try call(name) { () throws(FileError) in try files.sync(file) }
    }

    /// Renames a synced file over another and makes the name durable.
    func replace(_ name: String, with temporary: String) throws(FileError) {
        try call(name) { () throws(FileError) in try files.rename(path(temporary), to: path(name)) }
        try syncDirectory(holding: name)
    }

    /// Makes the name of a file durable, where the disk knows how.
    func syncDirectory(holding name: String) throws(FileError) {
        try syncNames(in: name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "")
    }

    /// Makes the names in a directory durable, where the disk knows how.
    func syncNames(in parent: String) throws(FileError) { try sync(path(parent), named: parent) }

    /// Makes the name of this directory itself durable: without it, all that is in it can be gone after a crash.
    func syncOwnName() throws(FileError) {
        guard let slash = root.lastIndex(of: "/") else { return try sync(".", named: "") }
        try sync(slash == root.startIndex ? "/" : String(root[..<slash]), named: "")
    }

    private func sync(_ directory: String, named name: String) throws(FileError) {
        do {
            try call(name) { () throws(FileError) in try files.syncDirectory(directory) }
        } catch {
            // Network and FAT disks refuse to sync a directory (restic #3720, jj #4423); files are never excused.
            guard error.reason == .unsupported || error.reason == .missing else { throw error }
        }
    }

    /// Removes what an interrupted writer left in a directory.
    func removeUnfinished(in directory: String) throws(FileError) {
        for name in try list(directory) where name.hasSuffix(Self.unfinished) {
            try remove(directory.isEmpty ? name : "\(directory)/\(name)")
        }
    }
}
