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
            for range in SegmentBuilder.split(pending, size: state.segmentBytes) {
                try publish(pending[range])
                done = range.upperBound
            }
        } catch {
            failure = error
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

    private func publish(_ changes: ArraySlice<ChangeLines>) throws(StoreError) {
        let builder = SegmentBuilder(
            store: store.identity, stream: state.stream, writer: writer, random: store.environment.random,
            keys: state.keys)
        let segment = try builder.build(
            changes, number: state.newest.number + 1, previous: state.newest.hash, seen: seen())
        do throws(FileError) {
            try state.folder.makeDirectory(FileNames.segments)
            let directory = "\(FileNames.segments)/\(writer.id.rawValue)"
            if try state.folder.status(directory) == nil {
                try state.folder.makeDirectory(directory)
                try state.folder.syncDirectory(holding: FileNames.segments)
                try state.folder.syncDirectory(holding: directory)
            }
            try state.folder.publish(segment.bytes, as: StreamState.path(writer.id, segment.name))
        } catch {
            throw .file(error)
        }
        state.add(segment.name, of: writer.id)
        state.setNewestDuringRoll(segment.name.number, segment.hash)
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
