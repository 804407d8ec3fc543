import Crypto
public import Records

extension Store {
    /// Makes an empty sealed store, unlocked by its first officer.
    ///
    /// - Parameters:
    ///   - path: the directory; it is made if it is not there, and must hold no store.
    ///   - environment: everything taken from outside.
    ///   - demo: whether it will hold invented data for practice.
    ///   - officer: the first officer, who may open both streams.
    ///   - name: what the officer will type to say who they are. It is stored nowhere.
    ///   - passphrase: the officer's passphrase.
    /// - Returns: the store, and the code to print: it is shown once and cannot be shown again.
    /// - Throws: ``StoreError``.
    public static func createSealed(
        at path: String, environment: StoreEnvironment, demo: Bool = false, officer: RecordID, name: String,
        passphrase: String
    ) throws(StoreError) -> (store: Store, recoveryCode: RecoveryCode) {
        let random = environment.random
        var holder = try KeyHolder(officer: officer, random: random)
        let code = RecoveryCode(random: random)
        let stretching = PassphraseKey(cost: environment.passphraseCost, salt: random.bytes(ChangeLines.saltLength))
        let slotKey = try stretching.derive(name: name, passphrase: passphrase)
        let members = [
            KeyMember(holder, isRestricted: true), KeyMember(try KeyHolder(code), isRestricted: true),
        ]
        let epoch = EpochFile.number(after: [], random: random)
        var keys: [Stream: SymmetricKey] = [:]
        for stream in Stream.allCases.sorted() {
            var secret = random.bytes(32)
            let key = SymmetricKey(data: secret)
            secret.wipe()
            keys[stream] = key
            holder.anchors[stream] = (epoch, key.name)
        }
        var failure: StoreError?
        let store = try create(at: path, environment: environment, mode: .sealed, demo: demo) {
            (folder, identity) throws(FileError) in
            do throws(StoreError) {
                var sections: [Stream: EpochSection] = [:]
                for (stream, key) in keys.sorted(by: { $0.key < $1.key }) {
                    sections[stream] = try EpochSection(
                        key, .init(store: identity, stream: stream, epoch: epoch), members: members, previous: [:],
                        following: [], environment: environment)
                }
                let file = EpochFile(epoch: epoch, sections: sections)
                let slot = Slot(
                    holder, generation: 1, stretching: stretching, key: slotKey, store: identity,
                    environment: environment)
                let keyFolder = KeyFolder(folder: folder, store: identity)
                do throws(FileError) {
                    try keyFolder.publish(file.bytes(store: identity), as: file.file)
                    try keyFolder.publish(slot.bytes, as: slot.file)
                } catch {
                    throw .file(error)
                }
            } catch {
                if case .file(let error) = error { throw error }
                failure = error
                throw FileError(.write, FileNames.keys, code: 0, reason: .device)
            }
        }
        if let failure { throw failure }
        guard try store.unlock(holder, slotKey: slotKey) != nil else { throw .damaged(FileNames.keys) }
        return (store, code)
    }

    /// Unlocks with a passphrase.
    ///
    /// One that is unlocked is locked first.
    ///
    /// The name is typed, not chosen from a list: before anything is open no name can be shown, since none may stand in
    /// the files. It is stretched together with the passphrase, so all slots are tried with one derivation, and a wrong
    /// name, a wrong passphrase and a store without that officer give the same answer after the same time.
    ///
    /// - Parameters:
    ///   - name: what the officer types to say who they are, exactly as when the key was made.
    ///   - passphrase: the passphrase. Swift cannot overwrite a text: the caller should let go of it at once.
    /// - Returns: whose key it was and what is open.
    /// - Throws: ``StoreError/wrongPassphrase(delay:)`` with the time to wait, ``StoreError/file(_:)``.
    @discardableResult
    public func unlock(name: String, passphrase: String) throws(StoreError) -> Unlocked {
        guard mode == .sealed else { throw .unsupportedMode(.clear) }
        lock()
        let files = try keyFiles()
        let slots = files.slots
        var derived: [PassphraseKey: SymmetricKey] = [:]
        for slot in slots where derived[slot.stretching] == nil {
            derived[slot.stretching] = try slot.stretching.derive(name: name, passphrase: passphrase)
        }
        if derived.isEmpty {
            // Without a slot it takes as long as with one.
            let salt = [UInt8](repeating: 0, count: ChangeLines.saltLength)
            _ = try PassphraseKey(cost: environment.passphraseCost, salt: salt)
                .derive(name: name, passphrase: passphrase)
        }
        for slot in slots {
            guard let key = derived[slot.stretching], let holder = slot.open(key) else { continue }
            if let unlocked = try unlock(holder, slotKey: key) { return unlocked }
            // The slot came before the keys that it goes on from. Until they come, what the same passphrase opened before
            // still opens; without that nobody could sync here to get them.
            for before in files.earlier where before.name == slot.name && before.stretching == slot.stretching {
                guard let old = before.open(key), old.publicKey == holder.publicKey,
                    let unlocked = try unlock(old, slotKey: key, keepsSlots: true)
                else { continue }
                return unlocked
            }
        }
        throw failedAttempt()
    }

    /// Unlocks with the recovery code.
    ///
    /// One that is unlocked is locked first.
    ///
    /// - Parameter code: the code from the paper.
    /// - Returns: what is open; no officer. An officer whose passphrase is lost can be retired and added anew.
    /// - Throws: ``StoreError/wrongPassphrase(delay:)`` when it is not this store's, ``StoreError/file(_:)``.
    @discardableResult
    public func unlock(recoveryCode code: RecoveryCode) throws(StoreError) -> Unlocked {
        guard mode == .sealed else { throw .unsupportedMode(.clear) }
        lock()
        guard let unlocked = try unlock(try KeyHolder(code), slotKey: nil) else { throw failedAttempt() }
        return unlocked
    }

    /// Locks a sealed store: drops the keys and everything that was read.
    ///
    /// Nothing is lost by it.
    ///
    /// Keys lie in memory that the library overwrites when it is let go of. What Swift gives no hold on is not
    /// overwritten: passphrases as texts, and what records said. Core dumps and unencrypted swap are the caller's care.
    public func lock() {
        guard mode == .sealed else { return }
        for state in streams.values { state.forget() }
        keyring = nil
        lastWriter = writer
        identityInUse = nil
        cache = nil
        index = nil
        reopened = []
    }

    /// Uses a holder's key.
    ///
    /// - Parameters:
    ///   - holder: the holder.
    ///   - slotKey: what seals the holder's slot; `nil` for the recovery code.
    ///   - keepsSlots: whether slots of other generations are still needed.
    /// - Returns: `nil` when nothing of the store opens with it.
    /// - Throws: ``StoreError``.
    func unlock(
        _ holder: KeyHolder, slotKey: SymmetricKey?, keepsSlots: Bool = false
    ) throws(StoreError) -> Unlocked? {
        let files = try keyFiles()
        let ring = Keyring(holder, store: identity, slotKey: slotKey, witness: environment.witness)
        for stream in Stream.allCases { ring.open(stream, files.epochs) }
        guard ring.streams[.general] != nil else { return nil }
        keyring = ring
        forgetWrongTries()
        report.isNewWriter = false
        report.findings.removeAll { $0.kind != .repairedDescription && $0.kind != .damagedKeys }
        report.findings += ring.strange.sorted().map {
            Finding(.strangeKeys, "\(FileNames.keys)/\(EpochFile.file($0)).json")
        }
        do throws(FileError) {
            if report.readOnly == nil { try KeyFolder(self).complete(files) }
            for state in streams.values.sorted(by: { $0.stream < $1.stream }) {
                state.keys = ring.streams[state.stream]
                for name in try state.scan(removesUnfinished: report.readOnly == nil) {
                    report.findings.append(Finding(.strangeFile, name))
                }
            }
            try Recovery(store: self).recover()
        } catch {
            lock()
            throw .file(error)
        }
        // What could not be tidied up now is tidied up next time.
        if report.readOnly == nil, !keepsSlots { try? tidyKeys(files) }
        return Unlocked(officer: holder.officer, streams: Set(ring.streams.keys))
    }

    /// The files with keys.
    func keyFiles() throws(StoreError) -> KeyFolder.Content {
        do throws(FileError) {
            return try KeyFolder(self).read()
        } catch {
            throw .file(error)
        }
    }
}
