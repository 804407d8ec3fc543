import Casework
public import Records

extension Desk {
    /// A type as forms of this notebook ask for it.
    ///
    /// - Parameter type: the declaration.
    /// - Returns: the type; in an unsealed notebook without ID numbers and minors (RIGHTS.md rule 10), and the same when it has
    ///   neither.
    public func offered(_ type: RecordType) -> RecordType { liesOpen ? ClearStoreRules.offered(type) : type }

    /// What of a draft may stand on the disk.
    ///
    /// - Parameter draft: the draft as typed.
    /// - Returns: the draft without what an unsealed notebook may not hold; `nil` when that is all of it.
    func storable(_ draft: Draft) -> Draft? {
        guard liesOpen, let type = Casework.type(draft.type) else { return draft }
        let rules = [draft.values, draft.base?.values].compactMap { $0 }
            .map { ClearStoreRules($0, of: type, today: today) }
        guard !rules.contains(where: \.takesNothing) else { return nil }
        func isWithheld(_ path: FieldPath) -> Bool { rules.contains { $0.withholds(path) } }
        var result = draft
        let rule = ClearStoreRules(draft.values, of: type, today: today)
        for path in draft.values.paths {
            if isWithheld(path) {
                result.values[path] = .null
            } else if let text = draft.values[path].text {
                result.values[path] = .text(rule.storable(text, at: path))
            } else if let list = draft.values[path].list {
                result.values[path] = .list(
                    list.map { $0.text.map { .text(rule.storable($0, at: path)) } ?? $0 })
            }
        }
        result.unread = draft.unread.filter { !isWithheld($0.key) }.mapValues(IDNumber.masked)
        result.base = draft.base.map { base in
            Record(id: base.id, registers: base.registers.filter { !isWithheld($0.key) })
        }
        return result
    }

    /// Whether whoever has the disk can read the notebook, and it is not the fictional demo.
    var liesOpen: Bool { !isSealed && !isDemo }
}
