import Desk
import Printing
import Transfer

/// Writes conflicts: for a reader, in columns for a script, or as objects.
struct ConflictLines {
    let session: Session
    let showsMasked: Bool

    /// Writes an item, for a reader or as an object.
    func write(_ item: InboxItem, isJSON: Bool) {
        switch item {
        case .conflict(let conflict): if isJSON { Console.json(object(conflict)) } else { print(conflict) }
        case .twins(let twins): if isJSON { Console.json(object(twins)) } else { print(twins) }
        case .number(let question): if isJSON { Console.json(object(question)) } else { print(question) }
        case .strays(let strays): if isJSON { Console.json(object(strays)) } else { print(strays) }
        }
    }

    private func print(_ strays: Strays) {
        var table = TextTable([], whole: [0, 1])
        let stands = session.caption(of: strays.stands).spoken
        for record in strays.records {
            table.add([
                session.name(of: record), ConflictName.merged, "1",
                Label("写在已并掉的一条下，可改到", "is about a record that was merged; move it to").spoken, stands,
            ])
        }
        Layout.print(table)
    }

    private func object(_ strays: Strays) -> Value {
        .object([
            .init("id", strays.records[0].id.stored), .init("field", .text(ConflictName.merged)),
            .init("kind", .text("strays")), .init("merged", strays.merged.id.stored),
            .init("stands", strays.stands.id.stored), .init("records", .list(strays.records.map(\.id.stored))),
        ])
    }

    private func print(_ twins: Twins) {
        var table = TextTable([], whole: [0, 1])
        let names = [twins.first, twins.second].map(session.name)
        let what = Label("可能登记了两次", "perhaps entered twice").spoken
        table.add([names[0], ConflictName.text(of: twins), "1", what, session.caption(of: twins.first).spoken])
        table.add([names[1], ConflictName.text(of: twins), "2", what, session.caption(of: twins.second).spoken])
        Layout.print(table)
    }

    private func print(_ question: NumberQuestion) {
        var table = TextTable([], whole: [0, 1])
        let what =
            question.confirmedBy.map { Label("等\($0)机确认", "laptop \($0) confirms it") }
            ?? (question.isProvisional
                ? Label("文号待确认", "number to confirm") : Label("编号重复", "number given twice"))
        for (place, record) in question.records.enumerated() {
            table.add([
                record.id.rawValue, question.path.rawValue, "\(place + 1)", what.spoken, question.number,
                session.caption(of: record).spoken,
            ])
        }
        Layout.print(table)
    }

    private func object(_ twins: Twins) -> Value {
        let lines = RecordLines(showsMasked: showsMasked)
        return .object([
            .init("id", twins.first.id.stored), .init("other", twins.second.id.stored),
            .init("type", .text(twins.type.id.rawValue)), .init("field", .text(ConflictName.text(of: twins))),
            .init("kind", .text(twins.rows == nil ? "twins" : "twin-rows")),
            .init(
                "differences",
                .list(
                    twins.differences.map { difference in
                        .object([
                            .init("field", .text(difference.field.key)),
                            .init("1", lines.shown(difference.first, in: difference.field)),
                            .init("2", lines.shown(difference.second, in: difference.field)),
                        ])
                    })),
        ])
    }

    private func object(_ question: NumberQuestion) -> Value {
        .object([
            .init("id", question.records[0].id.stored), .init("field", .text(question.path.rawValue)),
            .init("kind", .text(question.isProvisional ? "provisional" : "equal-numbers")),
            .init("number", .text(question.number)),
            .init("confirmedBy", question.confirmedBy.map { .text($0) } ?? .null),
            .init("records", .list(question.records.map(\.id.stored))),
        ])
    }

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
        if conflict.isClosed { members.append(.init("restricted", .bool(true))) }
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
        if conflict.isClosed { return Label("（受限）", "(restricted)").spoken }
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
