extension StreamIndex {
    /// Starts a rebuild of an empty stream: one transaction, no indexes until the end, the full text apart.
    ///
    /// - Parameter helper: where work is done beside this thread.
    /// - Throws: ``IndexError``.
    func beginBulk(_ helper: Helper) throws(IndexError) {
        let fullText = try FullTextBuilder()
        for sql in Schema.indexes {
            let name = sql.split(separator: " ").drop { $0 != "INDEX" }.dropFirst().first ?? ""
            try Self.run("DROP INDEX \(name)", on: connection)
        }
        try Self.run("BEGIN IMMEDIATE", on: connection)
        bulk = BulkState(helper: helper, fullText: fullText)
    }

    /// Has a part's tables worked out elsewhere, and writes down the oldest part that is.
    func add(_ part: PendingPart) throws(IndexError) {
        let types = types
        let projection = projection
        guard let helper = bulk?.helper else {
            part.workOut(types: types, projection: projection)
            return try write(part)
        }
        for item in part.records {
            let parts = bulk?.underWay[item.id]?.parts ?? 0
            bulk?.underWay[item.id] = (item.after, parts + 1)
        }
        bulk?.parts.append((part, helper.start { part.workOut(types: types, projection: projection) }))
        while let count = bulk?.parts.count, count > BulkState.mostParts { try writeOldestPart() }
    }

    private func writeOldestPart() throws(IndexError) {
        guard let (part, finish) = bulk?.parts.removeFirst() else { return }
        finish()
        try write(part)
        for item in part.records {
            guard let parts = bulk?.underWay[item.id]?.parts else { continue }
            if parts > 1 { bulk?.underWay[item.id]?.parts = parts - 1 } else { bulk?.underWay[item.id] = nil }
        }
        if waitingTexts.count >= BulkState.textsAtOnce { startTexts(isLast: false) }
    }

    /// Has the full text that waits written elsewhere.
    private func startTexts(isLast: Bool) {
        guard let bulk else { return }
        bulk.finishTexts?()
        let texts = waitingTexts
        waitingTexts = [:]
        self.bulk?.finishTexts = bulk.helper.start { [fullText = bulk.fullText] in
            fullText.write(texts, isLast: isLast)
        }
    }

    /// Finishes a rebuild.
    ///
    /// - Throws: ``IndexError``.
    func finishBulk() throws(IndexError) {
        guard bulk != nil else { return }
        while bulk?.parts.isEmpty == false { try writeOldestPart() }
        startTexts(isLast: true)
        for sql in Schema.indexes { try Self.run(sql, on: connection) }
        bulk?.finishTexts?()
        try bulk?.fullText.move(to: connection)
        try Self.run("COMMIT", on: connection)
        try setMerging()
        bulk = nil
        lists.removeAll()
    }
}
