import Records

/// The write-ahead log of one stream, open for writing.
///
/// Everything it holds is in memory too: after a failed sync the kernel marks the pages clean and retrying lies
/// (Rebello et al., ATC 2020), so the only way on is a new file written from memory.
final class ChangeLog {
    /// The file's description.
    private(set) var header: LogHeader
    /// What it holds, in order.
    private(set) var pending: [ChangeLines]
    private let folder: Folder
    private let tuning: StoreTuning
    private let environment: StoreEnvironment
    /// The keys that ``reset(pending:number:)`` seals the next file with; `nil` in a clear store.
    var keys: StreamKeys?
    private var cipher: FileCipher?
    /// How many writes of this file failed half-way.
    private var retry: UInt32 = 0
    private var file: OpenFile
    private var end: Int
    private var allocated: Int
    private var nextSequence: Int

    /// Writes a new log in place of whatever stands there.
    ///
    /// - Parameters:
    ///   - folder: the stream's directory.
    ///   - header: its description; the salt is drawn anew.
    ///   - pending: what it holds from the start.
    ///   - environment: sizes and random numbers.
    ///   - keys: the stream's keys, in a sealed store.
    /// - Throws: ``FileError``.
    init(
        _ folder: Folder, header: LogHeader, pending: [ChangeLines], environment: StoreEnvironment,
        keys: StreamKeys? = nil
    ) throws(FileError) {
        self.folder = folder
        self.pending = pending
        self.environment = environment
        self.keys = keys
        tuning = environment.tuning
        (self.header, end, allocated, cipher) = try Self.prepare(
            folder, header, pending, environment: environment, keys: keys)
        file = try Self.commit(folder)
        nextSequence = header.first + pending.count
    }

    /// Goes on with an undamaged log.
    ///
    /// A sealed one is begun anew instead wherever there is room: a write that was lost when the machine went off may
    /// have used the next nonce, which only a random count of retries then makes unlikely.
    ///
    /// - Parameters:
    ///   - folder: the stream's directory.
    ///   - reading: what was read from it.
    ///   - header: its description.
    ///   - size: the file's size in bytes.
    ///   - environment: sizes and random numbers.
    ///   - keys: the stream's keys, in a sealed store.
    /// - Throws: ``FileError``.
    init(
        _ folder: Folder, continuing reading: LogReading, header: LogHeader, size: Int,
        environment: StoreEnvironment, keys: StreamKeys? = nil
    ) throws(FileError) {
        self.folder = folder
        self.header = header
        pending = reading.lines
        self.environment = environment
        self.keys = keys
        cipher = keys?.cipher(.log, epoch: header.epoch, salt: header.salt, header: header.context)
        if keys != nil { retry = UInt32(truncatingIfNeeded: environment.random.next()) | 1 << 31 }
        tuning = environment.tuning
        file = try Self.continued(folder)
        end = reading.lines.reduce(LogHeader.size) { $0 + LogRecord.size(of: $1, isSealed: keys != nil) }
        allocated = size
        nextSequence = reading.nextSequence
    }

    /// How many bytes the changes take.
    var size: Int { end - LogHeader.size }

    /// Makes changes durable with one `fdatasync`.
    ///
    /// - Parameters:
    ///   - lines: the changes.
    ///   - useReserve: whether the last of the reserved room may be used.
    /// - Throws: ``FileError``. A full disk leaves everything as it was; after any other error ``isBroken`` says
    ///   whether the log can still be written.
    func append(_ lines: [ChangeLines], useReserve: Bool) throws(FileError) {
        guard let brokenBy else {
            try makeRoom(
                lines.reduce(0) { $0 + LogRecord.size(of: $1, isSealed: keys != nil) }, useReserve: useReserve)
            var bytes: [UInt8] = []
            Self.append(lines, from: nextSequence, header: header, cipher: cipher, retry: retry, to: &bytes)
            do throws(FileError) {
                try folder.write(bytes, to: file, at: end, name: FileNames.log)
            } catch {
                try takeBack(after: error, adding: lines)
                return
            }
            do throws(FileError) {
                try folder.call(FileNames.log) { () throws(FileError) in try folder.files.syncData(file) }
            } catch {
                try rewrite(pending + lines)
                return
            }
            end += bytes.count
            allocated = max(allocated, end)
            nextSequence += lines.count
            pending += lines
            return
        }
        throw brokenBy
    }

    /// The error after which nothing can be written any more.
    private(set) var brokenBy: FileError?

    /// Starts a new file that holds only some of the changes.
    ///
    /// - Parameters:
    ///   - kept: what it holds.
    ///   - number: the number of the segment that the first of them will be in.
    ///   - writer: whose log it is from now on, if that changes.
    /// - Throws: ``FileError``.
    func reset(pending kept: [ChangeLines], number: Int, writer: WriterID? = nil) throws(FileError) {
        if let brokenBy { throw brokenBy }
        var header = header
        if let writer { header.writer = writer }
        header.number = number
        header.first = nextSequence - kept.count
        let written = try Self.prepare(folder, header, kept, environment: environment, keys: keys)
        let old = file
        do throws(FileError) {
            file = try Self.commit(folder)
        } catch {
            // Which of the two files has the name now is not known: only a third one, with everything, is safe.
            try rewrite(pending)
            throw error
        }
        folder.files.close(old)
        (self.header, end, allocated, cipher) = written
        retry = 0
        pending = kept
    }

    /// Closes the file.
    func close() {
        if brokenBy == nil { folder.files.close(file) }
        brokenBy = brokenBy ?? FileError(.write, FileNames.log, code: 0, reason: .device)
    }

    /// Sees to it that so many bytes fit into room that is reserved already.
    private func makeRoom(_ count: Int, useReserve: Bool) throws(FileError) {
        let reserve = useReserve ? 0 : tuning.logReserve
        guard end + count > allocated - reserve else { return }
        let wanted = max(allocated, end + count + tuning.logReserve) + tuning.segmentBytes
        do throws(FileError) {
            try folder.call(FileNames.log) { () throws(FileError) in
                try folder.files.allocate(file, allocated..<wanted)
            }
            allocated = wanted
        } catch {
            if error.reason == .unsupported { return }
            // A disk that is full may still have lengthened the file; the room behind the last record stays zero.
            guard error.reason == .full, end + count <= allocated - reserve else { throw error }
        }
    }

    /// Cuts a write that failed half-way, so that nothing of it can be found later.
    private func takeBack(after error: FileError, adding lines: [ChangeLines]) throws(FileError) {
        retry &+= 1
        do throws(FileError) {
            try folder.call(FileNames.log) { () throws(FileError) in try folder.files.truncate(file, to: end) }
        } catch {
            // What was written half-way cannot be taken back here, so the file is left behind for a new one.
            try rewrite(pending)
            throw error
        }
        let room = allocated
        allocated = end
        do throws(FileError) {
            try folder.call(FileNames.log) { () throws(FileError) in try folder.files.allocate(file, end..<room) }
            allocated = room
        } catch {
            // Room that is gone is asked for again at the next save.
        }
        throw error
    }

    /// Leaves a file that failed behind and writes a new one from memory.
    private func rewrite(_ lines: [ChangeLines]) throws(FileError) {
        let old = file
        do throws(FileError) {
            var header = header
            header.first = nextSequence - pending.count
            (self.header, end, allocated, cipher) = try Self.prepare(
                folder, header, lines, environment: environment, keys: keys)
            retry = 0
            file = try Self.commit(folder)
            folder.files.close(old)
            nextSequence = header.first + lines.count
            pending = lines
        } catch {
            folder.files.close(old)
            brokenBy = error
            throw error
        }
    }

    /// Writes a complete new log under its temporary name; the one in use is not touched.
    private static func prepare(
        _ folder: Folder, _ header: LogHeader, _ lines: [ChangeLines], environment: StoreEnvironment,
        keys: StreamKeys?
    ) throws(FileError) -> (LogHeader, end: Int, allocated: Int, cipher: FileCipher?) {
        var header = header
        header.count = lines.count
        header.salt = environment.random.bytes(ChangeLines.saltLength)
        header.suite = keys == nil ? 0 : 1
        header.epoch = keys?.epoch ?? 0
        let cipher = keys?.cipher(.log, epoch: header.epoch, salt: header.salt, header: header.context)
        var bytes = header.bytes
        append(lines, from: header.first, header: header, cipher: cipher, retry: 0, to: &bytes)
        var allocated = bytes.count + environment.tuning.logBytes
        let temporary = FileNames.log + Folder.unfinished
        do throws(FileError) {
            try folder.writeNew(bytes, as: temporary) { file throws(FileError) in
                do throws(FileError) {
                    try folder.call(temporary) { () throws(FileError) in
                        try folder.files.allocate(file, bytes.count..<allocated)
                    }
                } catch {
                    // Without room ahead the log still works; a full disk then shows at the save.
                    guard error.reason == .full || error.reason == .unsupported else { throw error }
                    try folder.call(temporary) { () throws(FileError) in
                        try folder.files.truncate(file, to: bytes.count)
                    }
                    allocated = bytes.count
                }
            }
            guard let written = try folder.read(temporary), written.starts(with: bytes) else {
                throw FileError(.read, temporary, code: 0, reason: .device)
            }
        } catch {
            try? folder.remove(temporary)
            throw error
        }
        return (header, bytes.count, allocated, cipher)
    }

    private static func append(
        _ lines: [ChangeLines], from sequence: Int, header: LogHeader, cipher: FileCipher?, retry: UInt32,
        to bytes: inout [UInt8]
    ) {
        for (offset, line) in lines.enumerated() {
            if let cipher {
                LogRecord.append(line, sequence: sequence + offset, cipher: cipher, retry: retry, to: &bytes)
            } else {
                LogRecord.append(line, sequence: sequence + offset, salt: header.salt, to: &bytes)
            }
        }
    }

    /// Opens a log that another process left.
    private static func continued(_ folder: Folder) throws(FileError) -> OpenFile {
        let file = try folder.open(FileNames.log, .update)
        do throws(FileError) {
            // Whoever was killed may have written what is not durable yet, under a name that is not either.
            try folder.call(FileNames.log) { () throws(FileError) in try folder.files.sync(file) }
            try folder.syncDirectory(holding: FileNames.log)
            return file
        } catch {
            folder.files.close(file)
            throw error
        }
    }

    /// Puts the new log in place.
    private static func commit(_ folder: Folder) throws(FileError) -> OpenFile {
        try folder.replace(FileNames.log, with: FileNames.log + Folder.unfinished)
        return try folder.open(FileNames.log, .update)
    }
}
