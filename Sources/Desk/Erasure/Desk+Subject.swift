import Casework
import Index
public import Records

extension Desk {
    /// The records in which a person may stand, by type: the officer chooses those that are this person's.
    ///
    /// A name is no identity: namesakes are told apart by the officer. What is limited is among them.
    ///
    /// - Parameter name: the person's whole name.
    /// - Returns: the records, as lists show them.
    /// - Throws: ``DeskError``.
    public func subjectCandidates(_ name: String) throws(DeskError) -> [Record] {
        try requireDisclosing()
        let name = TextFolding.plain(name)
        guard name.count >= 2 else {
            throw .refused([Problem(nil, .refusal, Label("请输入完整姓名。", "Type the whole name."))])
        }
        var result: [Record] = []
        for group in try found(name, types: [Household.type.id, Mediation.type.id], limit: Self.mostCandidates) {
            result += group.hits.map(\.record)
        }
        // Names of persons concerned are in no search; there are dozens of follow-ups, not thousands.
        let followups = try guarded(ListQuery(Followup.type.id))
        result += followups.filter { $0.values[Followup.subject] == name || $0.values[Followup.guardian] == name }
        result += try limited()
        var seen: Set<RecordID> = []
        var mine: [Record] = []
        for record in result where seen.insert(record.id).inserted {
            let record = try whole(record.id)
            if isNamed(name, in: record) { mine.append(record) }
        }
        note(AuditLine(.searched, field: .text, count: mine.count, reason: Self.subjectReason))
        return mine.map { discreet($0) }
    }

    /// Puts together everything that the chosen records hold about a person: a household with the visits to it, a follow-up
    /// with its entries, a mediation without what the other parties said of themselves.
    ///
    /// A line in the audit log for each record comes first; without it nothing is given.
    ///
    /// - Parameters:
    ///   - name: the person's whole name.
    ///   - ids: the records that are this person's.
    ///   - purpose: the request it answers.
    /// - Returns: the file.
    /// - Throws: ``DeskError``.
    public func subjectFile(_ name: String, of ids: [RecordID], purpose: String) throws(DeskError) -> SubjectFile {
        try requireDisclosing()
        let name = TextFolding.plain(name)
        let purpose = TextFolding.plain(purpose)
        guard purpose.count >= 2 else {
            throw .refused([
                Problem(nil, .refusal, Label("请写明本人申请的情况（用途）。", "Say which request of the person it answers."))
            ])
        }
        var records: [Record] = []
        var seen: Set<RecordID> = []
        for id in ids where seen.insert(id).inserted {
            let record = try whole(id)
            guard !record.isDeleted, isNamed(name, in: record) else {
                throw .notAllowed(
                    Label("所选记录里没有“\(name)”这个人。", "One of the records does not name “\(name)”."))
            }
            records.append(record)
            records += try dependents(of: record).filter { !$0.isDeleted && seen.insert($0.id).inserted }
        }
        guard !records.isEmpty else { throw .notFound }
        for record in records {
            try audit(
                AuditLine(
                    .disclosed, type: record.type, record: record.id, reason: purpose,
                    isRestricted: isRestricted(record)))
        }
        var sections: [SubjectFile.Section] = []
        for type in types {
            var entries: [SubjectFile.Entry] = []
            for record in records where record.type == type.id { entries.append(try entry(record, type, name)) }
            if !entries.isEmpty { sections.append(.init(type: type, entries: entries)) }
        }
        return SubjectFile(
            name: name, purpose: purpose, officer: person?.name ?? "", moment: now,
            room: room?.values[Room.name] ?? "", sections: sections, isPartial: !index.isOpen(.restricted))
    }

    private static let subjectReason = "本人信息查阅"
    private static let mostCandidates = 200

    private func requireDisclosing() throws(DeskError) {
        try refuseLocked()
        guard let person else { throw Self.nobody }
        guard AccessTable.standard.may(.disclose, as: person.role) else {
            note(AuditLine(.refused, reason: Self.subjectReason))
            throw .notAllowed(
                Label("您的身份不能办理本人信息查阅，请交给社区民警。", "Your role does not answer such requests: hand it to a beat officer."))
        }
    }

    /// Whether a record names somebody as a person of its own, not in free text.
    private func isNamed(_ name: String, in record: Record) -> Bool {
        guard let type = record.type.flatMap({ Casework.type($0) }) else { return false }
        let values = record.values
        return values.paths.contains { type.field(at: $0)?.kind == .personName && values[$0].text == name }
    }

    private func entry(_ record: Record, _ type: RecordType, _ name: String) throws(DeskError) -> SubjectFile.Entry {
        let steps = try indexed { () throws(IndexError) in try index.changes(touching: record.id) }
        var changes: [SubjectFile.Change] = []
        for step in steps.dropFirst() {
            let ops = try change(step).change.ops.filter { $0.record == record.id && !$0.path.isMark }
            var labels: [Label] = []
            for op in ops {
                guard let field = type.field(op.path.key), !labels.contains(field.label) else { continue }
                labels.append(field.label)
            }
            guard !labels.isEmpty else { continue }
            changes.append(.init(moment: step.moment, officer: officerName(step.officer), fields: labels))
        }
        return SubjectFile.Entry(
            values: SubjectView(name: name, type: type).values(of: record.values), title: title(of: record),
            made: steps.first.map { "\($0.moment.description) \(officerName($0.officer))" } ?? "", changes: changes,
            end: retentionEnd(of: record), limit: record.limit?.basis)
    }
}
