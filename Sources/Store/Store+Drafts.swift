public import Records

extension Store {
    /// Writes a draft down: when this returns, it outlives a crash.
    ///
    /// An older one of the same name is replaced whole.
    ///
    /// - Parameters:
    ///   - draft: the draft.
    ///   - officer: whose it is.
    /// - Throws: ``StoreError/badName`` for names that no disk keeps, ``StoreError/file(_:)``,
    ///   ``StoreError/readOnly(_:)``.
    public func putDraft(_ draft: Draft, of officer: RecordID) throws(StoreError) {
        let name = try draftName(draft.id, officer)
        do throws(FileError) {
            for directory in [FileNames.drafts, "\(FileNames.drafts)/\(officer.rawValue)"]
            where try folder.status(directory) == nil {
                try folder.makeDirectory(directory)
                try folder.syncDirectory(holding: directory)
            }
            try folder.publish(DraftFile.bytes(of: draft, store: identity), as: name)
        } catch {
            throw .file(error)
        }
    }

    /// An officer's drafts, in order of their names.
    ///
    /// - Parameter officer: whose.
    /// - Returns: the drafts that can be read; damaged ones are added to ``report`` and stay where they are.
    /// - Throws: ``StoreError/badName``, ``StoreError/file(_:)``.
    public func drafts(of officer: RecordID) throws(StoreError) -> [Draft] {
        guard FileNames.isGood(officer.rawValue) else { throw .badName }
        let directory = "\(FileNames.drafts)/\(officer.rawValue)"
        do throws(FileError) {
            var drafts: [Draft] = []
            for id in try folder.list(directory) where !id.hasSuffix(Folder.unfinished) {
                let name = "\(directory)/\(id)"
                if let draft = try folder.read(name).flatMap({ DraftFile.draft(id, from: $0) }) {
                    drafts.append(draft)
                } else if !report.findings.contains(where: { $0.name == name }) {
                    report.findings.append(Finding(.damagedDraft, name))
                }
            }
            return drafts
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
        let name = try draftName(id, officer)
        do throws(FileError) {
            try folder.remove(name)
            // Without it a crash could bring a draft back that was saved as a record already.
            try folder.syncDirectory(holding: name)
        } catch {
            throw .file(error)
        }
    }

    private func draftName(_ id: String, _ officer: RecordID) throws(StoreError) -> String {
        if let reason = report.readOnly { throw .readOnly(reason) }
        guard FileNames.isGood(officer.rawValue), FileNames.isGood(id + Folder.unfinished),
            !id.hasSuffix(Folder.unfinished)
        else { throw .badName }
        return "\(FileNames.drafts)/\(officer.rawValue)/\(id)"
    }
}
