import Casework
import Index
import Records
import Store

extension Desk {
    /// Whether it is sealed and nobody has unlocked it: then nothing can be read or written.
    public var isLocked: Bool { store.isLocked }

    /// How long the next try at unlocking has to wait, in milliseconds; 0 when it has not.
    ///
    /// It grows with every wrong try until somebody unlocks, whichever process it was tried in.
    public var unlockDelay: Int {
        let left = failedAttempt?.left(at: now.milliseconds) ?? 0
        if let attempt = failedAttempt, now.milliseconds < attempt.milliseconds {
            failedAttempt = FailedAttempt(milliseconds: now.milliseconds, delay: attempt.delay)
        }
        return left
    }

    /// Unlocks with an officer's passphrase and signs that officer in.
    ///
    /// What the key does not open is not there: no list, count or find tells of it. Whoever sat there before is gone.
    ///
    /// - Parameters:
    ///   - name: the officer's name.
    ///   - passphrase: the passphrase; whoever holds it lets go of it now.
    /// - Throws: ``DeskError/wrongPassphrase(delay:)`` for whatever does not open, also while the wait is not over;
    ///   ``DeskError/notAllowed(_:)`` when the officer is not in office any more.
    public func unlock(name: String, passphrase: String) throws(DeskError) {
        try open { () throws(StoreError) in
            try store.unlock(name: TextFolding.plain(name), passphrase: passphrase)
        }
    }

    /// Unlocks with the recovery code.
    ///
    /// Nobody is signed in by it: ``signIn(_:)`` takes any office-holder then, and ``renewKey(of:passphrase:)`` gives a
    /// new passphrase to the one whose is lost.
    ///
    /// - Parameter text: the code as typed.
    /// - Throws: ``DeskError/notAllowed(_:)`` naming the groups that were mistyped, ``DeskError/wrongPassphrase(delay:)``.
    public func unlock(recoveryCode text: String) throws(DeskError) {
        let code = try stored { () throws(StoreError) in try RecoveryCode(text) }
        try open { () throws(StoreError) in try store.unlock(recoveryCode: code) }
    }

    /// Locks: nothing can be read until somebody unlocks.
    ///
    /// Everything saved is on the disk; drafts must have been kept.
    ///
    /// A clear notebook only signs its officer out. A sealed one drops its keys, indexes, and what it remembers of the
    /// officer. Keys are overwritten by the library that holds them. Swift gives no hold on texts: pages of the index and
    /// values that were read are overwritten as far as the C library reaches them (`FreedMemory`); what it has cut up and given to
    /// others may be left, therefore core dumps are off and swap should be encrypted.
    public func lock() {
        finishSearch()
        guard isSealed else {
            person = nil
            memo = Memo()
            sticky = [:]
            opened = [:]
            return
        }
        if !store.isLocked {
            note(AuditLine(.locked))
            for stream in Stream.allCases where changesSinceImage[stream, default: 0] > 0 { save(stream) }
        }
        forget()
    }

    /// Drops everything that was read, and overwrites what can be reached of it.
    func forget() {
        FreedMemory.overwriteFromNowOn()
        drop()
        FreedMemory.overwriteWhatIsLeft()
    }

    func drop() {
        store.lock()
        for stream in index.openStreams { index.detach(stream) }
        person = nil
        isRecovering = false
        // What was worked out from the records is as private as they are.
        memo = Memo()
        passedOver = []
        opened = [:]
        pendingSearch = nil
        auditNotice = nil
        hasMissedAudit = false
        sticky = [:]
        findings = []
        rebuilt = []
        contained = [:]
        changesSinceImage = [:]
        spoiled = []
        lastWritten = 0
    }

    /// Refuses while it is locked.
    func refuseLocked() throws(DeskError) {
        if store.isLocked { throw .locked }
    }

    private func open(_ body: () throws(StoreError) -> Unlocked) throws(DeskError) {
        guard isSealed else { throw DeskError(.unsupportedMode(.clear)) }
        let wait = unlockDelay
        guard wait == 0 else { throw .wrongPassphrase(delay: wait) }
        lock()
        triesBefore = store.wrongTries.count
        let unlocked: Unlocked
        do throws(StoreError) {
            unlocked = try body()
        } catch {
            if case .wrongPassphrase(let delay) = error {
                failedAttempt = FailedAttempt(milliseconds: now.milliseconds, delay: delay)
            }
            throw DeskError(error)
        }
        failedAttempt = nil
        do throws(StoreError) {
            try loadAll(unlocked.streams)
        } catch {
            forget()
            throw DeskError(error)
        }
        guard let officer = unlocked.officer else {
            isRecovering = true
            return
        }
        guard let person = holder(officer) else {
            forget()
            throw .notAllowed(
                Label(
                    "口令正确，但该人员已不在任，不能使用。请由管理人员处理。",
                    "The passphrase is right, but that officer is not in office any more. Ask whoever manages officers."
                ))
        }
        self.person = person
        noteUnlocked()
    }

    /// Notes who unlocked, and the wrong tries before.
    ///
    /// - Parameter isRecovery: whether it was done with the recovery code, which anybody may have found.
    func noteUnlocked(isRecovery: Bool = false) {
        if triesBefore > 0 { note(AuditLine(.attempted, count: triesBefore)) }
        triesBefore = 0
        note(AuditLine(.unlocked, reason: isRecovery ? "恢复码" : nil))
    }

    /// The office-holder of an identity.
    func holder(_ id: RecordID) -> Person? {
        guard let record = (try? index.record(id)) ?? nil, !record.isDeleted, let name = record.values[Officer.name],
            let role = record.values[Officer.role], Officer.isActive(record.values, on: today)
        else { return nil }
        return Person(id: id, name: name, role: role)
    }
}
