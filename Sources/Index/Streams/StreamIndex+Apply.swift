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
                if bulk == nil {
                    let part = try gather(changes[start..<end])
                    part.workOut(types: types, projection: projection)
                    try write(part, into: &step)
                } else {
                    try add(changes[start..<end], into: &step)
                }
                start = end
            }
        }
        deferred.settle()
        applied = step
    }

    /// Applies a part that was gathered and worked out before, all or nothing.
    func apply(_ part: PendingPart, into applied: inout Applied) throws(IndexError) {
        var step = applied
        lists.isHolding = deferred.isOn
        defer { lists.isHolding = false }
        try transaction { () throws(IndexError) in try write(part, into: &step) }
        deferred.settle()
        applied = step
    }

    /// Looks up the records that changes touch; nothing is written.
    ///
    /// - Parameters:
    ///   - changes: the changes.
    ///   - known: the places of those that were applied before.
    /// - Returns: the records, their ops still to be applied.
    /// - Throws: ``IndexError``.
    func gather(
        _ changes: ArraySlice<(change: StoredChange, location: Int64)>, without known: Set<Int> = []
    ) throws(IndexError) -> PendingPart {
        var pending = PendingRecords()
        for change in changes.indices where !known.contains(change) {
            let ops = changes[change].change.change.ops
            for (number, op) in ops.enumerated() {
                let place = try place(of: op.record, in: &pending, count: ops.count)
                pending.all[place].ops.append((change, number))
            }
        }
        return PendingPart(changes, records: pending.all, turn: turn)
    }

    /// Where a record stands among those that are touched; it is looked up when it is touched for the first time.
    private func place(
        of record: RecordID, in pending: inout PendingRecords, count: Int
    ) throws(IndexError) -> Int {
        if let place = pending.place(of: record) { return place }
        return pending.add(PendingRecord(record, try find(record), count: count))
    }

    /// Writes a part that was worked out.
    ///
    /// What it was worked out from may have changed since: then it is worked out again, here.
    private func write(_ part: PendingPart, into applied: inout Applied) throws(IndexError) {
        var numbers: [Int: Int64] = [:]
        var known: Set<Int> = []
        for (place, (stored, location)) in zip(part.changes.indices, part.changes) {
            if let number = try insert(stored, at: location) {
                numbers[place] = number
            } else {
                known.insert(place)
            }
        }
        var part = part
        if !known.isEmpty || isStale(part) {
            part = try gather(part.changes, without: known)
            part.workOut(types: types, projection: projection)
        }
        applied.changes += numbers.count
        var touched: Set<RecordID> = []
        for place in part.records.indices {
            number(&part.records[place])
            for (change, _) in part.records[place].ops {
                guard let number = numbers[change], part.records[place].changes.last != number else { continue }
                part.records[place].changes.append(number)
            }
            touched.insert(part.records[place].id)
            if let type = part.records[place].after.type { applied.types.insert(type) }
        }
        applied.records.formUnion(touched)
        try write(part)
        try writeTexts()
        note(touched)
        if authors.count > 20_000 { authors.removeAll() }
        if changeNumbers.count > 20_000 { changeNumbers.removeAll() }
    }

    /// Whether a record of a part was written since the part was gathered.
    private func isStale(_ part: PendingPart) -> Bool {
        let since = turn - part.turn
        if since == 0 { return false }
        guard since <= lately.count else { return true }
        return lately.suffix(since).contains { touched in part.records.contains { touched.contains($0.id) } }
    }

    private func note(_ touched: Set<RecordID>) {
        turn += 1
        if lately.count == Self.mostTurns { lately.removeFirst() }
        lately.append(touched)
    }

    /// A part that was gathered longer ago than so many others were written is worked out again.
    private static let mostTurns = 8

    /// Adds changes to a rebuild.
    private func add(
        _ changes: ArraySlice<(change: StoredChange, location: Int64)>, into applied: inout Applied
    ) throws(IndexError) {
        var pending = PendingRecords()
        for (stored, location) in changes {
            guard let number = try insert(stored, at: location) else { continue }
            applied.changes += 1
            let ops = stored.change.ops
            for op in ops {
                let place = try place(of: op.record, in: &pending, count: ops.count)
                pending.all[place].after.apply(op, of: stored)
                if pending.all[place].changes.last != number { pending.all[place].changes.append(number) }
            }
        }
        // A rebuild asks nobody what it changed.
        for place in pending.all.indices { number(&pending.all[place]) }
        try add(PendingPart([], records: pending.all, turn: turn))
        if authors.count > 20_000 { authors.removeAll() }
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
        for gone in part.goneKeys { try run(hot.deleteKey, gone.key, part.records[gone.record].number) }
        for new in part.newKeys { try run(hot.insertKey, new.key, part.records[new.record].number) }
    }

    private func write(_ item: PendingRecord, _ outcome: PendingPart.Outcome) throws(IndexError) {
        let doc = try outcome.doc.whole { change throws(IndexError) in try self.number(of: change) }
        if item.former == item.number {
            recent[item.number] = nil
            hot.updateRecord.bind(2, item.number)
            try hot.updateRecord.run(1, doc)
        } else {
            if let former = item.former { try move(former, outcome.old, to: item.number) }
            hot.insertRecord.bind(1, item.number)
            hot.insertRecord.bind(2, PackedID.key(item.id))
            try hot.insertRecord.run(3, doc)
        }
        for change in item.changes {
            hot.insertTouch.bind(1, item.number)
            hot.insertTouch.bind(2, change)
            try hot.insertTouch.run()
        }
        try replace(item.former == item.number ? outcome.old : nil, with: outcome.new, at: item.number)
    }

    /// Brings the other tables from one state of a record to the next, but for the keys.
    ///
    /// - Parameters:
    ///   - old: what they hold because of it now.
    ///   - new: what they are to hold.
    ///   - number: the record's number.
    /// - Throws: ``IndexError``.
    private func replace(_ old: Derivation?, with new: Derivation?, at number: Int64) throws(IndexError) {
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
        if bulk == nil { lists.changed(number, isGone: old?.isListed == true && new?.isListed != true) }
    }

    private func run(_ statement: PreparedStatement, _ key: Derivation.Key, _ number: Int64) throws(IndexError) {
        statement.bind(1, key.field)
        statement.bind(3, number)
        try statement.run(2, key.value)
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
        for key in old?.keys ?? [] { try run(hot.deleteKey, key, former) }
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
