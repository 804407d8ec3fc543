public import Records

extension Store {
    /// Everything that a stream holds.
    ///
    /// - Parameter stream: the stream.
    /// - Returns: its heads.
    public func heads(_ stream: Stream) -> Heads { streams[stream]?.heads ?? Heads(stream: stream) }

    /// Whether everything that some heads contain is here, so that reading from there on gives the rest.
    ///
    /// - Parameter heads: the heads of an index.
    /// - Returns: `false` when the index must be built anew.
    public func contains(_ heads: Heads) -> Bool {
        guard let state = streams[heads.stream], state.isOpen else { return false }
        return ((try? tail(of: state, after: heads)) ?? nil) != nil
    }

    /// Hands over the changes of a stream: segments in order of writer and number, the log last.
    ///
    /// The order says nothing about time and need not: changes may be applied in any order. The same change may come
    /// twice, from a copied or restored laptop; whoever applies changes goes by their identity. Decoding happens on
    /// helper threads if the environment has any, with the same result.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - heads: what was read before; `nil` reads everything.
    ///   - body: takes the changes, a segment at a time.
    /// - Returns: the heads reached and what was damaged on the way. Damage stops nothing: the rest is handed over, and
    ///   what could not be read whole is left out of the heads, so that it is read again.
    /// - Throws: ``StoreError/unopened(_:)`` in a sealed store, ``StoreError/unknownHeads`` before anything is handed over, ``StoreError/file(_:)``, and what `body`
    ///   throws.
    public func readAll(
        _ stream: Stream, from heads: Heads? = nil, _ body: ([LocatedChange]) throws -> Void
    ) throws -> ReadReport {
        let state = try state(stream)
        guard let tail = try tail(of: state, after: heads ?? Heads(stream: stream)) else {
            throw StoreError.unknownHeads
        }
        var report = ReadReport(heads: heads ?? Heads(stream: stream))
        let queue = DecodingQueue<SegmentReading>(helpers: tail.segments.count > 1 ? environment.decodingThreads : 0)
        defer { queue.end() }
        var added = 0
        for (place, segment) in tail.segments.enumerated() {
            // Far enough ahead to keep the helpers busy, not so far that the segments fill the memory.
            while added < tail.segments.count, added - place < 2 + 4 * environment.decodingThreads {
                queue.add(
                    try decoding(tail.segments[added].writer, tail.segments[added].name, state, isChecking: false))
                added += 1
            }
            guard let reading = queue.take() else { break }
            let name = path(segment.writer, segment.name, stream)
            report.findings += reading.findings.map { Finding($0, name) }
            state.note(reading.findings, of: segment.writer, segment.name)
            let changes = reading.changes.dropFirst(segment.skip).map { stored, index in
                LocatedChange(
                    stored: stored,
                    location: ChangeLocation(
                        stream: stream, writer: segment.writer, number: segment.name.number, index: index))
            }
            noticeErasures(
                in: changes, of: SegmentPlace(writer: segment.writer, name: segment.name), state, isTail: heads != nil)
            report.changes += changes.count
            if !changes.isEmpty { try body(changes) }
        }
        let logged = zip(state.pending, state.pendingLocations).dropFirst(tail.logSkip).compactMap { lines, location in
            lines.stored(in: stream).map { LocatedChange(stored: $0, location: location) }
        }
        report.changes += logged.count
        if !logged.isEmpty { try body(logged) }
        report.heads = state.heads
        return report
    }

    /// Reads one change again, for its history or to take it back.
    ///
    /// - Parameters:
    ///   - id: its identity.
    ///   - location: where it lies, as it was handed over. Without it, or when it is not there any more, the store is
    ///     searched, which takes as long as reading everything the first time.
    /// - Returns: the change.
    /// - Throws: ``StoreError/unknownChange(_:)``, ``StoreError/file(_:)``.
    public func change(_ id: ChangeID, at location: ChangeLocation? = nil) throws(StoreError) -> StoredChange {
        for stream in location.map({ [$0.stream] }) ?? Stream.allCases {
            if let lines = streams[stream]?.pendingChange(id), let stored = lines.stored(in: stream) { return stored }
        }
        if let location, let stored = try load(id, location) { return stored }
        if let location = try searched()[id], let stored = try load(id, location) { return stored }
        throw .unknownChange(id)
    }

    private func load(_ id: ChangeID, _ location: ChangeLocation) throws(StoreError) -> StoredChange? {
        let state = try state(location.stream)
        for name in state.catalog[location.writer] ?? [] where name.number == location.number {
            let reading = try read(location.writer, name, state)
            if let found = reading.changes.first(where: { $0.stored.id == id }) { return found.stored }
        }
        return nil
    }

    private func searched() throws(StoreError) -> [ChangeID: ChangeLocation] {
        if let index { return index }
        var result: [ChangeID: ChangeLocation] = [:]
        for state in streams.values where state.isOpen {
            for (writer, names) in state.catalog {
                for name in names {
                    for (stored, place) in try read(writer, name, state).changes {
                        result[stored.id] = ChangeLocation(
                            stream: state.stream, writer: writer, number: name.number, index: place)
                    }
                }
            }
        }
        index = result
        return result
    }

    /// Reads a segment; the last one is remembered, since histories walk through neighbours.
    func read(_ writer: WriterID, _ name: SegmentName, _ state: StreamState) throws(StoreError) -> SegmentReading {
        if let cache, cache.writer == writer, cache.name == name, cache.stream == state.stream { return cache.reading }
        let reading = try decoding(writer, name, state, isChecking: false)()
        cache = (writer, name, state.stream, reading)
        return reading
    }

    /// Reads a segment's bytes and returns the work of decoding them.
    func decoding(
        _ writer: WriterID, _ name: SegmentName, _ state: StreamState, isChecking: Bool
    ) throws(StoreError) -> @Sendable () -> SegmentReading {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try state.folder.read(StreamState.path(writer, name)) ?? []
        } catch {
            // A sector that cannot be read is damage like any other: what else there is goes on.
            guard error.operation == .read else { throw .file(error) }
            bytes = []
        }
        let stream = state.stream
        let store = identity
        let seal = state.seal(writer)
        return {
            SegmentReading(bytes, stream: stream, store: store, name: name, isChecking: isChecking, seal: seal)
        }
    }

    /// A segment's path relative to the store.
    func path(_ writer: WriterID, _ name: SegmentName, _ stream: Stream) -> String {
        "\(stream.rawValue)/\(StreamState.path(writer, name))"
    }

    private func tail(of state: StreamState, after heads: Heads) throws(StoreError) -> StreamState.Tail? {
        try state.tail(after: heads) { (writer, name) throws(StoreError) in
            try read(writer, name, state).changes.map(\.stored.id)
        } previous: { (writer, name) throws(StoreError) in
            try read(writer, name, state).header?.previous?.short
        }
    }
}

extension ChangeLines {
    /// The change in these lines.
    func stored(in stream: Stream) -> StoredChange? {
        var decoder = ChangeDecoder(stream: stream)
        return body.withUnsafeBufferPointer { body in
            payload.withUnsafeBufferPointer { payload in
                try? decoder.decode(body: body, payload: payload).stored
            }
        }
    }
}
