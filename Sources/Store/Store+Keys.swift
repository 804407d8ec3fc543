import Crypto
public import Records

extension Store {
    /// Who may open which streams, as the newest keys say; the recovery code is not listed.
    ///
    /// - Returns: the streams by officer; empty while the store is locked.
    public func keyHolders() -> [RecordID: Set<Stream>] {
        var result: [RecordID: Set<Stream>] = [:]
        for (stream, members) in keyring?.members ?? [:] {
            for member in members where !member.isRetired {
                if let officer = member.officer { result[officer, default: []].insert(stream) }
            }
        }
        return result
    }

    /// Gives the officer who unlocked the store another passphrase.
    ///
    /// What it opens stays the same.
    ///
    /// The old passphrase opens nothing here any more. Copies of the old slot file, on a stick or in a backup, still open
    /// with it: where that matters the officer is retired and added anew.
    ///
    /// - Parameters:
    ///   - name: what the officer will type to say who they are.
    ///   - passphrase: the new passphrase.
    /// - Throws: ``StoreError/readOnly(_:)``, ``StoreError/unknownOfficer`` for the recovery code,
    ///   ``StoreError/file(_:)``. A crash before it returns leaves either the old or the new one in force.
    public func changePassphrase(name: String, _ passphrase: String) throws(StoreError) {
        let ring = try writableKeys()
        guard ring.holder.officer != nil else { throw .unknownOfficer }
        let stretching = try stretching()
        let key = try stretching.derive(name: name, passphrase: passphrase)
        do throws(FileError) {
            try replaceSlot(ring, stretching, key, isNewPassphrase: true)
        } catch {
            throw .file(error)
        }
    }

    /// Whether a passphrase is that of the officer who unlocked the store.
    ///
    /// - Parameters:
    ///   - name: what the officer types to say who they are.
    ///   - passphrase: the passphrase.
    /// - Throws: ``StoreError/wrongPassphrase(delay:)`` when it is not; the try counts as one at unlocking. ``StoreError/file(_:)``.
    public func confirm(name: String, passphrase: String) throws(StoreError) {
        let ring = try writableKeys()
        for slot in try keyFiles().slots where slot.name == ring.holder.slot {
            let key = try slot.stretching.derive(name: name, passphrase: passphrase)
            if slot.open(key)?.officer == ring.holder.officer { return }
        }
        throw failedAttempt()
    }

    /// Gives an officer a key.
    ///
    /// It opens everything the streams held before, too.
    ///
    /// - Parameters:
    ///   - officer: the officer.
    ///   - name: what the officer will type to say who they are.
    ///   - passphrase: their passphrase.
    ///   - streams: what they may open; the general stream is always among them.
    /// - Throws: ``StoreError/officerExists``, ``StoreError/unopened(_:)`` for a stream that is not open,
    ///   ``StoreError/readOnly(_:)``, ``StoreError/file(_:)``. A crash before it returns leaves the officer either with
    ///   or without the key.
    public func addOfficer(
        _ officer: RecordID, name: String, passphrase: String, streams: Set<Stream>
    ) throws(StoreError) {
        let ring = try writableKeys()
        let streams = streams.union([.general])
        guard keyHolders()[officer] == nil else { throw .officerExists }
        let stretching = try stretching()
        let slotKey = try stretching.derive(name: name, passphrase: passphrase)
        var holder = try KeyHolder(officer: officer, random: environment.random)
        let member = KeyMember(holder, isRestricted: streams.contains(.restricted))
        let change = try EpochChange(ring, streams, store: self) { $1.append(member) }
        for (stream, key) in change.keys { holder.anchors[stream] = (change.file.epoch, key.name) }
        let slot = Slot(
            holder, generation: 1, stretching: stretching, key: slotKey, store: identity, environment: environment)
        // A slot alone opens nothing, so it comes first.
        try commit(change, ring, slot: slot)
    }

    /// Takes an officer's key away: new keys for everybody else, in every stream the officer could open.
    ///
    /// What they could read before must be assumed read; nothing written from now on opens with their key.
    ///
    /// - Parameter officer: the officer.
    /// - Throws: ``StoreError/unknownOfficer``, ``StoreError/ownKey``, ``StoreError/unopened(_:)`` when they can open
    ///   a stream that is not open now, ``StoreError/readOnly(_:)``, ``StoreError/file(_:)``. A crash before it returns
    ///   leaves either the old or the new keys in force; when it throws after the new ones were written, the store is
    ///   locked and goes on with them once it is unlocked.
    public func retireOfficer(_ officer: RecordID) throws(StoreError) {
        let ring = try writableKeys()
        guard ring.holder.officer != officer else { throw .ownKey }
        // The restricted list cannot be read without its key; the general one says who is on it.
        let entries = (ring.members[.general] ?? []).filter { $0.officer == officer && !$0.isRetired }
        guard !entries.isEmpty else { throw .unknownOfficer }
        if entries.contains(where: { $0.isRestricted }), ring.streams[.restricted] == nil {
            throw .unopened(.restricted)
        }
        let streams = ring.members.filter { $0.value.contains { $0.officer == officer && !$0.isRetired } }.map(\.key)
        let change = try EpochChange(ring, Set(streams), store: self) { _, members in
            for place in members.indices where members[place].officer == officer { members[place].isRetired = true }
        }
        try commit(change, ring, slot: nil)
    }

    /// Makes another recovery code, when the paper is lost or was used.
    ///
    /// The old one opens nothing written from now on.
    ///
    /// - Returns: the code to print.
    /// - Throws: ``StoreError/unopened(_:)`` unless both streams are open, ``StoreError/readOnly(_:)``,
    ///   ``StoreError/file(_:)``.
    public func renewRecoveryCode() throws(StoreError) -> RecoveryCode {
        let ring = try writableKeys()
        let code = RecoveryCode(random: environment.random)
        let holder = try KeyHolder(code)
        let change = try EpochChange(ring, Set(Stream.allCases), store: self) { _, members in
            for place in members.indices where members[place].officer == nil { members[place].isRetired = true }
            members.append(KeyMember(holder, isRestricted: true))
        }
        try commit(change, ring, slot: nil)
        return code
    }

    private func writableKeys() throws(StoreError) -> Keyring {
        if let reason = readOnly { throw .readOnly(reason) }
        guard let keyring else { throw .unsupportedMode(mode) }
        return keyring
    }

    /// How passphrases are stretched from now on: with the salt that all slots share, at today's cost.
    private func stretching() throws(StoreError) -> PassphraseKey {
        let salt = try keyFiles().slots.first?.stretching.salt ?? environment.random.bytes(ChangeLines.saltLength)
        return PassphraseKey(cost: environment.passphraseCost, salt: salt)
    }

    /// Puts new keys in place.
    ///
    /// From the first file on they count; everything after only brings this laptop in line, and is done again at the
    /// next unlocking when it did not get that far.
    func commit(_ change: EpochChange, _ ring: Keyring, slot: Slot?) throws(StoreError) {
        let keyFolder = KeyFolder(self)
        do throws(FileError) {
            if let slot { try keyFolder.publish(slot.bytes, as: slot.file) }
            do throws(FileError) {
                try keyFolder.publish(change.file.bytes(store: identity), as: change.file.file)
                change.adopt(in: ring)
                try resealAll(ring)
                try tidyKeys(try keyFolder.read())
            } catch {
                // Whether the new keys count is for the next unlocking to see; until then nothing is written.
                lock()
                throw error
            }
        } catch {
            throw .file(error)
        }
    }

    /// Writes what this laptop goes on writing to again, under the newest keys.
    func resealAll(_ ring: Keyring) throws(FileError) {
        for state in streams.values.sorted(by: { $0.stream < $1.stream }) where state.keys != nil {
            state.keys = ring.streams[state.stream]
            guard let log = state.log else { continue }
            log.keys = state.keys
            do throws(FileError) {
                try log.reset(pending: Array(state.pending), number: state.newest.number + 1)
            } catch {
                guard error.reason == .full, releaseBallast() else { throw error }
                try log.reset(pending: Array(state.pending), number: state.newest.number + 1)
            }
            state.restart(published: 0)
        }
        if let writer = identityInUse, let file = try folder.read(FileNames.writer).flatMap(WriterFile.init) {
            let machine = WriterFile.machineHash(environment.machine, store: identity)
            let boxes = WriterFile.seal(writer, keyring: ring, kept: file.boxes, environment: environment)
            try WriterFile.write(writer, boxes: boxes, to: self, machine: machine)
        }
        try resealLocal()
    }

    /// Removes slots that no longer open anything, and pins the holder's slot to the newest keys.
    func tidyKeys(_ files: KeyFolder.Content) throws(FileError) {
        guard let ring = keyring else { return }
        let keyFolder = KeyFolder(self)
        for file in files.outdated { try keyFolder.remove(file) }
        let retired = Set((ring.members[.general] ?? []).filter(\.isRetired).map(\.slot))
        for slot in files.slots where retired.contains(slot.name) { try keyFolder.remove(slot.file) }
        let anchors = ring.newestAnchors
        let isPinned = anchors.allSatisfy { ring.holder.anchors[$0.key]?.epoch == $0.value.epoch }
        // One that was written again elsewhere, and waits here for its keys, starts at newer ones; it must not be made void.
        let isWaiting = files.slots.contains {
            $0.name == ring.holder.slot && $0.passphrase == ring.holder.passphrase && $0.isWaiting(for: files.epochs)
        }
        guard !isPinned, !isWaiting, let key = ring.slotKey,
            // When another passphrase was chosen elsewhere meanwhile, this one's slot is void and stays so.
            let slot = files.slots.first(where: {
                $0.name == ring.holder.slot && $0.passphrase == ring.holder.passphrase
            })
        else { return }
        try replaceSlot(ring, slot.stretching, key, isNewPassphrase: false)
    }

    private func replaceSlot(
        _ ring: Keyring, _ stretching: PassphraseKey, _ key: SymmetricKey, isNewPassphrase: Bool
    ) throws(FileError) {
        let keyFolder = KeyFolder(self)
        let own = try keyFolder.read().slots.filter { $0.name == ring.holder.slot }
        ring.pin()
        var holder = ring.holder
        if isNewPassphrase {
            holder.passphrase = SlotPassphrase(after: own.map(\.passphrase), random: environment.random)
        }
        // Two laptops that write it again without knowing of each other must not choose the same name for two files.
        let newest = own.map(\.generation).max() ?? 0
        let generation = newest + 1 + Int(environment.random.next() % Self.generationStep)
        let slot = Slot(
            holder, generation: generation, stretching: stretching, key: key, store: identity,
            environment: environment)
        try keyFolder.publish(slot.bytes, as: slot.file)
        for old in own where old.isVoid(beside: slot) { try keyFolder.remove(old.file) }
        ring.adopt(holder.passphrase, slotKey: key)
    }

    /// Names of files have 39 characters at most; after thousands of steps a generation still has eight.
    private static let generationStep: UInt64 = 20_000
}
