import Casework
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
    /// What an unsealed notebook may not hold stays in the form alone (RIGHTS.md rule 10).
    ///
    /// - Parameter draft: the draft.
    /// - Returns: the draft with the time at which it was kept.
    /// - Throws: ``DeskError/storage(_:)``; the text is still in the form then.
    @discardableResult
    public func keep(_ draft: Draft) throws(DeskError) -> Draft {
        try refuseLocked()
        guard let person else { return draft }
        var kept = draft
        kept.moment = now
        guard let storable = storable(kept) else {
            // What stood there before the officer said that it is about a minor goes as well.
            try stored { () throws(StoreError) in
                guard try store.drafts(of: person.id).contains(where: { $0.id == kept.id }) else { return }
                try store.removeDraft(kept.id, of: person.id)
            }
            return kept
        }
        try stored { () throws(StoreError) in
            try store.putDraft(
                .init(id: kept.id, moment: kept.moment, bytes: storable.bytes), of: person.id,
                about: Self.subjects(of: storable))
        }
        return kept
    }

    /// Throws a draft away, after its text was saved or given up by the officer.
    ///
    /// - Parameter draft: the draft.
    /// - Throws: ``DeskError/storage(_:)``.
    public func discard(_ draft: Draft) throws(DeskError) {
        try refuseLocked()
        guard let person else { return }
        try stored { () throws(StoreError) in try store.removeDraft(draft.id, of: person.id) }
    }

    /// The officer's own drafts, the newest first.
    ///
    /// One that cannot be read stays on the disk and is left out.
    ///
    /// - Returns: the drafts.
    /// - Throws: ``DeskError/storage(_:)``.
    public func drafts() throws(DeskError) -> [Draft] {
        try refuseLocked()
        guard let person else { return [] }
        let kept = try stored { () throws(StoreError) in try store.drafts(of: person.id) }
        let result = kept.compactMap { Draft(bytes: $0.bytes) }
        return result.sorted { ($0.moment.milliseconds, $0.id) > ($1.moment.milliseconds, $1.id) }
    }

    /// The records that a draft is about: erasing one of them finds it, whoever erases.
    private static func subjects(of draft: Draft) -> Set<RecordID> {
        var result = Set([draft.base?.id].compactMap(\.self))
        guard let type = Casework.type(draft.type) else { return result }
        for path in draft.values.paths {
            switch type.field(at: path)?.kind {
            case .reference: result.formUnion(draft.values[path].text.map { [RecordID($0)] } ?? [])
            case .references:
                result.formUnion((draft.values[path].list ?? []).compactMap { $0.text.map { RecordID($0) } })
            default: break
            }
        }
        return result
    }
}
