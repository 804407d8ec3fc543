import Casework
import Index
public import Records
import Store

extension Desk {
    /// Everything that two laptops did differently in records that the officer may read, the newest record first.
    ///
    /// - Parameter limit: at most so many records of each stream.
    /// - Returns: the conflicts, several of one record together.
    /// - Throws: ``DeskError``.
    public func conflicts(limit: Int = 1000) throws(DeskError) -> [Conflict] {
        var result: [Conflict] = []
        for record in try conflictRecords(limit: limit) {
            for path in record.conflicts {
                if let conflict = try conflict(at: path, in: record) { result.append(conflict) }
            }
        }
        return result
    }

    /// The conflicts of one record.
    ///
    /// - Parameter id: the record.
    /// - Returns: its conflicts, in order of their paths.
    /// - Throws: ``DeskError/notFound`` when there is no such record, or the officer may not know of it.
    public func conflicts(in id: RecordID) throws(DeskError) -> [Conflict] {
        let record = try whole(id)
        var result: [Conflict] = []
        for path in record.isDeleted ? [] : record.conflicts {
            if let conflict = try conflict(at: path, in: record) { result.append(conflict) }
        }
        return result
    }

    /// A conflict as it stands now.
    ///
    /// - Parameter id: names it.
    /// - Returns: the conflict; `nil` when it was settled.
    /// - Throws: ``DeskError/notFound`` when there is no such record, or the officer may not know of it.
    public func conflict(_ id: Conflict.ID) throws(DeskError) -> Conflict? {
        let record = try whole(id.record)
        return record.isDeleted ? nil : try conflict(at: id.path, in: record)
    }

    /// Settles a conflict by an ordinary change: checked as every save is, and taken back by the same undo.
    ///
    /// It replaces what the officer saw. What came from elsewhere meanwhile stays, and asks again.
    ///
    /// - Parameters:
    ///   - conflict: the conflict as it was shown.
    ///   - choice: what the officer decided.
    /// - Returns: the record as it stands now; a deleted one as well.
    /// - Throws: ``DeskError/refused(_:)`` when a rule speaks against the outcome that did not speak against the record before.
    @discardableResult
    public func resolve(_ conflict: Conflict, _ choice: Conflict.Choice) throws(DeskError) -> Record {
        let now = try whole(conflict.base.id)
        try requireOpened(now)
        // Sides that were shown without their words decide nothing, also after the record was opened.
        guard !conflict.isClosed else { throw .reasonNeeded }
        let (_, stream) = try writable(now)
        let outcome = try outcome(of: conflict, choice)
        let refusals = outcome.problems.filter { $0.severity == .refusal }
        guard refusals.isEmpty else { throw .refused(refusals) }
        try commit(outcome.ops, to: stream)
        return try record(conflict.base.id, includingDeleted: true)
    }

    /// What speaks against settling a conflict so, and what is doubtful in it.
    ///
    /// - Parameters:
    ///   - conflict: the conflict as it was shown.
    ///   - choice: what the officer decided.
    /// - Returns: refusals and warnings that the record did not have before.
    /// - Throws: ``DeskError``.
    public func problems(
        resolving conflict: Conflict, _ choice: Conflict.Choice
    ) throws(DeskError) -> [Problem] { try outcome(of: conflict, choice).problems }

    /// What settling a conflict would write, and what speaks against it.
    ///
    /// Only what no rule spoke against before: one decision at a time must be possible in a record that is not in order.
    private func outcome(
        of conflict: Conflict, _ choice: Conflict.Choice
    ) throws(DeskError) -> (ops: [Op], problems: [Problem]) {
        let base = conflict.base
        let type = conflict.type
        let value: Value
        switch choice {
        case .version(let place):
            guard conflict.versions.indices.contains(place) else { throw .notFound }
            value = conflict.versions[place].value
        case .both:
            guard let both = conflict.both else {
                throw .refused([Problem(conflict.path, .refusal, Self.oneOnly)])
            }
            value = both
        case .value(let other): value = other
        }
        guard !value.isGone else { throw .refused([Problem(conflict.path, .refusal, Self.gone)]) }
        var ops = [base.settling(conflict.path, with: value)]
        var values = base.values
        switch conflict.kind {
        case .field:
            values[conflict.path] = value
            values = try completing(values, of: type, base: base)
            ops += base.edits(to: values).filter { $0.path != conflict.path }
        case .row:
            if value == .null, let row = conflict.path.row { values.removeRow(row, from: conflict.path.key) }
        case .record: return (ops, [])
        }
        let known = problems(in: base.values, of: type, base: base)
        return (ops, problems(in: values, of: type, base: base).filter { !known.contains($0) })
    }

    /// Refuses what no rule spoke against before.
    func refuseNew(in values: FieldValues, of type: RecordType, base: Record) throws(DeskError) {
        let known = problems(in: base.values, of: type, base: base)
        let refusals = problems(in: values, of: type, base: base)
            .filter { $0.severity == .refusal && !known.contains($0) }
        guard refusals.isEmpty else { throw .refused(refusals) }
    }

    /// The records with a conflict that the officer may read.
    func conflictRecords(limit: Int) throws(DeskError) -> [Record] {
        try indexed { () throws(IndexError) in try index.conflicts(limit: limit) }.filter { mayRead($0) }
    }

    private func conflict(at path: FieldPath, in record: Record) throws(DeskError) -> Conflict? {
        guard record.isConflict(at: path), let name = record.type else { return nil }
        let type = try type(name)
        let versions = path.isLife ? try sides(ofLife: path, in: record) : try sides(of: path, in: record)
        let shown = path.isLife ? nil : record.registers[path]?.versions.first?.change
        // What lists do not show of a restricted record, the list of conflicts does not show either.
        let isClosed = isRestricted(record) && opened[record.id] == nil
        return Conflict(
            base: isClosed ? discreet(record) : record, type: type, path: path,
            kind: path == .life ? .record : path.isLife ? .row : .field,
            versions: isClosed ? versions.map(\.closed) : versions, isClosed: isClosed,
            shown: versions.firstIndex { $0.change == shown || path.isLife && $0.value != .null } ?? 0)
    }

    /// The values that survive in a field, each once.
    private func sides(of path: FieldPath, in record: Record) throws(DeskError) -> [Conflict.Version] {
        var sides: [Conflict.Version] = []
        for version in record.registers[path]?.versions ?? []
        where !sides.contains(where: { $0.value == version.value }) {
            sides.append(try side(version, at: path, in: record, edits: []))
        }
        return sides.sorted { ($0.moment.milliseconds, $0.change) < ($1.moment.milliseconds, $1.change) }
    }

    /// The deletion on one side, and what the other wrote without knowing of it.
    private func sides(ofLife path: FieldPath, in record: Record) throws(DeskError) -> [Conflict.Version] {
        let mark = record.registers[path]?.versions ?? []
        let objections = record.objections(at: path)
        var sides: [Conflict.Version] = []
        if let deletion = mark.last(where: { $0.value == .null }) {
            sides.append(try side(deletion, at: path, in: record, edits: []))
        }
        // Whoever wrote last speaks for the living side.
        let living = objections.map(\.version) + mark.filter { $0.value != .null }
        guard let last = living.max(by: { ($0.moment.milliseconds, $0.change) < ($1.moment.milliseconds, $1.change) })
        else { return sides }
        let edits = objections.filter { !$0.path.isLife && !$0.path.rawValue.hasPrefix("@") }
            .map { HistoryEntry.Entry(path: $0.path, value: $0.version.value) }
        let alive: Value =
            path == .life
            ? record.type.map { .text($0.rawValue) } ?? .null
            : .number(mark.lazy.compactMap(\.value.number).first ?? place(of: path, in: record))
        let kept = try side(last, at: path, in: record, edits: edits, value: alive)
        return sides + [kept]
    }

    /// The place a row had before it was deleted.
    private func place(of path: FieldPath, in record: Record) -> Int {
        path.row.map { record.values.place(of: $0, in: path.key) } ?? 0
    }

    private func side(
        _ version: Version, at path: FieldPath, in record: Record, edits: [HistoryEntry.Entry], value: Value? = nil
    ) throws(DeskError) -> Conflict.Version {
        let origin = try origin(of: version, at: path, in: record)
        let entry = try indexed { () throws(IndexError) in try index.change(origin.change) }
        let ahead = origin.moment.milliseconds > now.milliseconds + 86_400_000
        return Conflict.Version(
            change: version.change, value: value ?? version.value, edits: edits,
            officer: officerName(origin.officer), moment: origin.moment,
            laptop: try entry.map { (entry) throws(DeskError) in try laptop(of: entry) } ?? .other,
            isDoubtful: ahead || entry?.clock == .doubtful)
    }

    /// Who wrote a value first: undoing a decision writes both sides again, and they are not the words of whoever undid it.
    private func origin(
        of version: Version, at path: FieldPath, in record: Record
    ) throws(DeskError) -> (change: ChangeID, officer: RecordID, moment: Moment) {
        var found = (change: version.change, officer: version.officer, moment: version.moment)
        for _ in 0..<16 {
            guard let entry = try indexed({ () throws(IndexError) in try index.change(found.change) }),
                let undone = entry.undoes,
                let before = try indexed({ () throws(IndexError) in try index.change(undone) })
            else { return found }
            let preds = try change(before).change.ops.first { $0.record == record.id && $0.path == path }?.pred ?? []
            var earlier: ChangeEntry?
            for pred in preds {
                guard let candidate = try indexed({ () throws(IndexError) in try index.change(pred) }),
                    try change(candidate).change.ops.contains(where: {
                        $0.record == record.id && $0.path == path && $0.value == version.value
                    }), candidate.moment.milliseconds > earlier?.moment.milliseconds ?? .min
                else { continue }
                earlier = candidate
            }
            guard let earlier else { return found }
            found = (earlier.id, earlier.officer, earlier.moment)
        }
        return found
    }

    private static let oneOnly = Label(
        "这一项只能有一个值，请选其中一个，或另写一个。", "This field holds one value: choose one, or write another.")
    private static let gone = Label(
        "这一份内容已按规定删除，或在这台电脑上读不出来，请选另一份。",
        "This version was erased on record, or cannot be read here: choose another.")
}
