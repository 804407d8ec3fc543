import Desk

extension Session {
    /// Whether what is printed leaves the notebook: a program or a file gets it, and not the eyes of whoever sits there.
    private static func leaves(_ isJSON: Bool) -> Bool { isJSON || !Surroundings.isOutputTerminal }

    /// Has the audit log say that records leave the notebook, before anything is printed.
    ///
    /// - Parameters:
    ///   - records: the records.
    ///   - isJSON: whether they are printed for a program.
    /// - Throws: `CommandFailure`; nothing may be printed then.
    func takeOut(_ records: [Record], isJSON: Bool) throws(CommandFailure) {
        guard Self.leaves(isJSON), !records.isEmpty else { return }
        try asking { () throws(DeskError) in try desk.takeOut(records) }
    }

    /// As ``takeOut(_:isJSON:)``, by identity.
    func takeOut(_ ids: [RecordID], isJSON: Bool) throws(CommandFailure) {
        guard Self.leaves(isJSON), !ids.isEmpty else { return }
        try asking { () throws(DeskError) in try desk.takeOut(ids) }
    }

    /// As ``takeOut(_:isJSON:)``, for lines of the audit log.
    func takeOut(_ entries: [AuditEntry], isJSON: Bool) throws(CommandFailure) {
        guard Self.leaves(isJSON), !entries.isEmpty else { return }
        try asking { () throws(DeskError) in try desk.takeOut(entries) }
    }
}
