import GRDBSQLite
import Records

extension StreamIndex {
    /// A record that a step changes.
    private struct Pending {
        let id: RecordID
        var number: Int64?
        let before: Record?
        var after: Record
        var changes: [Int64]
    }

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
        applied = step
    }

    private func applyPart(
        _ changes: ArraySlice<(change: StoredChange, location: Int64)>, into applied: inout Applied
    ) throws(IndexError) {
        var places: [RecordID: Int] = [:]
        var pending: [Pending] = []
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
                        Pending(
                            id: op.record, number: found?.number, before: found?.record,
                            after: found?.record ?? Record(id: op.record), changes: []))
                }
                pending[place].after.apply(op, of: stored)
                if pending[place].changes.last != number { pending[place].changes.append(number) }
            }
        }
        for item in pending {
            try write(item)
            // A rebuild asks nobody what it changed.
            if bulk == nil {
                applied.records.insert(item.id)
                if let type = item.after.type { applied.types.insert(type) }
            }
        }
        if bulk == nil || waitingTexts.count >= 10_000 { try writeTexts() }
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
        let hash = stored.id.bytes
        let insert = hot.insertChange
        insert.bind(1, lastChange)
        insert.bind(2, Self.tag(of: hash))
        insert.bind(3, hash)
        insert.bind(4, officer)
        insert.bind(5, Int64(change.moment.milliseconds))
        insert.bind(6, Int64(change.moment.zoneMinutes))
        insert.bind(7, change.clock == .doubtful ? 1 : 0)
        insert.bind(8, change.batch)
        if let undoes = change.undoes { insert.bind(9, undoes.bytes) } else { insert.bind(9, nil as Int64?) }
        insert.bind(10, location)
        try insert.run()
        if bulk == nil { changeNumbers[stored.id] = lastChange } else { bulk?.changes[stored.id] = lastChange }
        authors[lastChange] = RecordReader.Author(id: stored.id, officer: change.officer, moment: change.moment)
        return lastChange
    }

    /// Writes what became of a record, and takes out what followed from its old state and does no longer.
    private func write(_ item: Pending) throws(IndexError) {
        var item = item
        let old = item.before.map { Derivation($0, types: types, projection: projection) }
        let new = Derivation(item.after, types: types, projection: projection)
        let type = new.entry?.number ?? 0
        let doc = try RecordWriter.bytes(of: item.after, types: types) { change throws(IndexError) in
            try self.number(of: change)
        }
        var oldNumber = item.number
        if let number = item.number, RecordNumber.type(of: number) == type {
            recent[number] = nil
            hot.updateRecord.bind(1, doc)
            hot.updateRecord.bind(2, number)
            try hot.updateRecord.run()
        } else {
            let number = (lastNumber[type] ?? RecordNumber.first(of: type) - 1) + 1
            lastNumber[type] = number
            if let former = item.number {
                // It came before the change that says what it is; now it moves to its type.
                try move(former, old, to: number)
                oldNumber = nil
            }
            item.number = number
            hot.insertRecord.bind(1, number)
            hot.insertRecord.bind(2, PackedID.key(item.id))
            hot.insertRecord.bind(3, doc)
            try hot.insertRecord.run()
            bulk?.records[item.id] = number
        }
        guard let number = item.number else { return }
        for change in item.changes {
            hot.insertTouch.bind(1, number)
            hot.insertTouch.bind(2, change)
            try hot.insertTouch.run()
        }
        try replace(oldNumber == nil ? nil : old, with: new, at: number)
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

    /// Writes the full text that waits, in the order of the numbers: FTS5 gathers rows in memory only while their numbers rise,
    /// and writes a part of its index whenever one falls (fts5_index.c, sqlite3Fts5IndexBeginWrite).
    func writeTexts() throws(IndexError) {
        guard !waitingTexts.isEmpty else { return }
        for (number, texts) in waitingTexts.sorted(by: { $0.key < $1.key }) where texts.old != texts.new {
            if !texts.old.isEmpty { try run(hot.deleteText, number, texts.old) }
            if !texts.new.isEmpty { try run(hot.insertText, number, texts.new) }
        }
        waitingTexts.removeAll()
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

    private func run(_ statement: PreparedStatement, _ number: Int64, _ texts: [[UInt8]]) throws(IndexError) {
        statement.bind(1, number)
        for (place, text) in texts.enumerated() {
            if text.isEmpty {
                statement.bind(Int32(place + 2), nil as Int64?)
            } else {
                statement.bind(Int32(place + 2), utf8: text)
            }
        }
        try statement.run()
    }
}
