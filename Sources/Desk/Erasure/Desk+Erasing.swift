import Casework
import Index
public import Records
import Store

extension Desk {
    /// What an erasure of records would take out: a household with the visits to it, a follow-up with its entries.
    ///
    /// - Parameters:
    ///   - ids: the records.
    ///   - row: the life mark of a row; then only that row of the first record goes.
    /// - Returns: the preview.
    /// - Throws: ``DeskError``; also when the role may not erase, the clock is doubtful, or a row cannot go alone.
    public func erasurePlan(of ids: [RecordID], row: FieldPath? = nil) throws(DeskError) -> ErasurePlan {
        try requireErasing()
        var items: [ErasurePlan.Item] = []
        var seen: Set<RecordID> = []
        for id in ids {
            let record = try erasable(id)
            guard seen.insert(id).inserted else { continue }
            items.append(try item(record, row: row))
            guard row == nil else { continue }
            let end = items.last?.end
            for other in try dependents(of: record) where seen.insert(other.id).inserted {
                try requireWriting(other)
                items.append(try item(other, row: nil, inheriting: end))
            }
        }
        guard !items.isEmpty else { throw .notFound }
        return ErasurePlan(items: items, files: try files(of: items), references: try references(to: items))
    }

    /// Takes everything in a preview out for good (RIGHTS.md rule 13).
    ///
    /// The erasure stands in the signed log with its basis; the values are taken out of every file of this laptop, and
    /// whatever another laptop or an old stick brings later goes too.
    ///
    /// - Parameters:
    ///   - plan: the preview that the officer confirmed.
    ///   - basis: why, in words that name nobody.
    /// - Returns: what is still to be done by itself; `nil` when everything is out.
    /// - Throws: ``DeskError``; nothing was erased then.
    @discardableResult
    public func erase(_ plan: ErasurePlan, basis: String) throws(DeskError) -> Label? {
        try requireErasing()
        let basis = TextFolding.plain(basis)
        for item in plan.items {
            let record = try erasable(item.scope.record)
            // Somebody may have gone on writing since the preview: what was not shown is not taken out.
            guard Set(try touching(record.id).map(\.id)) == item.changes else {
                throw .notAllowed(
                    Label("预览之后记录又有改动，请重新预览。", "The record was changed after the preview: preview it again."))
            }
            if let problem = Self.problem(basis, for: record) { throw .refused([problem]) }
        }
        for item in plan.items {
            try audit(
                AuditLine(
                    .erased, type: item.type.id, record: item.scope.record, count: item.values + item.older,
                    reason: basis, isRestricted: item.stream == .restricted))
        }
        var numbers: [RecordID: [String]] = [:]
        for item in plan.items where item.scope.row == nil {
            numbers[item.scope.record] =
                try indexed { () throws(IndexError) in try index.record(item.scope.record) }.map(Self.numbers) ?? []
        }
        let byStream = Dictionary(grouping: plan.items, by: \.stream)
        for (stream, items) in byStream.sorted(by: { $0.key < $1.key }) {
            let ops = items.map { item in
                Erasure(
                    item.scope, type: item.type.id, basis: basis, numbers: numbers[item.scope.record] ?? []
                ).op
            }
            try commit(ops, to: stream, batch: Casework.systemBatch)
        }
        for item in plan.items { opened[item.scope.record] = nil }
        do throws(DeskError) {
            try carryOutErasures()
            return nil
        } catch {
            return Label(
                "已记为删除，但清除文件时中断：\(error.label.zh)。下次打开时会自动继续。",
                "Recorded as erased, but cleaning the files was interrupted: \(error.label.en) It goes on at the next opening."
            )
        }
    }

    /// Takes out of every file what was erased here or elsewhere, and says that it was done.
    ///
    /// The index has it in no list, search or record any more; what is left of its words in free pages of the database in memory goes
    /// little by little in ``rest()``, and before anything of the index is written down.
    ///
    /// To be called when a sync has brought erasures.
    ///
    /// - Throws: ``DeskError``; what is not done yet is done at the next opening.
    public func carryOutErasures() throws(DeskError) {
        try refuseLocked()
        if store.hasErasuresToCarryOut {
            try stored { () throws(StoreError) in try store.carryOutErasures() }
        }
        try acknowledgeErasures()
    }

    /// Says by a change that this laptop has carried erasures out, as soon as somebody is there in whose name.
    func acknowledgeErasures() throws(DeskError) {
        guard person != nil, readOnlyReason == nil, !isLocked else { return }
        for stream in Stream.allCases.sorted() {
            let owed = store.owedAcknowledgements(stream)
            guard !owed.isEmpty else { continue }
            let path = FieldPath.erasureApplied(by: store.writer.rawValue)
            try commit(
                Set(owed.map(\.record)).sorted().map { Op(record: $0, path: path, value: .bool(true)) }, to: stream,
                batch: Casework.systemBatch)
            try stored { () throws(StoreError) in try store.acknowledged(owed, in: stream) }
        }
    }

    /// Whether the clock cannot be trusted with a date on which something is taken out for good.
    public var isClockDoubtful: Bool {
        let newest = (try? index.newestMoment()) ?? nil
        guard let newest else { return true }
        return now.milliseconds < newest - Self.skew || now.milliseconds > newest + Self.longestGap
    }

    // MARK: What may go

    private func requireErasing() throws(DeskError) {
        try refuseLocked()
        if let reason = readOnlyReason { throw .readOnly(reason) }
        guard let person else { throw Self.nobody }
        guard AccessTable.standard.may(.erase, as: person.role) else {
            note(AuditLine(.refused))
            throw .notAllowed(
                Label("您的身份不能删除记录，请交给社区民警。", "Your role does not erase records: hand it to a beat officer."))
        }
        guard !isClockDoubtful else {
            throw .notAllowed(
                Label(
                    "这台电脑的时间可疑，现在不能依法删除。请先校对日期和时间，并保存一条今天的记录。",
                    "This laptop's clock is doubtful, so nothing is erased now. Set date and time, and save a record of today first."
                ))
        }
    }

    private func erasable(_ id: RecordID) throws(DeskError) -> Record {
        guard let record = try indexed({ () throws(IndexError) in try index.record(id) }), let type = record.type
        else { throw .notFound }
        if record.isErased {
            throw .nothingTo(Label("这条记录已依法删除。", "This record was erased already."))
        }
        if let system = Casework.systemTypes.first(where: { $0.id == type }) {
            // Lines of the log go when they are due and never before.
            let end = Retention.end(of: system.id, record.values, room: room?.values)
            guard end?.isDue(on: today) == true else { throw .notFound }
            return record
        }
        let found = try whole(id)
        try requireWriting(found)
        return found
    }

    private func requireWriting(_ record: Record) throws(DeskError) {
        guard let type = record.type.flatMap({ Casework.type($0) }) else { throw .notFound }
        guard type.id != Officer.type.id, type.id != Room.type.id else {
            throw .notAllowed(
                Label("人员和警务室资料不在此删除。", "Officers and the police room are not erased here."))
        }
        try require(.write, type, record.values)
    }

    /// Why a basis will not do.
    private static func problem(_ basis: String, for record: Record) -> Problem? {
        guard basis.count >= 2 else {
            return Problem(nil, .refusal, Label("请写明删除依据。", "Say on which basis it is erased."))
        }
        // The basis outlives what it is about.
        let named = record.registers.filter { !$0.key.isMark }.values.flatMap(\.versions).compactMap(\.value.text)
            .contains {
                $0.count >= 2 && $0.count <= 40 && basis.contains($0)
            }
        guard named else { return nil }
        return Problem(
            nil, .refusal,
            Label("依据会长期保留，不能写出被删除的内容（姓名、电话、地址）。", "The basis is kept: it must not repeat what is erased."))
    }

    /// The records that say something about the same person and go with a record: the visits to a household, the entries of
    /// a follow-up; those that were deleted or are of limited use, which no list has, as well.
    func dependents(of record: Record) throws(DeskError) -> [Record] {
        let kind: (type: TypeID, field: FieldPath)? =
            switch record.type {
            case Household.type.id: (Visit.type.id, Visit.household.path)
            case Followup.type.id: (FollowupEntry.type.id, FollowupEntry.followup.path)
            default: nil
            }
        guard let kind else { return [] }
        let listed = try allReferring(to: record.id, types: [kind.type], limit: Self.mostDependents)
        let unlisted = try indexed { () throws(IndexError) in
            try index.deleted(kind.type, limit: Self.mostDependents)
        }
        return listed + unlisted.filter { $0.value(at: kind.field) == record.id.stored && mayRead($0) }
    }

    private static let mostDependents = 100_000
    /// Another laptop's clock may be ahead by this much, in milliseconds: a day (STORE.md).
    private static let skew = 86_400_000
    /// A clock that is further ahead of the newest record was probably set wrong: sixty days, in milliseconds.
    private static let longestGap = 60 * 86_400_000

    // MARK: The preview

    private func item(
        _ record: Record, row: FieldPath?, inheriting end: RetentionEnd? = nil
    ) throws(DeskError) -> ErasurePlan.Item {
        let declared = record.type.flatMap { type in Casework.storedTypes.first { $0.id == type } }
        guard let type = declared,
            let stream = try indexed({ () throws(IndexError) in try index.stream(of: record.id) })
        else { throw .notFound }
        let scope = ErasureScope(record.id, row: row)
        if let row, record.value(at: row) == .null {
            throw .nothingTo(Label("没有这一行。", "There is no such row."))
        }
        let entries = try touching(record.id)
        var written = 0
        for entry in entries {
            let ops = try change(entry).change.ops.filter { $0.record == record.id }
            written += ops.count {
                scope.covers($0.path) && !$0.path.isMark && $0.value != .erased && !$0.value.isEmpty
            }
        }
        let current = record.registers.count { path, register in
            scope.covers(path) && !path.isMark && !register.value.isEmpty
        }
        return ErasurePlan.Item(
            scope: scope, type: type, title: title(of: discreet(record)), values: current,
            older: max(0, written - current),
            end: retentionEnd(of: record) ?? end, stream: stream, changes: Set(entries.map(\.id)))
    }

    private func touching(_ id: RecordID) throws(DeskError) -> [ChangeEntry] {
        try indexed { () throws(IndexError) in try index.changes(touching: id) }
    }

    private func files(of items: [ErasurePlan.Item]) throws(DeskError) -> [String] {
        var files: Set<String> = []
        for item in items {
            for entry in try touching(item.scope.record) {
                guard let location = PackedLocation.location(entry.location, writers: store.writers) else { continue }
                files.insert(try stored { () throws(StoreError) in try store.fileName(of: location) })
            }
            files.insert("\(item.stream.rawValue)/snapshot")
        }
        return files.sorted()
    }

    private func references(to items: [ErasurePlan.Item]) throws(DeskError) -> Int {
        let going = Set(items.map(\.scope.record))
        var others: Set<RecordID> = []
        for item in items where item.scope.row == nil {
            let found = try indexed { () throws(IndexError) in
                try index.referring(to: item.scope.record, types: types.map(\.id), limit: Self.mostDependents)
            }
            // A number would tell of what the officer may not know of.
            others.formUnion(found.filter { mayRead($0) }.map(\.id))
        }
        return others.subtracting(going).count
    }
}
