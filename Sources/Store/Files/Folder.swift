/// A directory of the store, and what is done with whole files in it.
///
/// Names are relative to it, so that errors name `general/wal` and never a machine's path.
struct Folder: Sendable {
    /// The disk.
    let files: any FileSystem
    /// The directory's path.
    let root: String

    /// The path of a name.
    func path(_ name: String) -> String { name.isEmpty ? root : "\(root)/\(name)" }

    /// A directory inside this one.
    func folder(_ name: String) -> Folder { Folder(files: files, root: path(name)) }

    /// Repeats a call for as long as signals interrupt it, and names the file in its error.
    func call<Result>(_ name: String, _ body: () throws(FileError) -> Result) throws(FileError) -> Result {
        while true {
            do {
                return try body()
            } catch {
                guard error.reason != .interrupted else { continue }
                throw FileError(error.operation, name, code: error.code, reason: error.reason)
            }
        }
    }

    /// Opens a file.
    func open(_ name: String, _ mode: OpenMode) throws(FileError) -> OpenFile {
        try call(name) { () throws(FileError) in try files.open(path(name), mode) }
    }

    /// What a name stands for; `nil` when there is nothing.
    func status(_ name: String) throws(FileError) -> FileStatus? {
        do {
            return try call(name) { () throws(FileError) in try files.status(path(name)) }
        } catch {
            guard error.reason == .missing else { throw error }
            return nil
        }
    }

    /// The names in a directory in order; none when there is no such directory.
    func list(_ name: String) throws(FileError) -> [String] {
        do {
            return try call(name) { () throws(FileError) in try files.list(path(name)) }
        } catch {
            guard error.reason == .missing else { throw error }
            return []
        }
    }

    /// Makes a directory, unless it is there.
    func makeDirectory(_ name: String) throws(FileError) {
        do {
            try call(name) { () throws(FileError) in try files.makeDirectory(path(name)) }
        } catch {
            guard error.reason == .exists else { throw error }
        }
    }

    /// Removes a file, unless it is gone already.
    func remove(_ name: String) throws(FileError) {
        do {
            try call(name) { () throws(FileError) in try files.remove(path(name)) }
        } catch {
            guard error.reason == .missing else { throw error }
        }
    }

    /// Fills a buffer from an open file.
    ///
    /// - Returns: how many bytes there were; fewer than asked only at the end of the file.
    func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from file: OpenFile, at offset: Int, name: String
    ) throws(FileError) -> Int {
        var done = 0
        while done < buffer.count {
            let count = try call(name) { () throws(FileError) in
                try files.read(
                    file, at: offset + done, into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
            }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// Writes all bytes, however many calls it takes.
    func write(_ bytes: UnsafeRawBufferPointer, to file: OpenFile, at offset: Int, name: String) throws(FileError) {
        var done = 0
        while done < bytes.count {
            let count = try call(name) { () throws(FileError) in
                try files.write(file, at: offset + done, UnsafeRawBufferPointer(rebasing: bytes[done...]))
            }
            // A disk that takes nothing and gives no reason would be asked for ever.
            guard count > 0 else { throw FileError(.write, name, code: 0, reason: .device) }
            done += count
        }
    }

    /// Writes all bytes of an array.
    func write(_ bytes: [UInt8], to file: OpenFile, at offset: Int, name: String) throws(FileError) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(FileError) in try write(buffer, to: file, at: offset, name: name) }
        }
        try result.get()
    }

    /// Reads the first line of a file, without its end; `nil` when there is none within so many bytes.
    func readLine(_ name: String, upTo count: Int = 64 * 1024) throws(FileError) -> [UInt8]? {
        let file = try open(name, .read)
        defer { files.close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = try bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(FileError) in try fill(buffer, from: file, at: 0, name: name) }
        }.get()
        return bytes[..<read].firstIndex(of: 0x0A).map { Array(bytes[..<$0]) }
    }

    /// Reads a whole file; `nil` when there is none.
    func read(_ name: String) throws(FileError) -> [UInt8]? {
        guard let size = try status(name)?.size else { return nil }
        let file = try open(name, .read)
        defer { files.close(file) }
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(FileError) {
                count = try fill(UnsafeMutableRawBufferPointer(buffer), from: file, at: 0, name: name)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
