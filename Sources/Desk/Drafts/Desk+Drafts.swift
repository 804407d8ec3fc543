public import Records
import Store

extension Desk {
    /// Starts a draft for a form that was opened.
    ///
    /// - Parameters:
    ///   - type: what is being written.
    ///   - base: the record that is edited; `nil` for a new one.
    ///   - values: what the form starts with.
    /// - Returns: the draft; it is on the disk only after ``keep(_:)``.
    public func newDraft(of type: TypeID, base: Record? = nil, values: FieldValues) -> Draft {
        Draft(id: RandomText.base32(count: 12, using: &random), type: type, base: base, values: values, moment: now)
    }

    /// Puts a draft on the disk.
    ///
    /// - Parameter draft: the draft.
    /// - Returns: the draft with the time at which it was kept.
    /// - Throws: ``DeskError/storage(_:)``; the text is still in the form then.
    @discardableResult
    public func keep(_ draft: Draft) throws(DeskError) -> Draft {
        guard let person else { return draft }
        var kept = draft
        kept.moment = now
        let bytes = kept.bytes
        try stored { () throws(StoreError) in try store.putDraft(bytes, id: kept.id, officer: person.id) }
        return kept
    }

    /// Throws a draft away, after its text was saved or given up by the officer.
    ///
    /// - Parameter draft: the draft.
    /// - Throws: ``DeskError/storage(_:)``.
    public func discard(_ draft: Draft) throws(DeskError) {
        guard let person else { return }
        try stored { () throws(StoreError) in try store.removeDraft(id: draft.id, officer: person.id) }
    }

    /// The officer's own drafts, the newest first. One that cannot be read stays on the disk and is left out.
    ///
    /// - Returns: the drafts.
    /// - Throws: ``DeskError/storage(_:)``.
    public func drafts() throws(DeskError) -> [Draft] {
        guard let person else { return [] }
        let ids = try stored { () throws(StoreError) in try store.draftIDs(officer: person.id) }
        var result: [Draft] = []
        for id in ids {
            let bytes = try stored { () throws(StoreError) in try store.draft(id: id, officer: person.id) }
            if let draft = Draft(bytes: bytes) { result.append(draft) }
        }
        return result.sorted { ($0.moment.milliseconds, $0.id) > ($1.moment.milliseconds, $1.id) }
    }
}
