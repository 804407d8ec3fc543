import Records

/// Turns the log's changes into segments, in such an order that a crash anywhere loses and doubles nothing.
struct Rolling {
    let store: Store
    let state: StreamState
    let log: ChangeLog
    let writer: Writer

    func run() throws(StoreError) {
        let pending = Array(state.pending)
        guard !pending.isEmpty || log.pending.count > pending.count else { return }
        let already = log.pending.count - pending.count
        var done = 0
        var failure: StoreError?
        do throws(StoreError) {
            try settle()
            for range in SegmentBuilder.split(pending, size: state.segmentBytes) {
                let half = try publish(pending[range])
                done = range.upperBound
                if let half { throw half }
            }
        } catch {
            failure = error
        }
        if state.unsynced != nil {
            // The segment is in place, but until its name is durable the log must keep its changes.
            state.restart(published: already + done)
            throw failure ?? .unwritable
        }
        // Even when not all of it worked, what has a segment leaves the log.
        do throws(FileError) {
            try log.reset(pending: Array(pending[done...]), number: state.newest.number + 1)
            state.restart(published: 0)
        } catch {
            // The log keeps them as well; the next opening finds them in both places and counts them once.
            state.restart(published: already + done)
            throw failure ?? .file(error)
        }
        if let failure { throw failure }
    }

    /// Puts a segment in place.
    ///
    /// - Returns: what went wrong after it was in place: then its name is not durable yet.
    private func publish(_ changes: ArraySlice<ChangeLines>) throws(StoreError) -> StoreError? {
        let builder = SegmentBuilder(
            store: store.identity, stream: state.stream, writer: writer, random: store.environment.random,
            keys: state.keys)
        let segment = try builder.build(
            changes, number: state.newest.number + 1, previous: state.newest.hash, seen: seen())
        let path = StreamState.path(writer.id, segment.name)
        var failure: StoreError?
        do throws(FileError) {
            try makeDirectory()
            do throws(FileError) {
                try state.folder.publish(segment.bytes, as: path)
            } catch {
                // Another segment after the same one would be a fork, so whether this one is there must be known.
                guard try isInPlace(segment.bytes, path) else { throw error }
                state.unsynced = path
                failure = .file(error)
            }
        } catch {
            throw .file(error)
        }
        state.add(segment.name, of: writer.id)
        state.setNewestDuringRoll(segment.name.number, segment.hash)
        return failure
    }

    private func isInPlace(_ bytes: [UInt8], _ path: String) throws(FileError) -> Bool {
        do throws(FileError) {
            return try state.folder.read(path) == bytes
        } catch {
            store.report.readOnly = .disk(error)
            throw error
        }
    }

    /// Makes the writer's directory, and its name durable: a process that was killed may have left that undone.
    private func makeDirectory() throws(FileError) {
        guard state.durableDirectory != writer.id else { return }
        let directory = "\(FileNames.segments)/\(writer.id.rawValue)"
        try state.folder.makeDirectory(FileNames.segments)
        try state.folder.makeDirectory(directory)
        try state.folder.syncDirectory(holding: FileNames.segments)
        try state.folder.syncDirectory(holding: directory)
        state.durableDirectory = writer.id
    }

    /// Makes the name of a segment durable that was put in place before.
    private func settle() throws(StoreError) {
        guard let path = state.unsynced else { return }
        do throws(FileError) {
            try state.folder.syncDirectory(holding: path)
        } catch {
            throw .file(error)
        }
        state.unsynced = nil
    }

    /// The other writers' newest segments.
    private func seen() -> [SegmentHeader.Seen] {
        state.catalog.sorted { $0.key < $1.key }.compactMap { other, names in
            guard other != writer.id, let name = names.last else { return nil }
            if state.knownHashes[name] == nil {
                let line = (try? state.folder.read(StreamState.path(other, name)))?.flatMap {
                    $0.split(separator: 0x0A).first
                }
                state.knownHashes[name] = line.map { Hashing.hash(Array($0)) }
            }
            return state.knownHashes[name].map { SegmentHeader.Seen(writer: other, number: name.number, hash: $0) }
        }
    }
}
