import Records

extension StreamState {
    /// Everything that the stream holds and that could be read.
    var heads: Heads {
        var heads = Heads(stream: stream)
        for (writer, names) in catalog {
            var counts: [Int: Int] = [:]
            for name in names { counts[name.number, default: 0] += 1 }
            var runs: [Heads.Run] = []
            for name in names
            where unread.isEmpty || unread[SegmentID(stream: stream, writer: writer, name: name)] == nil {
                if let last = runs.last, last.through.number + 1 == name.number, counts[name.number] == 1,
                    counts[last.through.number] == 1
                {
                    runs[runs.count - 1] = Heads.Run(from: last.from, through: name)
                } else {
                    runs.append(Heads.Run(from: name.number, through: name))
                }
            }
            heads.runs[writer] = runs
        }
        if let last = pending.last {
            heads.logged = Heads.Logged(
                writer: writer, first: newest.number + 1, count: pending.count, last: last.id)
        }
        return heads
    }

    /// What is left to read after some heads.
    struct Tail {
        /// Segments, in order of writer and number, and how many of each one's changes to skip.
        var segments: [(writer: WriterID, name: SegmentName, skip: Int)] = []
        /// How many changes of the log to skip.
        var logSkip = 0
    }

    /// Works out what is left to read.
    ///
    /// - Parameters:
    ///   - heads: what was read before.
    ///   - identities: the changes of a segment, in order.
    ///   - previous: the start of the hash that a segment names as the one before it.
    /// - Returns: what is left; `nil` when the heads contain something that is not here.
    /// - Throws: ``StoreError``.
    func tail(
        after heads: Heads, identities: (WriterID, SegmentName) throws(StoreError) -> [ChangeID],
        previous: (WriterID, SegmentName) throws(StoreError) -> String?
    ) throws(StoreError) -> Tail? {
        var contained: [WriterID: Set<SegmentName>] = [:]
        for (writer, runs) in heads.runs {
            let byNumber = Dictionary(grouping: catalog[writer] ?? [], by: \.number)
            for run in runs {
                guard byNumber[run.through.number]?.contains(run.through) == true else { return nil }
                contained[writer, default: []].insert(run.through)
                var later = run.through
                for number in (run.from..<run.through.number).reversed() {
                    guard var name = byNumber[number]?.first else { return nil }
                    if let names = byNumber[number], names.count > 1 {
                        // A fork came in since: only the one that the later segment follows was contained.
                        let short = try previous(writer, later)
                        guard let match = names.first(where: { $0.short == short }) else { return nil }
                        name = match
                    }
                    contained[writer, default: []].insert(name)
                    later = name
                }
            }
        }
        var tail = Tail()
        var toSkip = heads.logged?.count ?? 0
        var lastSkipped: ChangeID?
        for (writer, names) in catalog.sorted(by: { $0.key < $1.key }) {
            for name in names where contained[writer]?.contains(name) != true {
                var skip = 0
                if let logged = heads.logged, logged.writer == writer, name.number >= logged.first, toSkip > 0 {
                    let ids = try identities(writer, name)
                    skip = min(toSkip, ids.count)
                    toSkip -= skip
                    if skip > 0 { lastSkipped = ids[skip - 1] }
                }
                tail.segments.append((writer, name, skip))
            }
        }
        guard let logged = heads.logged else { return tail }
        if toSkip > 0 {
            let pending = pending
            guard logged.writer == writer, toSkip <= pending.count else { return nil }
            tail.logSkip = toSkip
            lastSkipped = pending[pending.startIndex + toSkip - 1].id
        }
        return lastSkipped == logged.last ? tail : nil
    }
}

extension StreamState {
    /// Notes whether a segment could be read whole.
    func note(_ findings: [Finding.Kind], of writer: WriterID, _ name: SegmentName) {
        let id = SegmentID(stream: stream, writer: writer, name: name)
        guard !findings.isEmpty else {
            if !unread.isEmpty {
                unread[id] = nil
                harmed.remove(id)
            }
            return
        }
        if findings.contains(where: { if case .damagedValues = $0 { true } else { false } }) { harmed.insert(id) }
        unread[id] = findings.contains { $0 != .parked && $0 != .missingKey }
    }
}
