public import Records

extension Store {
    /// Saves a change: when this returns it is on the disk, by one log record and one `fdatasync`.
    ///
    /// - Parameters:
    ///   - change: what was done. Ops of one record are brought together; otherwise it reads back as it is.
    ///   - freesRoom: whether it deletes or erases: then the last reserved room may be used when the disk is full.
    /// - Returns: the change with its final identity, and where it lies.
    /// - Throws: ``StoreError``. When it throws, nothing of the change was acknowledged, and unless ``readOnly`` is set
    ///   the next save may succeed.
    @discardableResult
    public func append(_ change: Change, freesRoom: Bool = false) throws(StoreError) -> LocatedChange {
        let all = try append(batch: [change], freesRoom: freesRoom)
        guard let first = all.first else { throw .unwritable }
        return first
    }

    /// Saves changes of one stream together, with one `fdatasync` for all of them.
    ///
    /// - Parameters:
    ///   - batch: what was done, in order.
    ///   - freesRoom: whether it deletes or erases.
    /// - Returns: the changes with their final identities, in order.
    /// - Throws: ``StoreError``. A crash before it returns may keep some of the changes, from the first on.
    @discardableResult
    public func append(batch: [Change], freesRoom: Bool = false) throws(StoreError) -> [LocatedChange] {
        guard let stream = batch.first?.stream else { return [] }
        let (state, log, _) = try writable(stream)
        var lines: [ChangeLines] = []
        var stored: [StoredChange] = []
        lines.reserveCapacity(batch.count)
        for change in batch {
            guard change.stream == stream else { throw .unwritable }
            let (line, readBack) = try write(change)
            lines.append(line)
            stored.append(readBack)
        }
        do throws(FileError) {
            try appendMakingRoom(lines, to: log, freesRoom: freesRoom)
        } catch {
            if let failure = log.brokenBy {
                report.readOnly = .disk(failure)
                throw .readOnly(.disk(failure))
            }
            throw .file(error)
        }
        let locations = state.added(lines)
        noticeErasures(in: batch, state)
        rollIfLarge(state)
        return zip(stored, locations).map { LocatedChange(stored: $0, location: $1) }
    }

    /// Whether so much is in the log that ``roll(_:)`` should be called when nobody waits.
    ///
    /// - Parameter stream: the stream.
    /// - Returns: whether the log has reached the size of a segment.
    public func wantsRoll(_ stream: Stream) -> Bool {
        (streams[stream]?.log?.size ?? 0) >= environment.tuning.segmentBytes
    }

    /// Turns everything in a stream's log into segments: when a sitting ends, before a sync, and when the log is large.
    ///
    /// - Parameter stream: the stream.
    /// - Throws: ``StoreError``. When it throws, nothing is lost and saving goes on as long as ``readOnly`` is `nil`.
    public func roll(_ stream: Stream) throws(StoreError) {
        let (state, log, writer) = try writable(stream)
        do throws(StoreError) {
            try Rolling(store: self, state: state, log: log, writer: writer).run()
            rollFailure = nil
        } catch {
            rollFailure = error
            if let failure = log.brokenBy { report.readOnly = .disk(failure) }
            throw error
        }
    }

    /// Writes a change's lines and proves that they read back.
    private func write(_ change: Change) throws(StoreError) -> (ChangeLines, StoredChange) {
        let lines = ChangeLines(change, random: environment.random)
        guard lines.size <= environment.tuning.largestChange else { throw .tooLarge(lines.size) }
        var expected = change
        expected.ops = change.sections.flatMap(\.self)
        var decoder = ChangeDecoder(stream: change.stream)
        let decoded = lines.body.withUnsafeBufferPointer { body in
            lines.payload.withUnsafeBufferPointer { payload in
                try? decoder.decode(body: body, payload: payload)
            }
        }
        // A number that is no number, a name that stands twice: better refused now than unreadable later.
        guard let decoded, decoded.stored.id == lines.id, decoded.stored.change == expected else { throw .unwritable }
        return (lines, decoded.stored)
    }

    private func appendMakingRoom(_ lines: [ChangeLines], to log: ChangeLog, freesRoom: Bool) throws(FileError) {
        do throws(FileError) {
            try log.append(lines, useReserve: freesRoom)
        } catch {
            guard error.reason == .full, freesRoom, log.brokenBy == nil, releaseBallast() else { throw error }
            try log.append(lines, useReserve: true)
        }
    }

    /// Gives up the room kept for hard times.
    ///
    /// - Returns: whether there was any.
    func releaseBallast() -> Bool {
        guard let status = try? folder.status(FileNames.ballast), status.size > 0 else { return false }
        return (try? folder.remove(FileNames.ballast)) != nil
    }

    private func rollIfLarge(_ state: StreamState) {
        // Nobody should wait for it, so the desk rolls when it is idle; this is for an import without a desk.
        guard let log = state.log, log.size >= 4 * environment.tuning.segmentBytes else { return }
        try? roll(state.stream)
    }
}
