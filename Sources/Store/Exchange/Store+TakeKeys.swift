import Records

extension Store {
    /// Takes in files with keys that came from a place.
    ///
    /// - Parameter files: good files that are not here, by their stems.
    /// - Throws: ``StoreError/retired``, ``StoreError/file(_:)``.
    func takeKeys(_ files: [String: [UInt8]]) throws(StoreError) {
        guard !files.isEmpty, let ring = keyring else { return }
        let keyFolder = KeyFolder(self)
        let here = try keyFiles()
        let retired = Set((ring.members[.general] ?? []).filter(\.isRetired).map(\.slot))
        var isNewEpoch = false
        do throws(FileError) {
            for (stem, bytes) in files.sorted(by: { $0.key < $1.key }) {
                if stem.hasPrefix(EpochFile.prefix) {
                    isNewEpoch = true
                } else if let slot = Slot(bytes, file: stem, store: identity) {
                    let isKnown = here.slots.contains {
                        slot.isVoid(beside: $0) && !$0.isWaiting(for: here.epochs)
                            || $0.passphrase == slot.passphrase && $0.file == slot.file
                    }
                    if retired.contains(slot.name) || isKnown { continue }
                }
                try keyFolder.publish(bytes, as: stem)
            }
        } catch {
            throw .file(error)
        }
        if isNewEpoch { try renewKeys() }
    }

    /// The next segment that came before its key did, now that the key is here.
    ///
    /// - Returns: the segment, to be applied and handed to ``adopt(_:)`` like one that has just come; `nil` when there is
    ///   none left.
    /// - Throws: ``StoreError/file(_:)``.
    public func nextReopened() throws(StoreError) -> ExchangeArrival? {
        while let id = reopened.popLast() {
            guard let state = streams[id.stream], state.isOpen, state.unread[id] == false else { continue }
            let path = StreamState.path(id.writer, id.name)
            let intake = SegmentIntake(
                store: identity, isSealed: mode == .sealed, keys: keyring?.streams ?? [:],
                redactors: [id.stream: redactor(id.stream)])
            do throws(FileError) {
                let bytes = try state.folder.read(path) ?? []
                guard case .good(_, let kept, let changes, isKeyMissing: false) = intake.examine(bytes) else {
                    continue
                }
                // What was erased before it could be read goes as it would have on the way in.
                if kept != bytes { try state.folder.publish(kept, as: path) }
                return ExchangeArrival(id: id, changes: changes, isRead: true)
            } catch {
                throw .file(error)
            }
        }
        return nil
    }

    /// Brings together what laptops changed about the members without knowing of each other.
    ///
    /// - Returns: how many members were not taken over and must be added anew.
    /// - Throws: ``StoreError``.
    func mergeKeys() throws(StoreError) -> Int {
        guard let ring = keyring, ring.branches.contains(where: { !$0.value.isEmpty }) else { return 0 }
        var merged: [Stream: MemberMerge] = [:]
        for (stream, members) in ring.members {
            merged[stream] = MemberMerge(
                members, ring.branches[stream, default: [:]], own: ring.holder.publicKey)
        }
        let changed = merged.filter(\.value.isChanged)
        if !changed.isEmpty {
            let change = try EpochChange(ring, Set(changed.keys), store: self) { stream, members in
                members = changed[stream]?.members ?? members
            }
            try commit(change, ring, slot: nil)
        }
        return merged.values.map(\.refused).max() ?? 0
    }

    /// Follows the proofs to the newest keys again, after files with keys came.
    private func renewKeys() throws(StoreError) {
        guard let old = keyring else { return }
        let files = try keyFiles()
        let ring = Keyring(old.holder, store: identity, slotKey: old.slotKey, witness: environment.witness)
        for stream in old.streams.keys.sorted() { ring.open(stream, files.epochs) }
        guard Set(ring.streams.keys) == Set(old.streams.keys) else {
            lock()
            throw .retired
        }
        keyring = ring
        reopened = streams.values.filter { $0.keys != nil }
            .flatMap { $0.unread.filter { !$0.value }.keys }.sorted()
        let isNewer = ring.streams.contains { $0.value.epoch != old.streams[$0.key]?.epoch }
        do throws(FileError) {
            if isNewer {
                do throws(FileError) {
                    try resealAll(ring)
                } catch {
                    lock()
                    throw error
                }
                try tidyKeys(files)
            } else {
                for state in streams.values where state.keys != nil { state.keys = ring.streams[state.stream] }
            }
        } catch {
            throw .file(error)
        }
    }
}
