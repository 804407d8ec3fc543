import Records

/// Brings the logs and the writer's identity of an opened store into order.
struct Recovery {
    let store: Store

    private struct Found {
        var reading: LogReading?
        var size = 0
        /// What of the log has no segment yet.
        var lines: [ChangeLines] = []
        var mustRewrite = false
    }

    /// Opens what can be opened, for writing if possible.
    func recover() throws(FileError) {
        if store.report.readOnly == nil { try run() } else { try readOnly() }
        store.report.logged = store.streams.values.reduce(0) { $0 + $1.pending.count }
    }

    private func run() throws(FileError) {
        try store.loadErasures()
        var found: [Stream: Found] = [:]
        for stream in Stream.allCases { found[stream] = try readLog(stream) }
        let file = try store.folder.read(FileNames.writer).flatMap(WriterFile.init)
        for stream in Stream.allCases { reportMissing(stream, found[stream]?.reading, file) }
        let machine = WriterFile.machineHash(store.environment.machine, store: store.identity)
        let claim = try continuing(file, machine: machine, found)
        let writer = if let claim { claim } else { try newWriter(after: file) }
        store.identityInUse = writer
        let boxes = sealed(writer, isNew: claim == nil, file)
        for stream in Stream.allCases {
            guard let state = store.streams[stream], let log = found[stream] else { continue }
            state.writer = writer.id
            // The log of a stream that is not open waits for somebody who can open it.
            guard state.isOpen else { continue }
            let newest = try self.newest(of: writer.id, state)
            state.setNewest(newest?.number ?? 0, newest?.hash)
            try openLog(state, log, writer: writer)
            state.restart(published: 0)
        }
        // The file comes last: whoever finds it knows that there were logs.
        if claim == nil { store.report.isNewWriter = try store.folder.status(FileNames.writer) != nil }
        if let boxes {
            try WriterFile.write(writer, boxes: boxes, to: store, machine: machine)
        } else if claim == nil {
            try WriterFile.write(writer, store: store.identity, to: store.folder, machine: machine)
        }
        store.resumeErasures()
        keepBallast()
    }

    /// Reads what can be read, and writes nothing.
    private func readOnly() throws(FileError) {
        try store.loadErasures()
        for stream in Stream.allCases {
            guard let state = store.streams[stream], state.isOpen else { continue }
            let found = try readLog(stream, keepsAside: false)
            state.readOnlyLog = found.lines
            if let header = found.reading?.header { state.writer = header.writer }
            state.setNewest(try newest(of: state.writer, state)?.number ?? 0, nil)
            state.restart(published: 0)
        }
    }

    private func readLog(_ stream: Stream, keepsAside: Bool = true) throws(FileError) -> Found {
        guard let state = store.streams[stream], let bytes = try state.folder.read(FileNames.log) else {
            return Found()
        }
        let reading = LogReading(bytes, isSealed: state.isSealed, keys: state.keys)
        guard state.isOpen else { return Found(reading: reading) }
        var found = Found(reading: reading, size: bytes.count, lines: reading.lines, mustRewrite: reading.isDamaged)
        if reading.isUnopened {
            let name = "\(stream.rawValue)/\(FileNames.log)"
            let aside = keepsAside ? try keep(bytes[...], state) : nil
            store.report.findings.append(Finding(.missingKey, name, aside: aside))
            found.mustRewrite = true
        }
        if keepsAside, reading.isDamaged { try report(reading, bytes, state) }
        // A crash, or a full disk, between publishing a segment and resetting the log leaves changes in both.
        if let header = reading.header {
            var published: Set<ChangeID> = []
            for name in state.catalog[header.writer] ?? [] where name.number >= header.number {
                do throws(StoreError) {
                    for change in try store.read(header.writer, name, state).changes {
                        published.insert(change.stored.id)
                    }
                } catch {
                    // What cannot be read now stays in the log, and is counted once all the same.
                }
            }
            found.lines.removeAll { published.contains($0.id) }
        }
        if found.lines.count != reading.lines.count {
            found.mustRewrite = true
            // They leave the log only once the names of their segments are durable.
            if keepsAside, let writer = reading.header?.writer {
                try state.folder.syncDirectory(holding: "\(FileNames.segments)/\(writer.rawValue)")
                try state.folder.syncDirectory(holding: "\(FileNames.segments)/\(writer.rawValue)/")
            }
        }
        // An erasure that was saved and not yet carried out is known from here.
        for scope in found.lines.flatMap(\.erasures) { state.erasures.note(scope) }
        for place in found.lines.indices {
            guard let redacted = found.lines[place].redacted(by: state.erasures.list) else { continue }
            found.lines[place] = redacted
            found.mustRewrite = true
        }
        return found
    }

    /// Says so when the log is gone, or segments that it or later segments follow.
    private func reportMissing(_ stream: Stream, _ log: LogReading?, _ file: WriterFile?) {
        guard let state = store.streams[stream] else { return }
        if log == nil, let file, file.store == store.identity, file.keys[stream] != nil {
            store.report.findings.append(Finding(.missingLog, "\(stream.rawValue)/\(FileNames.log)"))
        }
        guard let header = log?.header else { return }
        let names = state.catalog[header.writer] ?? []
        var next = 1
        for name in names where name.number >= next {
            if name.number > next {
                let path = "\(stream.rawValue)/\(StreamState.path(header.writer, name))"
                store.report.findings.append(Finding(.brokenChain, path))
            }
            next = name.number + 1
        }
        if header.number > next {
            store.report.findings.append(Finding(.brokenChain, "\(stream.rawValue)/\(FileNames.log)"))
        }
    }

    /// Keeps damaged bytes and says what they mean.
    private func report(_ reading: LogReading, _ bytes: [UInt8], _ state: StreamState) throws(FileError) {
        let name = "\(state.stream.rawValue)/\(FileNames.log)"
        if reading.isRepaired { store.report.findings.append(Finding(.repairedLog, name)) }
        var aside: String?
        for gap in reading.gaps { aside = try keep(bytes[gap], state) }
        if !reading.gaps.isEmpty || reading.missing > 0 {
            store.report.findings.append(Finding(.damagedLog(changes: reading.missing), name, aside: aside))
        }
        if !reading.tail.isEmpty {
            let aside = try keep(bytes[reading.tail], state)
            store.report.findings.append(Finding(.tornTail(bytes: reading.tail.count), name, aside: aside))
        }
        if reading.header == nil {
            let aside = try keep(bytes[...], state)
            store.report.findings.append(Finding(.damagedLog(changes: 0), name, aside: aside))
        }
    }

    /// Puts damaged bytes into a file of their own, named by their hash so that doing it again changes nothing.
    private func keep(_ bytes: ArraySlice<UInt8>, _ state: StreamState) throws(FileError) -> String {
        let name = "\(FileNames.aside)/wal-\(Hashing.hash(Array(bytes)).short).part"
        try state.folder.makeDirectory(FileNames.aside)
        try state.folder.syncDirectory(holding: FileNames.aside)
        if try state.folder.status(name) == nil { try state.folder.publish(Array(bytes), as: name) }
        return "\(state.stream.rawValue)/\(name)"
    }

    /// The writer to go on as; `nil` when anything is in doubt and a new one must be made.
    private func continuing(
        _ file: WriterFile?, machine: String, _ found: [Stream: Found]
    ) throws(FileError) -> Writer? {
        guard let file, let claim = try claimed(file, machine: machine), try isContinuous(claim, found) else {
            return nil
        }
        return claim
    }

    private func newWriter(after file: WriterFile?) throws(FileError) -> Writer {
        do throws(StoreError) {
            let former = file.flatMap { file in
                file.store == store.identity
                    ? FormerWriter(file.id, since: store.environment.clock.now.milliseconds) : nil
            }
            return try Writer(
                random: store.environment.random, incarnation: (file?.incarnation ?? 0) &+ 1,
                streams: store.streams.values.filter(\.isOpen).map(\.stream), former: former)
        } catch {
            throw FileError(.read, FileNames.writer, code: 0, reason: .device)
        }
    }

    /// The writer's private keys, sealed under the newest keys; `nil` when its file is as it must be.
    private func sealed(_ writer: Writer, isNew: Bool, _ file: WriterFile?) -> [Stream: SealedText]? {
        guard let keyring = store.keyring, isNew || file?.isOutdated(keyring) == true else { return nil }
        let kept = isNew ? [:] : file?.boxes ?? [:]
        return WriterFile.seal(writer, keyring: keyring, kept: kept, environment: store.environment)
    }

    /// The writer this laptop used last, if nothing speaks against its being the same laptop and the same files.
    private func claimed(_ file: WriterFile, machine: String) throws(FileError) -> Writer? {
        guard let status = try store.folder.status(FileNames.writer),
            file.isOriginal(status, machine: machine, store: store.identity)
        else { return nil }
        return file.writer(store.keyring)
    }

    /// Whether the writer's logs and newest segments are as it left them.
    private func isContinuous(_ writer: Writer, _ found: [Stream: Found]) throws(FileError) -> Bool {
        for (stream, log) in found.sorted(by: { $0.key < $1.key }) {
            guard let state = store.streams[stream] else { return false }
            // Made while the stream was not open, it never wrote there.
            guard writer.keys[stream] != nil else { continue }
            if let reading = log.reading, reading.header?.writer != writer.id { return false }
            let names = state.catalog[writer.id] ?? []
            // The logs were there before the writer's file was.
            if log.reading == nil { return false }
            for (place, name) in names.enumerated() where name.number != place + 1 { return false }
            if let header = log.reading?.header, header.number > names.count + 1 { return false }
            guard try !isAhead(of: names, writer.id, state) else { return false }
            guard !names.isEmpty else { continue }
            guard let newest = try newest(of: writer.id, state), newest.hash != nil else { return false }
        }
        return true
    }

    /// Whether another writer has seen a segment of this one that is not here: then this is what a backup held.
    private func isAhead(of names: [SegmentName], _ writer: WriterID, _ state: StreamState) throws(FileError) -> Bool {
        for (other, theirs) in state.catalog.sorted(by: { $0.key < $1.key }) where other != writer {
            guard let newest = theirs.last, let line = try state.folder.readLine(StreamState.path(other, newest)),
                Hashing.hash(line).short == newest.short, let header = SegmentHeader(line[...]),
                let seen = header.seen.first(where: { $0.writer == writer })
            else { continue }
            if !names.contains(SegmentName(number: seen.number, short: seen.hash.short)) { return true }
        }
        return false
    }

    /// A writer's newest segment; without a hash when its head is damaged.
    private func newest(of writer: WriterID, _ state: StreamState) throws(FileError) -> (
        number: Int, hash: Fingerprint?
    )? {
        guard let name = state.catalog[writer]?.last else { return nil }
        let bytes = try state.folder.read(StreamState.path(writer, name)) ?? []
        let line = bytes.prefix { $0 != 0x0A }
        let hash = Hashing.hash(Array(line))
        let isGood = hash.short == name.short && SegmentHeader(line) != nil
        return (name.number, isGood ? hash : nil)
    }

    private func openLog(_ state: StreamState, _ found: Found, writer: Writer) throws(FileError) {
        if let reading = found.reading, let header = reading.header, !found.mustRewrite, header.writer == writer.id,
            !state.isSealed
        {
            state.log = try ChangeLog(
                state.folder, continuing: reading, header: header, size: found.size, environment: store.environment)
            return
        }
        let first = max(1, (found.reading?.nextSequence ?? 1) - found.lines.count)
        let header = LogHeader(
            store: store.identity, stream: state.stream, writer: writer.id, number: state.newest.number + 1,
            first: first, salt: [])
        func begin() throws(FileError) {
            state.log = try ChangeLog(
                state.folder, header: header, pending: found.lines, environment: store.environment, keys: state.keys)
        }
        do throws(FileError) {
            try begin()
        } catch {
            guard error.reason == .full else { throw error }
            do throws(FileError) {
                guard store.releaseBallast() else { throw error }
                try begin()
            } catch {
                // No room for a fresh one: the old one goes on, if it is as it should be and under the newest key.
                guard error.reason == .full, let keys = state.keys, let reading = found.reading,
                    let header = reading.header, !found.mustRewrite, header.writer == writer.id,
                    header.epoch == keys.epoch
                else { throw error }
                state.log = try ChangeLog(
                    state.folder, continuing: reading, header: header, size: found.size,
                    environment: store.environment, keys: keys)
            }
        }
    }

    /// Keeps room on the disk for hard times, while there is plenty.
    private func keepBallast() {
        let size = store.environment.tuning.ballastBytes
        let folder = store.folder
        guard size > 0, (try? folder.status(FileNames.ballast))?.size != size,
            let free = try? folder.files.freeSpace(folder.root), free > 8 * size
        else { return }
        try? folder.writeNew([], as: FileNames.ballast) { file throws(FileError) in
            try folder.files.allocate(file, 0..<size)
        }
    }
}
