import Records

extension Change {
    /// The ops by what one commitment covers: a record's fields, each row of its sub-tables, and its erasures apart.
    ///
    /// Values of one commitment can only go together, and a row must be able to go without the rest: a party of a
    /// mediation whose file is kept. The records stand in the order in which they are first named, and so do their parts.
    var sections: [[Op]] {
        struct Part: Hashable {
            let record: RecordID
            let part: String
        }
        var places: [Part: Int] = [:]
        var parts: [[Op]] = []
        var order: [RecordID: [Int]] = [:]
        for op in ops {
            let part =
                op.path.outlivesErasure ? "@" : op.path.row.map { "\(op.path.key)/\($0.rawValue)" } ?? ""
            let key = Part(record: op.record, part: part)
            if let place = places[key] {
                parts[place].append(op)
            } else {
                places[key] = parts.count
                order[op.record, default: []].append(parts.count)
                parts.append([op])
            }
        }
        return records.flatMap { record in (order[record] ?? []).map { parts[$0] } }
    }
}
