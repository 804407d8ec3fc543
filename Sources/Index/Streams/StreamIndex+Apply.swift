import GRDBSQLite
import Records

extension StreamIndex {
    /// Applies changes, all or none.
    ///
    /// - Parameters:
    ///   - changes: changes of this stream, each with its place in the store.
    ///   - applied: gets what was new.
    /// - Throws: ``IndexError``.
    func apply(
        _ changes: [(change: StoredChange, location: Int64)], into applied: inout Applied
    ) throws(IndexError) {
        var step = applied
        try transaction { () throws(IndexError) in
            // Records are held unpacked while their changes are gathered, so long lists go in parts.
            var start = 0
            while start < changes.count {
                let end = min(start + 1000, changes.count)
                try applyPart(changes[start..<end], into: &step)
                start = end
            }
        }
        deferred.settle()
        applied = step
    }

    private func applyPart(
        _ changes: ArraySlice<(change: StoredChange, location: Int64)>, into applied: inout Applied
    ) throws(IndexError) {
        var places: [RecordID: Int] = [:]
        var pending: [PendingRecord] = []
        for (stored, location) in changes {
            guard let number = try insert(stored, at: location) else { continue }
            applied.changes += 1
            for op in stored.change.ops {
                let place: Int
                if let last = pending.last, last.id == op.record {
                    place = pending.count - 1
                } else if let known = places[op.record] {
                    place = known
                } else {
                    let found = try find(op.record)
                    place = pending.count
                    places[op.record] = place
                    pending.append(
                        PendingRecord(
                            id: op.record, former: found?.number, before: found?.record,
                            after: found?.record ?? Record(id: op.record)))
                }
                pending[place].after.apply(op, of: stored)
                if pending[place].changes.last != number { pending[place].changes.append(number) }
            }
        }
        for place in pending.indices {
            number(&pending[place])
            // A rebuild asks nobody what it changed.
            if bulk == nil {
                applied.records.insert(pending[place].id)
                if let type = pending[place].after.type { applied.types.insert(type) }
            }
        }
        try add(PendingPart(pending))
        if bulk == nil { try writeTexts() }
        if authors.count > 20_000 { authors.removeAll() }
        if changeNumbers.count > 20_000 { changeNumbers.removeAll() }
    }

    /// Adds a change.
    ///
    /// - Returns: its number; `nil` when it was applied before.
    private func insert(_ stored: StoredChange, at location: Int64) throws(IndexError) -> Int64? {
        if try number(of: stored.id) != nil { return nil }
        let change = stored.change
        let officer = try number(ofOfficer: change.officer)
        lastChange += 1
        let insert = hot.insertChange
        insert.bind(1, lastChange)
        insert.bind(2, stored.id.bytes)
        insert.bind(3, officer)
        insert.bind(4, Int64(change.moment.milliseconds))
        insert.bind(5, Int64(change.moment.zoneMinutes))
        insert.bind(6, change.clock == .doubtful ? 1 : 0)
        insert.bind(7, change.batch)
        if let undoes = change.undoes { insert.bind(8, undoes.bytes) } else { insert.bind(8, nil as Int64?) }
        insert.bind(9, location)
        try insert.run()
        if bulk == nil { changeNumbers[stored.id] = lastChange } else { bulk?.changes[stored.id] = lastChange }
        authors[lastChange] = RecordReader.Author(id: stored.id, officer: change.officer, moment: change.moment)
        return lastChange
    }

    /// Gives a record its number: a new one when it is new, or when it came before the change that says what it is.
    private func number(_ item: inout PendingRecord) {
        let type = item.after.type.flatMap { types[$0] }?.number ?? 0
        if let former = item.former, RecordNumber.type(of: former) == type {
            item.number = former
            return
        }
        item.number = (lastNumber[type] ?? RecordNumber.first(of: type) - 1) + 1
        lastNumber[type] = item.number
        bulk?.records[item.id] = item.number
    }

    /// Writes what became of records, and takes out what followed from their old state and does no longer.
    func write(_ part: PendingPart) throws(IndexError) {
        for (item, outcome) in zip(part.records, part.outcomes) { try write(item, outcome) }
    }

    private func write(_ item: PendingRecord, _ outcome: PendingPart.Outcome) throws(IndexError) {
        let doc = try outcome.doc.whole { change throws(IndexError) in try self.number(of: change) }
        if item.former == item.number {
            recent[item.number] = nil
            hot.updateRecord.bind(1, doc)
            hot.updateRecord.bind(2, item.number)
            try hot.updateRecord.run()
        } else {
            if let former = item.former { try move(former, outcome.old, to: item.number) }
            hot.insertRecord.bind(1, item.number)
            hot.insertRecord.bind(2, PackedID.key(item.id))
            hot.insertRecord.bind(3, doc)
            try hot.insertRecord.run()
        }
        for change in item.changes {
            hot.insertTouch.bind(1, item.number)
            hot.insertTouch.bind(2, change)
            try hot.insertTouch.run()
        }
        try replace(item.former == item.number ? outcome.old : nil, with: outcome.new, at: item.number)
    }

    /// Brings the other tables from one state of a record to the next.
    ///
    /// - Parameters:
    ///   - old: what they hold because of it now.
    ///   - new: what they are to hold.
    ///   - number: the record's number.
    /// - Throws: ``IndexError``.
    func replace(_ old: Derivation?, with new: Derivation?, at number: Int64) throws(IndexError) {
        let before = old?.keys ?? []
        let after = new?.keys ?? []
        for key in before where !after.contains(key) {
            hot.deleteKey.bind(1, key.field)
            hot.deleteKey.bind(2, key.value)
            hot.deleteKey.bind(3, number)
            try hot.deleteKey.run()
        }
        for key in after where !before.contains(key) {
            hot.insertKey.bind(1, key.field)
            hot.insertKey.bind(2, key.value)
            hot.insertKey.bind(3, number)
            try hot.insertKey.run()
        }
        let oldTexts = old?.texts ?? []
        let newTexts = new?.texts ?? []
        if oldTexts != newTexts {
            waitingTexts[number] = (waitingTexts[number]?.old ?? oldTexts, newTexts)
        }
        let oldDue = old?.due ?? []
        let newDue = new?.due ?? []
        if oldDue != newDue {
            if !oldDue.isEmpty { try deleteDue(of: number) }
            for row in newDue { try insert(row, of: number) }
        }
        if bulk == nil { lists.changed(number) }
    }

    func deleteDue(of number: Int64) throws(IndexError) {
        hot.deleteDue.bind(1, number)
        try hot.deleteDue.run()
    }

    func insert(_ row: DueRow, of number: Int64) throws(IndexError) {
        hot.insertDue.bind(1, number)
        hot.insertDue.bind(2, row.rule)
        hot.insertDue.bind(3, Int64(row.anchor.ordinal))
        hot.insertDue.bind(4, Int64(row.day.ordinal))
        hot.insertDue.bind(5, Int64(row.windowStart.ordinal))
        hot.insertDue.bind(6, Int64(row.priority))
        hot.insertDue.bind(7, row.kind)
        try hot.insertDue.run()
    }

    private func move(_ former: Int64, _ old: Derivation?, to number: Int64) throws(IndexError) {
        try replace(old, with: nil, at: former)
        recent[former] = nil
        hot.deleteRecord.bind(1, former)
        try hot.deleteRecord.run()
        let touches = try statement("UPDATE touch SET record = ? WHERE record = ?", "move touches")
        touches.bind(1, number)
        touches.bind(2, former)
        try touches.run()
    }
}
