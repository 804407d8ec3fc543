public import Casework
import Index
public import Records

extension Desk {
    /// Writes down that records leave the notebook, before they do: as a file, on paper, or for another program.
    ///
    /// One line for each type; restricted records have one of their own, which lies where they lie. It is the one door for everything
    /// that is taken out: without the line nothing of what is restricted goes, and while another window writes the log of a sealed
    /// notebook nothing goes at all.
    ///
    /// - Parameters:
    ///   - records: the records, each with all that is shown of it.
    ///   - act: ``AuditAct/exported`` or ``AuditAct/printed``.
    ///   - reason: what for, in words that name nobody.
    /// - Throws: ``DeskError``; nothing may be taken out then.
    public func takeOut(
        _ records: [Record], as act: AuditAct = .exported, reason: String? = nil
    ) throws(DeskError) {
        try refuseLocked()
        guard person != nil else { throw Self.nobody }
        let groups = Dictionary(grouping: records) { Taken(type: $0.type, isRestricted: isRestricted($0)) }
        for (kind, taken) in groups.sorted(by: { $0.key < $1.key }) {
            try takeOut(
                AuditLine(
                    act, type: kind.type, record: taken.count == 1 ? taken[0].id : nil, count: taken.count,
                    reason: reason, isRestricted: kind.isRestricted))
        }
    }

    /// As ``takeOut(_:as:reason:)`` for records of which less than all is shown, such as a list of what is due.
    ///
    /// - Parameters:
    ///   - ids: the records.
    ///   - act: ``AuditAct/exported`` or ``AuditAct/printed``.
    /// - Throws: ``DeskError``; nothing may be taken out then.
    public func takeOut(_ ids: [RecordID], as act: AuditAct = .exported) throws(DeskError) {
        var records: [Record] = []
        var seen: Set<RecordID> = []
        for id in ids where seen.insert(id).inserted {
            if let record = try indexed({ () throws(IndexError) in try index.record(id) }) { records.append(record) }
        }
        try takeOut(records, as: act)
    }

    /// Writes down that lines of the audit log leave the notebook.
    ///
    /// - Parameter entries: the lines.
    /// - Throws: ``DeskError``; nothing may be taken out then.
    public func takeOut(_ entries: [AuditEntry]) throws(DeskError) {
        for isRestricted in [false, true] {
            let count = entries.count { $0.line.isRestricted == isRestricted }
            guard count > 0 else { continue }
            try takeOut(AuditLine(.exported, type: Audit.declaration.id, count: count, isRestricted: isRestricted))
        }
    }

    private func takeOut(_ line: AuditLine) throws(DeskError) {
        try refuseUnlogged()
        if line.isRestricted, isSealed { try audit(line) } else { note(line) }
    }

    /// Refuses what must be logged while another window writes the log: there it can be done.
    ///
    /// In a clear notebook, whose files anybody can read, nothing is gained by it: there the line is missed with a word about it.
    ///
    /// A disk that fails is another matter: then general work goes on, and the officer is told that it was not written down.
    func refuseUnlogged() throws(DeskError) {
        guard isSealed, case .held(let process) = store.readOnly else { return }
        let who = process.map { Label("（进程 \($0)）", " (process \($0))") } ?? Label("", "")
        throw .readOnly(
            Label(
                "查找和导出要记入操作日志，日志正由另一个窗口\(who.zh)书写。请在那个窗口里办，或先退出那里。",
                "Searches and exports go into the audit log, which another window\(who.en) is writing. Do it there, or close that one first."
            ))
    }

    /// What one line is about.
    private struct Taken: Hashable, Comparable {
        let type: TypeID?
        let isRestricted: Bool

        static func < (left: Taken, right: Taken) -> Bool {
            let types = (left.type?.rawValue ?? "", right.type?.rawValue ?? "")
            return types.0 == types.1 ? !left.isRestricted && right.isRestricted : types.0 < types.1
        }
    }
}
