public import Casework
import Index
public import Records

extension Desk {
    /// For how many days a hand-over that nobody acknowledged is shown.
    static let handoverDays = 30
    /// How many promises one hand-over names.
    static let mostPromises = 200

    /// What is open today and would be handed over: promises, what has a deadline, and statutory duties the officer may see.
    ///
    /// - Returns: the tasks, those who wait first; no internal goals.
    /// - Throws: ``DeskError``.
    public func openPromises() throws(DeskError) -> [DueItem] {
        let list = try tasks(on: today)
        var seen: Set<String> = []
        return (list.waiting + list.today + list.followups).filter { seen.insert($0.id).inserted }
    }

    /// Hands over: writes down what is open, for whoever unlocks next.
    ///
    /// Restricted duties are written where restricted records lie. Lock afterwards.
    ///
    /// - Parameter note: what the next officer should know.
    /// - Returns: how many promises were named.
    /// - Throws: ``DeskError``; nothing is handed over then.
    @discardableResult
    public func handOver(note: String) throws(DeskError) -> Int {
        try refuseLocked()
        if let reason = readOnlyReason { throw .readOnly(reason) }
        guard person != nil else { throw Self.nobody }
        let note = note.split(whereSeparator: \.isNewline).joined(separator: "\n")
        guard note.count <= Handover.longestNote else {
            throw .notAllowed(
                Label(
                    "交接说明最多 \(Handover.longestNote) 字，请写短些。",
                    "The note may have \(Handover.longestNote) characters: make it shorter."))
        }
        guard !liesOpen || IDNumber.places(in: note).isEmpty else {
            throw .notAllowed(
                Label(
                    "未加密的本子不记身份号码：电脑丢失就会泄露。请删掉交接说明里的号码。",
                    "An unsealed notebook takes no ID numbers: a lost laptop would give them away. Take the number out of the note."
                ))
        }
        var parts: [Bool: [DueItem]] = [false: []]
        for item in try openPromises().prefix(Self.mostPromises) {
            let isRestricted = try isRestricted(whole(item.record))
            parts[isRestricted, default: []].append(item)
        }
        for (isRestricted, items) in parts.sorted(by: { !$0.key && $1.key }) {
            var values = FieldValues()
            values[Handover.day] = today
            if isRestricted {
                values[Handover.restricted] = true
            } else if !note.isEmpty {
                values[Handover.note] = note
            }
            for (place, item) in items.enumerated() {
                let row = newRowID()
                values.addRow(row, to: Handover.items.key, place: place)
                values[Handover.itemRecord, row, of: Handover.items] = item.record.rawValue
                values[Handover.itemRule, row, of: Handover.items] =
                    item.row.map { "\(item.rule)/\($0)" } ?? item.rule
                values[Handover.itemDue, row, of: Handover.items] = item.due
            }
            try commit(
                Record.creation(id: RecordID.random(using: &random), type: Handover.declaration.id, values: values),
                to: isRestricted ? .restricted : .general, batch: Casework.systemBatch)
            self.note(AuditLine(.handedOver, count: items.count, isRestricted: isRestricted))
        }
        return parts.values.map(\.count).reduce(0, +)
    }

    /// What others handed over and nobody acknowledged yet, the newest first.
    ///
    /// - Returns: the notes that are for the officer's eyes.
    /// - Throws: ``DeskError``.
    public func openHandovers() throws(DeskError) -> [HandoverNote] {
        guard let person, takesOver else { return [] }
        let ids: [RecordID]
        if let known = memo.openHandovers, known.day == today {
            ids = known.records
        } else {
            ids = try handoverRecords(since: today.adding(days: -Self.handoverDays)).filter {
                $0.values[Handover.receiver] == nil && writer(of: $0)?.officer != person.id
            }.map(\.id)
            memo.openHandovers = (today, ids)
        }
        guard !ids.isEmpty else { return [] }
        let tasks = try openPromises()
        var notes: [HandoverNote] = []
        for id in ids {
            let record = try indexed { () throws(IndexError) in try index.record(id) }
            if let note = record.flatMap({ note($0, tasks) }) { notes.append(note) }
        }
        return notes.sorted { ($0.moment.milliseconds, $0.id) > ($1.moment.milliseconds, $1.id) }
    }

    /// What was handed over, the newest first.
    ///
    /// - Parameter day: the first day that counts.
    /// - Returns: the notes, with only the promises that the officer may know of.
    /// - Throws: ``DeskError``.
    public func handovers(since day: CalendarDay) throws(DeskError) -> [HandoverNote] {
        guard person != nil else { return [] }
        let records = try handoverRecords(since: day)
        guard !records.isEmpty else { return [] }
        let tasks = try openPromises()
        return records.compactMap { note($0, tasks) }.sorted {
            ($0.moment.milliseconds, $0.id) > ($1.moment.milliseconds, $1.id)
        }
    }

    private func handoverRecords(since day: CalendarDay) throws(DeskError) -> [Record] {
        let query = ListQuery(
            Handover.declaration.id, where: [.range(Handover.day.key, from: day.stored, through: nil)])
        return try indexed { () throws(IndexError) in try index.list(query, limit: 1000).records }
    }

    /// Takes over what somebody handed over.
    ///
    /// - Parameter id: the note.
    /// - Throws: ``DeskError/notFound``; ``DeskError/notAllowed(_:)`` for one's own.
    public func acknowledge(_ id: RecordID) throws(DeskError) {
        guard let person else { throw Self.nobody }
        guard takesOver else {
            throw .notAllowed(
                Label("交接由接班的民警或辅警确认。", "A hand-over is acknowledged by the officer or auxiliary who goes on."))
        }
        guard let record = try indexed({ () throws(IndexError) in try index.record(id) }),
            record.type == Handover.declaration.id, note(record, []) != nil
        else { throw .notFound }
        guard record.value(at: .life) != .null, record.values[Handover.receiver] == nil else { return }
        guard writer(of: record)?.officer != person.id else {
            throw .notAllowed(Label("自己的交接由接收人确认。", "A hand-over is acknowledged by whoever takes over."))
        }
        var values = record.values
        values[Handover.receiver] = person.id
        let isRestricted = values[Handover.restricted] == true
        try commit(
            record.edits(to: values), to: isRestricted ? .restricted : .general, batch: Casework.systemBatch)
        self.note(AuditLine(.handedOver, reason: "确认接收", isRestricted: isRestricted))
    }

    /// Whether the officer does the work that is handed over: who leads or mediates takes nothing over by reading it.
    private var takesOver: Bool {
        person.map { AccessTable.standard.access($0.role, to: Visit.type.id, isNamed: false) == .write } ?? false
    }

    /// A note as the officer may see it; a restricted part of which nothing may be known is not there.
    private func note(_ record: Record, _ tasks: [DueItem]) -> HandoverNote? {
        let values = record.values
        guard let writer = writer(of: record) else { return nil }
        let items = values.rows(of: Handover.items).compactMap { row -> HandoverNote.Item? in
            guard let name = values[Handover.itemRecord, row, of: Handover.items],
                let promised = (try? index.record(RecordID(name))) ?? nil, !promised.isDeleted, mayRead(promised)
            else { return nil }
            let rule = values[Handover.itemRule, row, of: Handover.items]
            return .init(
                record: promised.id, task: tasks.first { $0.id == "\(name)/\(rule ?? "")" },
                due: values[Handover.itemDue, row, of: Handover.items])
        }
        let isRestricted = values[Handover.restricted] == true
        if isRestricted, items.isEmpty { return nil }
        let received = record.registers[Handover.receiver.path]?.versions.first { !$0.value.isEmpty }
        return HandoverNote(
            id: record.id, officer: writer.officer, name: officerName(writer.officer), moment: writer.moment,
            note: values[Handover.note] ?? "", items: items, isRestricted: isRestricted,
            receiver: values[Handover.receiver].map { officerName($0) }, received: received?.moment)
    }

    /// Who made a record, and when.
    private func writer(of record: Record) -> Version? { record.registers[.life]?.versions.first }
}
