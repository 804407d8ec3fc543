import Casework
import Index
public import Records

extension Desk {
    /// Records and rows that look like the same thing entered twice, as far as the officer may read them.
    ///
    /// Only general records are compared: those of protected people lie in the restricted stream (RIGHTS.md rule 5).
    ///
    /// - Returns: pairs, records before rows.
    /// - Throws: ``DeskError``.
    public func twins() throws(DeskError) -> [Twins] {
        try refuseLocked()
        if let known = memo.twins, !memo.hasStaleTwins { return known }
        var result: [Twins] = []
        for group in try indexed({ () throws(IndexError) in try index.alike() }) {
            let records = group.filter { !$0.isDeleted && mayRead($0) }.sorted { $0.id < $1.id }
            guard let first = records.first, let type = first.type.flatMap({ Casework.type($0) }) else { continue }
            // One at a time: once two are one, the next pair is asked about.
            for second in records.dropFirst() where !Self.areApart(first, second) {
                result.append(Twins(first: first, second: second, type: type, rows: nil))
            }
        }
        for record in try indexed({ () throws(IndexError) in try index.withTwinRows() })
        where !record.isDeleted && mayRead(record) {
            guard let type = record.type.flatMap({ Casework.type($0) }) else { continue }
            for rows in Likeness.rows(type.id, record.values) {
                result.append(
                    Twins(
                        first: record, second: record, type: type,
                        rows: .init(table: rows.table, first: rows.first, second: rows.second)))
            }
        }
        memo.twins = result
        memo.hasStaleTwins = false
        return result
    }

    /// Makes one of two: what only one of them has is taken over, what refers to the other refers to the one that stays, and
    /// the other is deleted.
    ///
    /// Ordinary changes in one batch: undo takes all of it back.
    ///
    /// - Parameters:
    ///   - twins: the two as they were shown.
    ///   - choices: which value stands where both have one; what is not named stays as ``Twins/proposal`` has it.
    /// - Returns: the record that stays.
    /// - Throws: ``DeskError``; when a rule speaks against it, nothing is written.
    @discardableResult
    public func merge(
        _ twins: Twins, choices: [FieldPath: Twins.Choice] = [:]
    ) throws(DeskError) -> Record {
        let (_, stream) = try writable(try whole(twins.first.id))
        var values = twins.first.values
        for field in twins.fields {
            let path = twins.path(of: field, inSecond: false)
            let own = values[path]
            let other = twins.value(of: field, inSecond: true)
            guard !other.isEmpty, own != other else { continue }
            guard !own.isEmpty else {
                values[path] = other
                continue
            }
            switch choices[path] ?? twins.proposal[path] ?? .first {
            case .first: continue
            case .second: values[path] = other
            case .both: values[path] = Conflict.joined([own, other], in: field) ?? own
            }
        }
        if choices[Household.address.path] == .second, twins.rows == nil {
            for part in Twins.parts { values[part] = twins.second.values[part] }
        }
        let batch = "merge-" + RandomText.base32(count: 12, using: &random)
        guard twins.rows == nil else {
            if let rows = twins.rows { values.removeRow(rows.second, from: rows.table) }
            try refuseNew(in: values, of: twins.type, base: twins.first)
            try commit(twins.first.edits(to: values), to: stream, batch: batch)
            return try record(twins.first.id)
        }
        let (_, otherStream) = try writable(try whole(twins.second.id))
        takeRows(of: twins.second, into: &values)
        let apart = (values[Household.apart] ?? []) + (twins.second.values[Household.apart] ?? [])
        let others = Set(apart).subtracting([twins.first.id, twins.second.id]).sorted()
        if twins.type.id == Household.type.id { values[Household.apart] = others.isEmpty ? nil : others }
        try refuseNew(in: values, of: twins.type, base: twins.first)
        let moved = try referring(to: twins.second.id, movedTo: twins.first.id)
        let ops = twins.first.edits(to: values)
        // The other one goes last: after a crash half-way both are still there, and the pair is offered again.
        if !ops.isEmpty { try commit(ops, to: stream, batch: batch) }
        for (ops, stream) in moved { try commit(ops, to: stream, batch: batch) }
        try commit(twins.second.merging(into: twins.first.id), to: otherStream, batch: batch)
        return try record(twins.first.id)
    }

    /// Notes that two are two, so that nobody is asked again, on any laptop.
    ///
    /// - Parameter twins: the two.
    /// - Throws: ``DeskError``.
    public func keepApart(_ twins: Twins) throws(DeskError) {
        let base = twins.second
        var values = base.values
        if let rows = twins.rows {
            values[FieldPath(rows.table, row: rows.second, cell: Likeness.namesake)] = .bool(true)
        } else {
            values[Household.apart] = (values[Household.apart] ?? []) + [twins.first.id]
        }
        let (_, stream) = try writable(try whole(base.id))
        try commit(base.edits(to: values), to: stream)
    }

    private static func areApart(_ one: Record, _ other: Record) -> Bool {
        one.values[Household.apart]?.contains(other.id) == true
            || other.values[Household.apart]?.contains(one.id) == true
    }

    /// Takes the rows of the other record over, after those that are there.
    private func takeRows(of other: Record, into values: inout FieldValues) {
        let source = other.values
        for table in source.rowKeys.sorted() {
            for row in source.rows(of: table) where !values.rows(of: table).contains(row) {
                values.addRow(row, to: table)
                for path in source.paths where path.key == table && path.row == row { values[path] = source[path] }
            }
        }
    }

    /// The ops that make every reference to one record a reference to another.
    func referring(
        to old: RecordID, movedTo new: RecordID
    ) throws(DeskError) -> [(ops: [Op], stream: Stream)] {
        var result: [(ops: [Op], stream: Stream)] = []
        let records = try indexed { () throws(IndexError) in try index.referring(to: old, limit: Self.mostReferring) }
        for record in records {
            let ops = record.edits(to: Self.moved(record, from: old, to: new))
            guard !ops.isEmpty else { continue }
            result.append((ops, try writable(record).1))
        }
        return result
    }

    /// A record's values, referring to another record than before.
    static func moved(_ record: Record, from old: RecordID, to new: RecordID) -> FieldValues {
        var values = record.values
        guard let type = record.type.flatMap({ Casework.type($0) }) else { return values }
        for path in values.paths where type.field(at: path)?.key != Household.apart.key {
            switch type.field(at: path)?.kind {
            case .reference: if values[path] == old.stored { values[path] = new.stored }
            case .references:
                guard let list = values[path].list, list.contains(old.stored) else { continue }
                var moved: [Value] = []
                for value in list.map({ $0 == old.stored ? new.stored : $0 }) where !moved.contains(value) {
                    moved.append(value)
                }
                values[path] = .list(moved)
            default: continue
            }
        }
        return values
    }

    static let mostReferring = 100_000
}
