import Casework
import Index
public import Records
import Store

extension Desk {
    /// Everybody who is or was in office, and who can unlock the notebook.
    ///
    /// - Returns: the list, in the order of roles and names.
    /// - Throws: ``DeskError``.
    public func officers() throws(DeskError) -> [OfficerEntry] {
        let holders = store.keyHolders()
        return try list(ListQuery(Officer.type.id), limit: 500).records.compactMap { record in
            let values = record.values
            guard let name = values[Officer.name], let role = values[Officer.role] else { return nil }
            let streams = holders[record.id] ?? []
            return OfficerEntry(
                id: record.id, name: name, role: role, isActive: Officer.isActive(values, on: today),
                hasKey: !streams.isEmpty, opensRestricted: streams.contains(.restricted))
        }
    }

    /// Takes somebody into office, with a passphrase in a sealed notebook.
    ///
    /// Whether the key opens restricted records follows from the role, by the one access table.
    ///
    /// - Parameters:
    ///   - values: the officer's record.
    ///   - passphrase: the passphrase of a sealed notebook; `nil` in a clear one.
    /// - Returns: the record.
    /// - Throws: ``DeskError``; nobody is added then.
    @discardableResult
    public func addOfficer(_ values: FieldValues, passphrase: String?) throws(DeskError) -> Record {
        try requireManagement()
        if isSealed, let problem = PassphraseRule.problem(passphrase ?? "") { throw .notAllowed(problem) }
        let record = try save(values, of: Officer.type)
        guard isSealed, let passphrase else { return record }
        do throws(DeskError) {
            try addKey(of: record, passphrase)
            noteKeys(of: record.id, "新钥匙")
        } catch {
            // Without a key the entry would be of no use; when it stays all the same, the key can be made later.
            try? commit([record.deletion()], to: .general)
            throw error
        }
        return record
    }

    /// Gives an officer a new key under a new passphrase, when the old one is lost or there was none.
    ///
    /// The old key opens nothing that is written from now on.
    ///
    /// - Parameters:
    ///   - id: the officer's record.
    ///   - passphrase: the new passphrase.
    /// - Throws: ``DeskError``.
    public func renewKey(of id: RecordID, passphrase: String) throws(DeskError) {
        try requireManagement()
        if let problem = PassphraseRule.problem(passphrase) { throw .notAllowed(problem) }
        let record = try record(id)
        guard record.type == Officer.type.id, Officer.isActive(record.values, on: today) else { throw .notFound }
        if store.keyHolders()[id] != nil {
            try keys { () throws(StoreError) in try store.retireOfficer(id) }
        }
        try addKey(of: record, passphrase)
        noteKeys(of: id, "换钥匙")
    }

    /// Makes another recovery code, when the paper is lost, was used, or may have been seen.
    ///
    /// The old one opens nothing that is written from now on.
    ///
    /// - Returns: the code to write down; it is shown once.
    /// - Throws: ``DeskError``; the old one is in force then.
    public func renewRecoveryCode() throws(DeskError) -> String {
        try requireManagement()
        guard isSealed else { throw DeskError(.unsupportedMode(.clear)) }
        var code = ""
        try keys { () throws(StoreError) in code = try store.renewRecoveryCode().text }
        note(AuditLine(.keyed, reason: "换恢复码"))
        return code
    }

    /// Ends somebody's term today, and takes the key away.
    ///
    /// What they could read must be assumed read; nothing written from now on opens with their key.
    ///
    /// - Parameter id: the officer's record.
    /// - Throws: ``DeskError``; one's own term is ended by somebody else.
    public func retire(_ id: RecordID) throws(DeskError) {
        try requireManagement()
        guard id != person?.id else { throw DeskError(.ownKey) }
        let record = try record(id)
        guard record.type == Officer.type.id else { throw .notFound }
        // The key comes first: a term without a key harms nobody, a key without a term may.
        if store.keyHolders()[id] != nil {
            try keys { () throws(StoreError) in try store.retireOfficer(id) }
            noteKeys(of: id, "收回钥匙")
        }
        var values = record.values
        guard values[Officer.activeTo].map({ today < $0 }) ?? true else { return }
        values[Officer.activeTo] = today
        try save(values, of: Officer.type, base: record)
    }

    /// Gives whoever is signed in another passphrase.
    ///
    /// - Parameters:
    ///   - passphrase: the new passphrase.
    ///   - old: the old one, where somebody may have left the keyboard unlocked; `nil` when it was typed just now.
    /// - Throws: ``DeskError``; the old one is in force then.
    public func changePassphrase(_ passphrase: String, old: String? = nil) throws(DeskError) {
        try refuseLocked()
        guard let person, !isRecovering else {
            throw .notAllowed(
                Label(
                    "用恢复码打开时没有自己的口令可改，请用 beatbook officers key 为本人换口令。",
                    "With the recovery code there is no passphrase of one's own to change: use beatbook officers key."))
        }
        if let problem = PassphraseRule.problem(passphrase) { throw .notAllowed(problem) }
        if let old {
            let wait = unlockDelay
            guard wait == 0 else { throw .wrongPassphrase(delay: wait) }
            do throws(StoreError) {
                try store.confirm(name: TextFolding.plain(person.name), passphrase: old)
            } catch {
                if case .wrongPassphrase(let delay) = error {
                    failedAttempt = FailedAttempt(milliseconds: now.milliseconds, delay: delay)
                }
                throw DeskError(error)
            }
        }
        try keys { () throws(StoreError) in
            try store.changePassphrase(name: TextFolding.plain(person.name), passphrase)
        }
        noteKeys(of: person.id, "改口令")
    }

    /// Notes that a key or a passphrase is another now; the new keys hold already.
    private func noteKeys(of officer: RecordID, _ what: String) {
        note(AuditLine(.keyed, type: Officer.type.id, record: officer, reason: what))
    }

    private func addKey(of record: Record, _ passphrase: String) throws(DeskError) {
        guard let name = record.values[Officer.name], let role = record.values[Officer.role] else { throw .notFound }
        let streams: Set<Stream> =
            AccessTable.standard.may(.openRestricted, as: role) ? [.general, .restricted] : [.general]
        try keys { () throws(StoreError) in
            try store.addOfficer(
                record.id, name: TextFolding.plain(name), passphrase: passphrase, streams: streams)
        }
    }

    private func requireManagement() throws(DeskError) {
        try refuseLocked()
        if let reason = readOnlyReason { throw .readOnly(reason) }
        guard let person, AccessTable.standard.may(.manageOfficers, as: person.role) else {
            throw .notAllowed(
                Label(
                    "您的身份不能管理人员和口令，请找社区民警或所领导。",
                    "Your role does not manage officers: ask a beat officer or the station leader.")
            )
        }
    }

    /// Changes keys.
    ///
    /// When that fails half-way the store locks itself, and the desk with it.
    private func keys(_ body: () throws(StoreError) -> Void) throws(DeskError) {
        do throws(StoreError) {
            try body()
        } catch {
            if store.isLocked { forget() }
            throw DeskError(error)
        }
    }
}
