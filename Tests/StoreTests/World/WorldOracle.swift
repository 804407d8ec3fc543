import Records

@testable import Store

/// What a laptop's records must be, worked out as simply as possible from its changes: a value stands at a path unless
/// another change there saw it.
struct WorldOracle {
    /// The canonical text of all records.
    let dump: String

    /// Works it out.
    ///
    /// - Throws: ``World/Failure`` when the laptop's own records say otherwise (I4).
    init(_ laptop: WorldLaptop, _ stream: Stream) throws {
        guard let store = laptop.store else {
            dump = ""
            return
        }
        var versions: [RecordID: [FieldPath: [ChangeID: Value]]] = [:]
        var superseded: [RecordID: [FieldPath: Set<ChangeID>]] = [:]
        var erased: Set<RecordID> = []
        var seen: Set<ChangeID> = []
        _ = try store.readAll(stream) { changes in
            for stored in changes.map(\.stored) where seen.insert(stored.id).inserted {
                for op in stored.change.ops {
                    if op.path.isErasure { erased.insert(op.record) }
                    versions[op.record, default: [:]][op.path, default: [:]][stored.id] = op.value
                    superseded[op.record, default: [:]][op.path, default: []].formUnion(op.pred)
                }
            }
        }
        var lines: [String] = []
        for (record, paths) in versions {
            for (path, values) in paths where !erased.contains(record) {
                let gone = superseded[record]?[path] ?? []
                let left = values.filter { !gone.contains($0.key) }
                let here = laptop.records[record]?.registers[path]?.versions.map(\.change) ?? []
                guard Set(here) == Set(left.keys) else {
                    throw World.Failure(description: "I4: \(laptop.machine) shows other values at \(path)")
                }
                for (id, value) in left.sorted(by: { $0.key < $1.key }) {
                    lines.append("\(record) \(path) \(id.text) \(JSONWriter.text(of: value))")
                }
            }
            if erased.contains(record) { lines.append("\(record) erased") }
        }
        dump = lines.sorted().joined(separator: "\n")
    }
}
