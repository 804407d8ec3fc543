import Desk
import Printing
import Transfer

/// Writes conflicts: for a reader, in columns for a script, or as objects.
struct ConflictLines {
    let session: Session
    let showsMasked: Bool

    /// Prints a conflict: what it is about, then the sides by the numbers to choose from.
    func print(_ conflict: Conflict) {
        let name = session.name(of: conflict.base)
        let field = ConflictName.text(of: conflict)
        guard Surroundings.isOutputTerminal else {
            var table = TextTable([])
            for (place, version) in conflict.versions.enumerated() {
                table.add([name, field, "\(place + 1)"] + particulars(version) + [text(version, conflict)])
            }
            return Layout.print(table)
        }
        Console.out(
            PlainText.line(
                "\(name)  \(field)  \(session.caption(of: conflict.base).spoken) · \(label(conflict).spoken)"))
        for (place, version) in conflict.versions.enumerated() {
            let mark = conflict.kind == .field && place == conflict.shown ? "*" : " "
            let head = particulars(version).filter { !$0.isEmpty }.joined(separator: " · ")
            Console.out(PlainText.line(" \(mark)\(place + 1)  \(head)"))
            for line in text(version, conflict).split(separator: "\n", omittingEmptySubsequences: false) {
                Console.out("      " + PlainText.line(String(line)))
            }
        }
    }

    /// A conflict as one object.
    func object(_ conflict: Conflict) -> Value {
        let lines = RecordLines(showsMasked: showsMasked)
        var members: [Value.Member] = [
            .init("id", conflict.base.id.stored), .init("type", .text(conflict.type.id.rawValue)),
        ]
        if let number = conflict.base.values["number"].text { members.append(.init("number", .text(number))) }
        members += [
            .init("field", .text(ConflictName.text(of: conflict))), .init("path", .text(conflict.path.rawValue)),
            .init("kind", .text(conflict.kind.rawValue)),
            .init(
                "versions",
                .list(
                    conflict.versions.enumerated().map { place, version in
                        var members: [Value.Member] = [
                            .init("choice", .number(place + 1)),
                            .init("value", lines.shown(version.value, in: conflict.field)),
                            .init("officer", .text(version.officer)),
                            .init("moment", .text(MomentText.stored(version.moment))),
                            .init("laptop", .text(version.laptop.label.spoken)),
                        ]
                        if version.isDoubtful { members.append(.init("doubtful", .bool(true))) }
                        if !version.edits.isEmpty {
                            members.append(
                                .init(
                                    "edits",
                                    .object(
                                        version.edits.map {
                                            .init(
                                                $0.path.rawValue,
                                                lines.shown($0.value, in: conflict.type.field(at: $0.path)))
                                        })))
                        }
                        return .object(members)
                    })),
        ]
        if conflict.kind == .field { members.append(.init("shown", .number(conflict.shown + 1))) }
        if let both = conflict.both { members.append(.init("both", lines.shown(both, in: conflict.field))) }
        return .object(members)
    }

    private func particulars(_ version: Conflict.Version) -> [String] {
        [
            version.officer.isEmpty ? Label("（不在册）", "(not on record here)").spoken : version.officer,
            version.laptop.label.spoken,
            version.moment.description + (version.isDoubtful ? Label("（时间可疑）", " (doubtful time)").spoken : ""),
        ]
    }

    private func text(_ version: Conflict.Version, _ conflict: Conflict) -> String {
        let words = session.desk.words(session.language, showsMasked: showsMasked)
        guard conflict.kind != .field else { return Self.text(version.value, conflict.field, words) }
        guard version.value != .null else {
            return (conflict.kind == .row ? Label("删去这一行", "took the row out") : Label("删除这条记录", "deleted the record"))
                .spoken
        }
        let edits = version.edits.map { entry in
            let field = conflict.type.field(at: entry.path)
            return (field?.label.spoken ?? entry.path.rawValue) + Label("：", ": ").spoken
                + Self.text(entry.value, field, words)
        }
        return ([Label("保留，写了：", "keeps it, and wrote:").spoken] + edits).joined(separator: "\n")
    }

    private static func text(_ value: Value, _ field: FieldSpec?, _ words: ValueText) -> String {
        if value == .erased { return Label("（已按规定删除）", "(erased on record)").spoken }
        if value == .unreadable { return Label("（这里读不出来）", "(cannot be read here)").spoken }
        guard !value.isEmpty else { return Label("（空）", "(empty)").spoken }
        return field.map { words.text(of: value, in: $0) } ?? JSONWriter.text(of: value)
    }

    private func label(_ conflict: Conflict) -> Label {
        switch conflict.kind {
        case .record: Label("一边删除，一边修改", "deleted here, changed there")
        case .row: Label("一边删去一行，一边修改", "a row taken out here, changed there")
        case .field:
            conflict.field?.label ?? Label(conflict.path.rawValue, conflict.path.rawValue)
        }
    }
}
