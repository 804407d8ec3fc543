public import Desk
import Interface
public import Records

extension Workspace {
    /// What names a record in a message: its kind and its title, as `走访 老榆里3号楼601 解大勇`.
    ///
    /// Someone may stand at the desk: a follow-up is named by its kind alone (RIGHTS.md rule 4).
    ///
    /// - Parameter id: the record; a deleted one is named too.
    /// - Returns: the caption; empty when the officer may not know of it.
    public func caption(of id: RecordID) -> Label {
        guard let record = try? desk.record(id, includingDeleted: true), let type = record.type else {
            return Label("", "")
        }
        return caption(type, record.values) { language in desk.title(of: record, language: language) }
    }

    /// What names a draft: its kind, whom it is about, and its first words.
    ///
    /// - Parameter draft: the draft.
    /// - Returns: the caption; that of a follow-up tells nothing but the kind.
    public func caption(of draft: Draft) -> Label {
        guard let type = try? desk.type(draft.type) else { return Label(draft.type.rawValue, draft.type.rawValue) }
        let name = caption(type.id, draft.values) { [desk] language in
            let words = desk.words(language)
            return type.title.compactMap { key in
                type.field(key).map { words.text(of: draft.values[key], in: $0) }
            }.filter { !$0.isEmpty }.joined(separator: " ")
        }
        let line =
            isDiscreet(type.id) || type.stream(for: draft.values) == .restricted ? "" : draft.firstLine(of: type)
        // A title that is all there is stands there once.
        guard !line.isEmpty, !name.zh.contains(line) else { return name }
        return Label("\(name.zh) “\(line)”", "\(name.en) “\(line)”")
    }

    /// Whether a type is named by its kind alone wherever a title would appear unasked.
    func isDiscreet(_ type: TypeID) -> Bool { type == Followup.type.id || type == FollowupEntry.type.id }

    private func caption(_ type: TypeID, _ values: FieldValues, title: (Language) -> String) -> Label {
        guard let label = try? desk.type(type).label else { return Label(type.rawValue, type.rawValue) }
        if isDiscreet(type) { return label }
        if type == Visit.type.id, let household = values[Visit.household],
            let record = try? desk.record(household, includingDeleted: true)
        {
            let place = DoorText.short(record.values)
            let head = record.values[Household.head].map { " " + $0 } ?? ""
            return Label("\(label.zh) \(place)\(head)", "\(label.en) \(place)\(head)")
        }
        return Label("\(label.zh) \(title(.zh))", "\(label.en) \(title(.en))")
    }
}
