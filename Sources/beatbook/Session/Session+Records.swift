import Desk

extension Session {
    /// A type by its name.
    ///
    /// - Parameter name: the English name, or the Chinese one.
    /// - Returns: the type.
    /// - Throws: `CommandFailure` with the nearest names.
    static func type(_ name: String) throws(CommandFailure) -> RecordType {
        let plain = name.lowercased()
        if let type = Casework.types.first(where: { $0.id.rawValue == plain || $0.label.zh == name }) { return type }
        let names = Casework.types.map(\.id.rawValue)
        let near = NearNames.of(plain, among: names)
        throw CommandFailure(
            .usage,
            near.isEmpty
                ? Label(
                    "没有“\(name)”这种记录。可用：\(names.joined(separator: "、"))（见 beatbook types）",
                    "There is no record type “\(name)”. There are: \(names.joined(separator: ", ")) (see beatbook types)"
                )
                : Label(
                    "没有“\(name)”这种记录。是否想写 \(near.joined(separator: "、"))？见 beatbook types",
                    "There is no record type “\(name)”. Did you mean \(near.joined(separator: ", "))? See beatbook types"
                ))
    }

    /// The record that is meant, by identity or number, with its declaration.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - includingDeleted: whether a deleted one is meant too.
    /// - Returns: the record.
    /// - Throws: `CommandFailure` when there is none, or the officer may not know of it; the two are not told apart.
    func record(_ text: String, includingDeleted: Bool = false) throws(CommandFailure) -> (Record, RecordType) {
        let name = text.uppercased()
        for spelling in text == name ? [text] : [text, text.lowercased(), name] {
            let found: Record?
            do throws(DeskError) {
                found = try desk.record(named: spelling, includingDeleted: includingDeleted)
            } catch .notFound {
                found = nil
            } catch {
                throw CommandFailure(error)
            }
            if let found { return (found, try declared(found)) }
        }
        guard includingDeleted else { throw CommandFailure(.notFound) }
        for type in desk.types where type.numberLetter != nil {
            let deleted = try asking { () throws(DeskError) in try desk.deleted(type.id) }
            if let found = deleted.first(where: { $0.value(at: FieldPath("number")).text == name }) {
                return (found, type)
            }
        }
        throw CommandFailure(.notFound)
    }

    /// The record that is meant, with all of it: a restricted one only after the audit log says so.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - reason: why.
    ///   - includingDeleted: whether a deleted one is meant too.
    /// - Returns: the record.
    /// - Throws: `CommandFailure`.
    func opened(
        _ text: String, reason: String?, includingDeleted: Bool = false
    ) throws(CommandFailure) -> (Record, RecordType) {
        let (record, type) = try record(text, includingDeleted: includingDeleted)
        let all = try asking { () throws(DeskError) in
            try desk.openRecord(record.id, reason: reason, includingDeleted: includingDeleted)
        }
        return (all, type)
    }

    /// What a record is called on the command line: its number, else its identity.
    func name(of record: Record) -> String { record.values["number"].text ?? record.id.rawValue }

    /// What a record is called in a sentence.
    func caption(of record: Record) -> Label {
        let type = record.type.flatMap { Casework.type($0) }
        func text(_ language: Language) -> String {
            [
                type?.label[language] ?? "", record.values["number"].text ?? "",
                desk.title(of: record, language: language),
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
        return Label(text(.zh), text(.en))
    }

    private func declared(_ record: Record) throws(CommandFailure) -> RecordType {
        guard let type = record.type.flatMap({ Casework.type($0) }) else { throw CommandFailure(.notFound) }
        return type
    }
}
