import Records
import Store
import TestSupport

/// Invented changes and what tests ask about them.
enum Samples {
    static let officer = RecordID("00000000000000000000000officr")

    /// A visit that is written down, different for every number.
    static func visit(_ number: Int, stream: Stream = .general, pred: [ChangeID] = []) -> Change {
        var random = SeededGenerator(seed: UInt64(number) &+ 77)
        let record = RecordID.random(using: &random)
        var ops = [
            Op(record: record, path: .life, value: .text("visit")),
            Op(record: record, path: FieldPath("@type"), value: .text("visit")),
            Op(record: record, path: FieldPath("date"), value: .text("2026-11-21")),
            Op(record: record, path: FieldPath("minutes"), value: .number(number)),
            Op(
                record: record, path: FieldPath("text"), value: .text("第\(number)次走访，家中\u{201C}平安\u{201D}\n无异常 \\ \" 🐶")
            ),
        ]
        if !pred.isEmpty { ops.append(Op(record: record, path: FieldPath("result"), value: .null, pred: pred)) }
        ops.append(Op(record: record, path: FieldPath("parties/abc/name"), value: .text("王小明")))
        return Change(
            stream: stream, officer: officer,
            moment: Moment(milliseconds: 1_795_241_400_000 + number, zoneMinutes: 480),
            ops: ops)
    }

    /// A change with two values, for tests that go through every byte.
    static func note(_ number: Int) -> Change {
        let record = RecordID("r\(number)")
        return Change(
            stream: .general, officer: officer, moment: Moment(milliseconds: number, zoneMinutes: 480),
            ops: [
                Op(record: record, path: .life, value: .text("visit")),
                Op(record: record, path: FieldPath("text"), value: .text("平安\(number)")),
            ])
    }

    /// Everything that reading a stream hands over.
    static func read(_ store: Store, _ stream: Stream = .general, from heads: Heads? = nil) throws -> [StoredChange] {
        var result: [StoredChange] = []
        _ = try store.readAll(stream, from: heads) { result += $0.map(\.stored) }
        return result
    }
}
