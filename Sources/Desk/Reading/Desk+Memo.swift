import Casework
import Index
import Records

extension Desk {
    /// Takes changes into the index, and what was worked out from the records they touch out of the memory.
    ///
    /// - Parameters:
    ///   - changes: the changes, each with the place where the store keeps it.
    ///   - isLast: `false` while many more follow from a sync: then what was worked out stands as it is until
    ///     ``workOutAgain()``, since counting again between every two of them would take longer than all of them.
    /// - Returns: what was new.
    /// - Throws: `IndexError`; nothing is applied then.
    @discardableResult
    func apply(
        _ changes: [(change: StoredChange, location: Int64)], isLast: Bool = true
    ) throws(IndexError) -> Applied {
        try applying(changes, isLast: isLast) { () throws(IndexError) in try index.apply(changes) }
    }

    /// Takes changes into the index that were prepared; see ``apply(_:isLast:)-([(StoredChange,Int64)],_)``.
    ///
    /// - Parameters:
    ///   - ahead: the changes.
    ///   - isLast: `false` while many more follow from a sync.
    /// - Returns: what was new.
    /// - Throws: `IndexError`; nothing is applied then.
    func apply(_ ahead: ChangesAhead, isLast: Bool) throws(IndexError) -> Applied {
        try applying(ahead.changes, isLast: isLast) { () throws(IndexError) in try index.apply(ahead) }
    }

    private func applying(
        _ changes: [(change: StoredChange, location: Int64)], isLast: Bool,
        _ body: () throws(IndexError) -> Applied
    ) throws(IndexError) -> Applied {
        for (change, _) in changes where change.change.ops.contains(where: { $0.path.isErasure }) {
            // From now on what is taken out is overwritten.
            try index.beginCleansing(change.change.stream)
            spoiled.insert(change.change.stream)
            memo.numbersOfErased = nil
        }
        let applied: Applied
        do {
            applied = try body()
        } catch {
            mendIndex()
            throw error
        }
        if isLast { note(applied) }
        return applied
    }

    /// Makes an index again in which something failed that could not be taken back, from what the store holds.
    func mendIndex() {
        for stream in index.openStreams where index.isBroken(stream) {
            // When this fails too there is no memory left; no image is made of what is broken, so the next opening mends it.
            try? load(stream)
        }
    }

    /// Forgets what was worked out from the records.
    func workOutAgain() { memo = Memo() }

    private static let systemTypes = Set(Casework.systemTypes.map(\.id))

    private func note(_ applied: Applied) {
        if applied.types.contains(Handover.declaration.id) { memo.openHandovers = nil }
        // What the program itself writes changes nothing that is worked out from records.
        guard applied.changes > 0, applied.types.isEmpty || !applied.types.isSubset(of: Self.systemTypes) else {
            return
        }
        // Many at once come from a sync or an import: then counting again is quicker.
        guard applied.records.count <= 200 else {
            memo = Memo()
            return
        }
        memo.conflicts = nil
        memo.letters = memo.letters.filter { !$0.value.isEmpty }
        noteQuestions(applied)
        if applied.types.contains(Room.type.id) {
            memo.room = nil
            // The plan of visits stands there.
            memo.visits = nil
        }
        if applied.types.contains(Household.type.id) {
            memo.blocks = nil
            memo.metByBlock = [:]
            memo.visits?.turnAll()
            memo.sheet = nil
            for id in applied.records { memo.livedBlock[id] = nil }
        }
        for id in applied.records {
            guard let record = (try? index.record(id)) ?? nil, let type = record.type else {
                memo = Memo()
                return
            }
            if type == Visit.type.id {
                if memo.visits != nil {
                    memo.visits?.set(id, (try? index.values(of: VisitTally.fields, of: id)) ?? nil)
                }
                refreshSheet(after: record)
            }
            guard let day = memo.due?.day else { continue }
            // An entry adds nothing itself: it says what was done about its follow-up.
            let source = type == FollowupEntry.type.id ? record.values[FollowupEntry.followup] : id
            memo.due?.list = nil
            if let source { memo.due?.set(source, (try? added(by: source, on: day)) ?? nil) }
            // A call at a door settles what was agreed there.
            guard type == Visit.type.id, let door = record.values[Visit.household] else { continue }
            for other in memo.due?.agreed(at: door) ?? [] {
                memo.due?.set(other, (try? added(by: other, on: day)) ?? nil)
            }
        }
    }

    /// What may be entered twice now; records without a door, rows of people or an official number cannot be.
    private func noteQuestions(_ applied: Applied) {
        memo.hasStaleStrays = true
        if !applied.types.isDisjoint(with: [Household.type.id, Mediation.type.id]) { memo.hasStaleTwins = true }
        if !applied.types.isDisjoint(with: [Mediation.type.id, Room.type.id]) { memo.hasStaleNumbers = true }
        guard let questions = memo.numbers, !memo.hasStaleNumbers else { return }
        // Looking for one number is quick, and a working number is hardly ever given twice.
        memo.hasStaleNumbers = applied.records.contains { id in
            if questions.contains(where: { $0.records.contains { $0.id == id } }) { return true }
            guard let number = ((try? index.record(id)) ?? nil)?.value(at: Mediation.number.path).text else {
                return false
            }
            return ((try? index.records(numbered: number)) ?? []).count > 1
        }
    }

    /// The doors that were met, counted again on a new day, for another officer, and after the plan was changed.
    func visitTally() throws(DeskError) -> VisitTally? {
        guard let person, isOpen(Visit.type.id) else { return nil }
        if let tally = memo.visits, tally.today == today, tally.officer == person.id { return tally }
        let quota = VisitQuota(room?.values[Room.quota] ?? .monthly80)
        var tally = VisitTally(today: today, officer: person.id, period: quota.period(of: today))
        let days = tally.days
        let lately = ListQuery(
            Visit.type.id,
            where: [.range(Visit.date.key, from: days.lowerBound.stored, through: days.upperBound.stored)])
        let visits = try indexed { () throws(IndexError) in try index.values(of: VisitTally.fields, in: lately) }
        for (id, values) in visits { tally.set(id, values) }
        memo.visits = tally
        memo.metByBlock = [:]
        return tally
    }
}
