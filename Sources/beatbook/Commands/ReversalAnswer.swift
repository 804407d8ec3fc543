import Desk

/// Says what undo or redo did.
enum ReversalAnswer {
    static func give(_ reversal: Desk.Reversal, _ what: Label, _ session: Session, isJSON: Bool) {
        if isJSON {
            Console.json(
                .object([
                    .init("records", .list(reversal.records.map(\.stored))),
                    .init("left", .list(reversal.left.map { .text($0.rawValue) })),
                ]))
        }
        for id in reversal.records {
            let record = try? session.desk.record(id, includingDeleted: true)
            if !isJSON { Console.out(record.map(session.name) ?? id.rawValue) }
            let caption = record.map(session.caption) ?? Label(id.rawValue, id.rawValue)
            Console.note(Label("\(what.zh)：\(caption.zh)", "\(what.en): \(caption.en)"))
        }
        guard !reversal.left.isEmpty else { return }
        let names = reversal.left.map(\.rawValue)
        Console.note(
            Label(
                "这些字段后来又改过，保持不动：\(names.joined(separator: "、"))",
                "Changed again since, and left as they are: \(names.joined(separator: ", "))"))
    }
}
