import Casework
import Index
public import Records
import Store

extension Desk {
    /// Batches whose name starts with this are not taken back by a key: the fictional records of the demo.
    static let fixedBatch = "demo"

    /// What undo or redo did.
    public struct Reversal: Hashable, Sendable {
        /// The records it touched.
        public let records: [RecordID]
        /// Paths that were left as they are, because somebody wrote there since.
        public let left: [FieldPath]
    }

    /// Takes back one's own newest change; a batch as a whole.
    ///
    /// - Returns: what it touched.
    /// - Throws: ``DeskError/nothingTo(_:)`` when nothing is left to take back.
    @discardableResult
    public func undo() throws(DeskError) -> Reversal {
        guard let target = try undoStack().undoTarget else {
            throw .nothingTo(Label("没有可撤销的操作。", "There is nothing to undo."))
        }
        return try takeBack(target) { () throws(DeskError) in try self.undo() }
    }

    /// Brings back what one took back last, as long as nothing was written since.
    ///
    /// - Returns: what it touched.
    /// - Throws: ``DeskError/nothingTo(_:)`` when there is nothing to bring back.
    @discardableResult
    public func redo() throws(DeskError) -> Reversal {
        guard let target = try undoStack().redoTarget else {
            throw .nothingTo(Label("没有可重做的操作。", "There is nothing to redo."))
        }
        return try takeBack(target) { () throws(DeskError) in try self.redo() }
    }

    private func undoStack() throws(DeskError) -> UndoStack {
        try refuseLocked()
        guard let person else { return UndoStack(newestFirst: []) }
        let entries = try indexed { () throws(IndexError) in
            try index.changes(of: person.id, limit: UndoStack.depth, except: Casework.systemBatch)
        }
        return UndoStack(
            newestFirst: entries.filter { $0.batch?.hasPrefix(Self.fixedBatch) != true }
                .filter { !passedOver.contains($0.id) }
                .map { .init(id: $0.id, undoes: $0.undoes, batch: $0.batch) })
    }

    /// Whether the officer may still write in a record: somebody may have taken that away since.
    private func mayWrite(_ record: Record) -> Bool {
        guard let type = record.type.flatMap({ Casework.type($0) }) else { return false }
        return access(to: type, record.values) >= .write
    }

    /// Whether a change is what stands at a path: it wrote the value, or taking later changes back brought its value back.
    private func stands(_ id: ChangeID, at path: FieldPath, in record: Record) throws(DeskError) -> Bool {
        var open = (record.registers[path]?.versions ?? []).map(\.change)
        var seen: Set<ChangeID> = []
        while let next = open.popLast() {
            if next == id { return true }
            // An undo put back what stood before the change that it took back.
            guard seen.insert(next).inserted,
                let entry = try indexed({ () throws(IndexError) in try index.change(next) }), let undone = entry.undoes,
                let undoneEntry = try indexed({ () throws(IndexError) in try index.change(undone) })
            else { continue }
            let ops = try change(undoneEntry).change.ops
            open += ops.filter { $0.record == record.id && $0.path == path }.flatMap(\.pred)
        }
        return false
    }

    private func takeBack(
        _ target: UndoStack.Entry, orElse next: (() throws(DeskError) -> Reversal)? = nil
    ) throws(DeskError) -> Reversal {
        var entries: [ChangeEntry] = []
        if let batch = target.batch {
            entries = try indexed { () throws(IndexError) in try index.changes(inBatch: batch) }.reversed()
        } else if let entry = try indexed({ () throws(IndexError) in try index.change(target.id) }) {
            entries = [entry]
        }
        var records: [RecordID] = []
        var left: [FieldPath] = []
        var isErased = false
        for entry in entries {
            let change = try self.change(entry)
            var ops: [Op] = []
            // Taking back what settled a conflict asks again: the sides that are not shown stand beside the one that is.
            var asking: [Int: [Op]] = [:]
            for id in change.change.records {
                guard let record = try indexed({ () throws(IndexError) in try index.record(id) }), mayWrite(record)
                else { continue }
                // What was erased is passed over: there is nothing to bring back.
                guard !record.isErased else {
                    isErased = true
                    continue
                }
                do throws(DeskError) {
                    try refuseIfOthersWrote(since: change, in: record)
                } catch {
                    passedOver.insert(entry.id)
                    throw error
                }
                var before: [FieldPath: Value] = [:]
                var standing: Set<FieldPath> = []
                var shown: [Op] = []
                var again: [FieldPath: [ChangeID]] = [:]
                for op in change.change.ops where op.record == id {
                    let seen = try replaced(by: op)
                    before[op.path] = seen.last?.op.value ?? .null
                    again[op.path] = deletingAgain(op, seen, in: record)
                    guard try stands(entry.id, at: op.path, in: record) else { continue }
                    let sides = sides(of: op, seen)
                    guard sides.count > 1 else {
                        standing.insert(op.path)
                        continue
                    }
                    let heads = heads(at: op.path, in: record)
                    let asked = sides.map { Op(record: id, path: op.path, value: $0, pred: heads) }
                    for (place, side) in asked.dropLast().enumerated() { asking[place, default: []].append(side) }
                    shown += asked.suffix(1)
                }
                let reversal =
                    record.reversal(
                        of: change, stands: { standing.contains($0) }, deletingAgain: { again[$0] }
                    ) { before[$0] ?? .null } + shown
                ops += reversal
                if reversal.first?.path != .life {
                    left += change.change.ops.filter { op in
                        op.record == id && !op.path.rawValue.hasPrefix("@")
                            && !reversal.contains { $0.path == op.path }
                    }.map(\.path)
                }
                if !reversal.isEmpty { records.append(id) }
            }
            guard !ops.isEmpty else { continue }
            let batch = target.batch.map { "undo-\($0)" } ?? (asking.isEmpty ? nil : "undo-\(entry.id.text)")
            for (_, others) in asking.sorted(by: { $0.key < $1.key }) {
                try commit(others, to: entry.stream, batch: batch, undoes: entry.id)
            }
            try commit(ops, to: entry.stream, batch: batch, undoes: entry.id)
        }
        guard !records.isEmpty else {
            // The next undo goes on with the step before it.
            passedOver.formUnion(entries.map(\.id))
            if isErased, let next { return try next() }
            throw .nothingTo(
                Label(
                    "这一步之后的内容都已另行修改，没有可恢复的部分。再按一次撤销更早的一步。",
                    "Everything in that step was changed since; nothing is left to restore. Undo again for the step before."
                ))
        }
        return Reversal(records: records, left: left)
    }

    /// A creation is taken back only while nobody else has written into the record.
    private func refuseIfOthersWrote(since change: StoredChange, in record: Record) throws(DeskError) {
        let creates = change.change.ops.contains {
            $0.record == record.id && $0.path == .life && $0.value != .null && $0.pred.isEmpty
        }
        guard creates, !record.isDeleted else { return }
        let others = record.registers.values.flatMap(\.versions).contains { $0.officer != change.change.officer }
        guard !others else {
            throw .refused([
                Problem(
                    nil, .refusal,
                    Label(
                        "别人已在这条记录上写过内容，不能撤销新建。需要时请删除。",
                        "Somebody else has written in this record since, so its creation is not undone. Delete it if it must go."
                    ))
            ])
        }
    }

    /// What stood where an op wrote, as its writer saw it, the shown one last.
    private func replaced(by op: Op) throws(DeskError) -> [(change: StoredChange, op: Op)] {
        var result: [(change: StoredChange, op: Op)] = []
        for pred in op.pred {
            guard let entry = try indexed({ () throws(IndexError) in try index.change(pred) }) else { continue }
            let change = try self.change(entry)
            guard let seen = change.change.ops.first(where: { $0.record == op.record && $0.path == op.path }) else {
                continue
            }
            result.append((change, seen))
        }
        // A deletion names everything it saw, also what it saw replaced: only what was not replaced stood there.
        let replaced = Set(result.flatMap(\.op.pred))
        return result.filter { !replaced.contains($0.change.id) }.sorted {
            ($0.change.change.moment.milliseconds, $0.change.id) < ($1.change.change.moment.milliseconds, $1.change.id)
        }
    }

    /// The values that an op replaced, each once and the shown one last: more than one when it settled a conflict.
    private func sides(of op: Op, _ seen: [(change: StoredChange, op: Op)]) -> [Value] {
        guard !op.path.isLife else { return [] }
        var sides: [Value] = []
        for value in seen.reversed().map(\.op.value) where !value.isGone && !sides.contains(value) {
            sides.insert(value, at: 0)
        }
        return sides
    }

    /// What a deletion names that asks again whether something stays, if that is what an op settled.
    ///
    /// Those who deleted had not seen what was written elsewhere; it is left out again, and what the officer wrote since
    /// goes with the deletion.
    private func deletingAgain(
        _ op: Op, _ seen: [(change: StoredChange, op: Op)], in record: Record
    ) -> [ChangeID]? {
        let deletions = seen.filter { $0.op.path.isLife && $0.op.value == .null }
        guard !deletions.isEmpty else { return nil }
        let known = Set(deletions.flatMap(\.op.pred)).union(seen.map(\.change.id))
        let objections = Set(op.pred).subtracting(known)
        guard !objections.isEmpty else { return nil }
        let own = record.registers.values.flatMap(\.versions).filter { $0.officer == person?.id }.map(\.change)
        return known.union(own).union(heads(at: op.path, in: record)).subtracting(objections).sorted()
    }

    private func heads(at path: FieldPath, in record: Record) -> [ChangeID] {
        (record.registers[path]?.versions ?? []).map(\.change).sorted()
    }
}
