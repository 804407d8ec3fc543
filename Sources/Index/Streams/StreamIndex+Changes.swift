import Records

extension StreamIndex {
    /// What is known of a change.
    func change(_ id: ChangeID) throws(IndexError) -> ChangeEntry? {
        guard let number = try number(of: id) else { return nil }
        let find = try entries(where: "number = ?")
        find.bind(1, number)
        return try read(find).first
    }

    /// An officer's changes, the last applied first.
    func changes(of officer: RecordID, limit: Int, except batch: String?) throws(IndexError) -> [ChangeEntry] {
        guard let number = officers[officer] else { return [] }
        let find = try entries(where: "officer = ? AND batch IS NOT ? ORDER BY number DESC LIMIT ?")
        find.bind(1, number)
        // Without a name for it nothing is passed over: no batch has an empty name.
        find.bind(2, batch ?? "")
        find.bind(3, Int64(limit))
        return try read(find)
    }

    /// The changes that touched a record.
    func changes(touching id: RecordID) throws(IndexError) -> [ChangeEntry] {
        guard let number = try number(of: id) else { return [] }
        let find = try entries(where: "number IN (SELECT change FROM touch WHERE record = ?) ORDER BY number")
        find.bind(1, number)
        return try read(find)
    }

    /// The changes of a batch.
    func changes(inBatch batch: String) throws(IndexError) -> [ChangeEntry] {
        let find = try entries(where: "batch = ? ORDER BY number")
        find.bind(1, batch)
        return try read(find)
    }

    /// The changes that took a change back.
    func changes(undoing id: ChangeID) throws(IndexError) -> [ChangeEntry] {
        let find = try entries(where: "undoes = ? ORDER BY number")
        find.bind(1, id.bytes)
        return try read(find)
    }

    /// How many there are.
    func changeCount() throws(IndexError) -> Int {
        let count = try statement("SELECT count(*) FROM change", "count changes")
        defer { count.reset() }
        return try count.next() ? Int(count.number(0)) : 0
    }

    /// When the newest change was made, by its writer's clock.
    func newestMoment() throws(IndexError) -> Int? {
        let find = try statement("SELECT max(ms) FROM change", "newest change")
        defer { find.reset() }
        return try find.next() && !find.isNull(0) ? Int(find.number(0)) : nil
    }

    /// Notes where changes are kept now.
    func relocate(_ changes: [(id: ChangeID, location: Int64)]) throws(IndexError) {
        try transaction { () throws(IndexError) in
            let update = try statement("UPDATE change SET location = ? WHERE number = ?", "relocate")
            for (id, location) in changes {
                guard let number = try number(of: id) else { continue }
                update.bind(1, location)
                update.bind(2, number)
                try update.run()
            }
        }
    }

    /// Takes a record out, and whatever the full text kept of it.
    func forget(_ id: RecordID) throws(IndexError) {
        guard let (number, record) = try find(id) else { return }
        try writeAllDeferred()
        try transaction { () throws(IndexError) in
            try replace(Derivation(record, types: types, projection: projection), with: nil, at: number)
            try writeTexts()
            try deleteDue(of: number)
            recent[number] = nil
            hot.deleteRecord.bind(1, number)
            try hot.deleteRecord.run()
            let touches = try statement("DELETE FROM touch WHERE record = ?", "forget")
            touches.bind(1, number)
            try touches.run()
            // The full text only marks what is deleted until its parts are merged; erased words must be gone from images.
            try Self.run("INSERT INTO found(found) VALUES('optimize')", on: connection)
        }
    }

    private func entries(where condition: String) throws(IndexError) -> PreparedStatement {
        try statement(
            "SELECT hash, officer, ms, zone, doubtful, batch, undoes, location FROM change WHERE \(condition)",
            "read changes")
    }

    private func read(_ find: PreparedStatement) throws(IndexError) -> [ChangeEntry] {
        var result: [ChangeEntry] = []
        while try find.next() {
            guard let id = ChangeID(bytes: find.bytes(0)), let officer = officerIDs[find.number(1)] else {
                find.reset()
                throw IndexError.unreadableRecord
            }
            result.append(
                ChangeEntry(
                    id: id, stream: stream, officer: officer,
                    moment: Moment(milliseconds: Int(find.number(2)), zoneMinutes: Int(find.number(3))),
                    clock: find.number(4) == 0 ? .trusted : .doubtful, batch: find.isNull(5) ? nil : find.text(5),
                    undoes: ChangeID(bytes: find.bytes(6)), location: find.number(7)))
        }
        return result
    }
}
