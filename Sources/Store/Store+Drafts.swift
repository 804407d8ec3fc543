public import Records

extension Store {
    /// Writes a draft down: when this returns, it outlives a crash.
    ///
    /// An older one of the same name is replaced whole.
    ///
    /// - Parameters:
    ///   - draft: the draft.
    ///   - officer: whose it is.
    ///   - records: the records it is about: erasing one of them finds the draft, whoever erases.
    /// - Throws: ``StoreError/badName`` for names that no disk keeps, ``StoreError/file(_:)``,
    ///   ``StoreError/readOnly(_:)``.
    public func putDraft(
        _ draft: Draft, of officer: RecordID, about records: Set<RecordID> = []
    ) throws(StoreError) {
        let (parent, name) = try draftPath(draft.id, officer)
        do throws(FileError) {
            for directory in [FileNames.drafts, parent] where !durableDirectories.contains(directory) {
                try folder.makeDirectory(directory)
                try folder.syncDirectory(holding: directory)
                durableDirectories.insert(directory)
            }
            let bytes =
                keyring.map { ring in
                    DraftFile.bytes(
                        of: draft, name: name, store: identity, ring.holder, environment,
                        about: DraftSearch.about(records, ring, store: identity))
                }
                ?? DraftFile.bytes(of: draft, store: identity)
            try folder.publish(bytes, as: name)
        } catch {
            throw .file(error)
        }
    }

    /// An officer's drafts, in order of their names.
    ///
    /// - Parameter officer: whose.
    /// - Returns: the drafts that can be read; damaged ones are added to ``report`` and stay where they are. In a sealed
    ///   store each officer finds only what they wrote themselves: drafts are under the key of whoever wrote them.
    /// - Throws: ``StoreError/badName``, ``StoreError/file(_:)``.
    public func drafts(of officer: RecordID) throws(StoreError) -> [Draft] {
        guard FileNames.isGood(officer.rawValue) else { throw .badName }
        if isLocked { throw .readOnly(.locked) }
        let directory = draftDirectory(officer)
        do throws(FileError) {
            var drafts: [Draft] = []
            for id in try folder.list(directory) where !id.hasSuffix(Folder.unfinished) {
                let name = "\(directory)/\(id)"
                let bytes = try folder.read(name)
                let draft = bytes.flatMap { bytes in
                    keyring.map { DraftFile.draft(from: bytes, name: name, store: identity, $0.holder) }
                        ?? DraftFile.draft(id, from: bytes)
                }
                if let draft {
                    drafts.append(draft)
                } else if !report.findings.contains(where: { $0.name == name }) {
                    report.findings.append(Finding(.damagedDraft, name))
                }
            }
            return drafts.sorted { $0.id < $1.id }
        } catch {
            throw .file(error)
        }
    }

    /// Removes a draft, once it was saved or thrown away; one that is not there is no error.
    ///
    /// - Parameters:
    ///   - id: its name.
    ///   - officer: whose it is.
    /// - Throws: ``StoreError/badName``, ``StoreError/file(_:)``, ``StoreError/readOnly(_:)``.
    public func removeDraft(_ id: String, of officer: RecordID) throws(StoreError) {
        let (_, name) = try draftPath(id, officer)
        do throws(FileError) {
            try folder.remove(name)
            // Without it a crash could bring a draft back that was saved as a record already.
            try folder.syncDirectory(holding: name)
        } catch {
            throw .file(error)
        }
    }

    private func draftPath(
        _ id: String, _ officer: RecordID
    ) throws(StoreError) -> (directory: String, name: String) {
        if let reason = readOnly { throw .readOnly(reason) }
        guard FileNames.isGood(officer.rawValue), FileNames.isGood(id + Folder.unfinished),
            !id.hasSuffix(Folder.unfinished)
        else { throw .badName }
        let directory = draftDirectory(officer)
        return (directory, "\(directory)/\(keyring?.holder.fileName([officer.rawValue, id]) ?? id)")
    }

    /// Sealed, neither the officer nor what a draft is of can be read from the names.
    private func draftDirectory(_ officer: RecordID) -> String {
        "\(FileNames.drafts)/\(keyring?.holder.fileName([officer.rawValue]) ?? officer.rawValue)"
    }
}
