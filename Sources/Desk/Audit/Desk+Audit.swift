public import Casework
import Index
public import Records

extension Desk {
    /// Writes a line of the audit log: when this returns it is on the disk (RIGHTS.md rule 12).
    ///
    /// For what must not happen unrecorded: the line comes first, and when it cannot be written the act is left undone.
    ///
    /// - Parameter line: what somebody is about to do.
    /// - Throws: ``DeskError``; nothing is written then.
    public func audit(_ line: AuditLine) throws(DeskError) {
        try refuseLocked()
        if let reason = readOnlyReason { throw .readOnly(reason) }
        let id = RecordID.random(using: &random)
        try commit(
            Record.creation(id: id, type: Audit.declaration.id, values: line.values(on: today)),
            to: line.isRestricted ? .restricted : .general, batch: Casework.systemBatch)
    }

    /// Writes a line about something that goes on even when the line cannot be written.
    ///
    /// ``takeAuditNotice()`` says so then.
    ///
    /// - Parameter line: what somebody did.
    public func note(_ line: AuditLine) {
        guard person != nil, !isLocked else { return }
        do throws(DeskError) {
            try audit(line)
        } catch {
            guard !hasMissedAudit else { return }
            hasMissedAudit = true
            auditNotice = Label(
                "这一步没有写进操作日志：\(error.label.zh)", "This was not written to the audit log: \(error.label.en)")
        }
    }

    /// What the officer is to be told about lines that could not be written; once in a sitting.
    ///
    /// - Returns: the message; `nil` when there is none.
    public func takeAuditNotice() -> Label? {
        defer { auditNotice = nil }
        return auditNotice
    }

    /// Whether opening a record asks for a reason: C3 (domain §3).
    ///
    /// - Parameter record: a record that the officer may read.
    /// - Returns: whether it does.
    public func needsReason(_ record: Record) -> Bool {
        guard let type = record.type, isRestricted(record) else { return false }
        return Confidentiality.level(of: record.values, type) == .c3
    }

    /// Whether a record is restricted: opening it is audited, and lists mask its names.
    ///
    /// - Parameter record: the record.
    /// - Returns: whether it is.
    public func isRestricted(_ record: Record) -> Bool {
        record.type.flatMap { Casework.type($0) }?.isRestricted(record) ?? false
    }

    /// Opens a record to read all of it.
    ///
    /// A restricted one is given only after the line that says so is on the disk. Until somebody locks or signs in,
    /// ``record(_:includingDeleted:)`` and ``history(of:)`` then give all of it.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - reason: why, for C3.
    ///   - includingDeleted: whether a deleted one is given too.
    /// - Returns: the record.
    /// - Throws: ``DeskError/reasonNeeded``, ``DeskError/notFound`` for what is not there and for what the officer may not know of
    ///   alike, and why the line could not be written.
    @discardableResult
    public func openRecord(
        _ id: RecordID, reason: String? = nil, includingDeleted: Bool = false
    ) throws(DeskError) -> Record {
        guard let found = try indexed({ () throws(IndexError) in try index.record(id) }),
            includingDeleted || !found.isDeleted
        else { throw .notFound }
        guard mayRead(found) else {
            noteRefusal(found)
            throw .notFound
        }
        guard isRestricted(found) else { return found }
        let why = reason.map { TextFolding.plain($0) } ?? ""
        guard !why.isEmpty || !needsReason(found) else { throw .reasonNeeded }
        do throws(DeskError) {
            try audit(
                AuditLine(.opened, type: found.type, record: id, reason: reason, isRestricted: true))
        } catch {
            throw .notAllowed(
                Label(
                    "操作日志写不进去，所以不打开受限记录：\(error.label.zh)",
                    "The audit log cannot be written, so no restricted record is opened: \(error.label.en)"))
        }
        opened[id] = why
        return found
    }

    /// Why a record was opened before in this sitting, so that looking further into it need not ask again.
    ///
    /// - Parameter id: the record.
    /// - Returns: the reason; `nil` when it was not opened, or none was asked for.
    public func reasonGiven(for id: RecordID) -> String? { opened[id].flatMap { $0.isEmpty ? nil : $0 } }

    /// Says that masked values are shown whole: Ctrl-E, `--reveal`.
    ///
    /// - Parameter records: the records whose values are shown.
    /// - Throws: ``DeskError`` when one of them is restricted and the line cannot be written.
    public func reveal(_ records: [Record]) throws(DeskError) {
        let byType = Dictionary(grouping: records.filter { $0.type != nil }) { record in
            Shown(type: record.type ?? "", isRestricted: isRestricted(record))
        }
        for (kind, shown) in byType.sorted(by: { ($0.key.type.rawValue) < $1.key.type.rawValue }) {
            let line = AuditLine(
                .revealed, type: kind.type, record: shown.count == 1 ? shown[0].id : nil, count: shown.count,
                isRestricted: kind.isRestricted)
            if kind.isRestricted { try audit(line) } else { note(line) }
        }
    }

    private struct Shown: Hashable {
        let type: TypeID
        let isRestricted: Bool
    }

    /// Notes that somebody asked for a record that they may not know of; the answer does not tell.
    func noteRefusal(_ record: Record) {
        note(AuditLine(.refused, type: record.type, record: record.id, isRestricted: isRestricted(record)))
    }

    /// The record as it may be shown: all of it when it is general or was opened, otherwise as in lists.
    func shown(_ record: Record) -> Record { opened[record.id] != nil ? record : discreet(record) }

    /// The record as lists show it.
    func discreet(_ record: Record) -> Record {
        guard let type = record.type.flatMap({ Casework.type($0) }), type.isRestricted(record) else { return record }
        return Discretion.discreet(record, type)
    }

    /// Refuses to read or write the whole of a restricted record that nobody opened.
    func requireOpened(_ record: Record) throws(DeskError) {
        guard isRestricted(record), opened[record.id] == nil else { return }
        throw .notAllowed(
            Label("受限记录要先打开（命令行用 --reason 写明理由）。", "Open a restricted record first (command line: --reason)."))
    }
}
