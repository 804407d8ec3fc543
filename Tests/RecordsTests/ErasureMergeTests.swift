import Records
import TestSupport
import Testing

/// An erased record is the same on every laptop, in whatever order changes arrive.
@Suite("An erasure merges")
struct ErasureMergeTests {
    private static let id = RecordID("00000000000000000000person")
    private static let row = FieldPath("parties", row: RowID("a"))

    private static func stored(_ number: Int, _ ops: [Op]) throws -> StoredChange {
        let change = Change(
            stream: .general, officer: RecordID("o"), moment: Moment(milliseconds: number, zoneMinutes: 480), ops: ops)
        return StoredChange(
            id: try #require(ChangeID(bytes: [UInt8](repeating: UInt8(number), count: 32))), change: change)
    }

    private static func op(_ path: String, _ value: Value, _ pred: [ChangeID] = []) -> Op {
        Op(record: id, path: FieldPath(path), value: value, pred: pred)
    }

    @Test("in every order, whether the values were read before or after they were taken out", arguments: [true, false])
    func order(isWhole: Bool) throws {
        let scope = ErasureScope(Self.id, row: isWhole ? nil : Self.row)
        let first = try Self.stored(1, [Self.op("@", .text("mediation")), Self.op("title", .text("漏水"))])
        let second = try Self.stored(
            2, [Self.op("parties/a", .number(1)), Self.op("parties/a/name", .text("欧阳不识"))])
        let third = try Self.stored(3, [Self.op("parties/a/name", .text("曾用名"), [second.id])])
        let erasing = try Self.stored(4, [Erasure(scope, type: "mediation", basis: "本人申请").op])
        let again = try Self.stored(5, [Erasure(scope, type: "mediation", basis: "重复").op])
        let applied = try Self.stored(6, [Self.op("@applied/w/erasure", .bool(true))])
        let all = [first, second, third, erasing, again, applied]
        var random = SeededGenerator(seed: 3)
        var dumps: Set<Value> = []
        for _ in 0..<200 {
            var record = Record(id: Self.id)
            for stored in all.shuffled(using: &random) {
                guard Bool.random(using: &random), stored.change.ops.contains(where: { scope.covers($0.path) }) else {
                    record.apply(stored)
                    continue
                }
                var change = stored.change
                change.ops = change.ops.map {
                    scope.covers($0.path) ? Op(record: $0.record, path: $0.path, value: .erased, pred: $0.pred) : $0
                }
                record.apply(StoredChange(id: stored.id, change: change))
            }
            dumps.insert(record.dump)
            // What an index packs and unpacks goes on the same way.
            #expect(Record(id: record.id, registers: record.registers) == record)
            #expect(record.isErased == isWhole && record.type == "mediation" && record.erasures.count == 2)
            #expect(record.values.paths.allSatisfy { $0.row == nil } && record.conflicts.isEmpty)
            #expect(record.erasureAppliers == ["w"])
        }
        #expect(dumps.count == 1)
    }

    @Test("after a deletion the file of a row that went stays deleted, though a laptop says so later")
    func deletion() throws {
        var record = Record(id: Self.id)
        record.apply(try Self.stored(1, [Self.op("@", .text("mediation")), Self.op("parties/a/name", .text("欧阳不识"))]))
        record.apply(try Self.stored(2, [Erasure(ErasureScope(Self.id, row: Self.row), type: nil, basis: "x").op]))
        record.apply(try Self.stored(3, [record.deletion()]))
        record.apply(try Self.stored(4, [Self.op("@applied/w/erasure", .bool(true))]))
        #expect(record.isDeleted && !record.isErased && !record.isDeletionConflict)
    }

    @Test("limiting the use of a record merges like a field, and goes with it")
    func limit() throws {
        var record = Record(id: Self.id)
        record.apply(try Self.stored(1, [Self.op("@", .text("visit")), Self.op("notes", .text("x"))]))
        record.apply(try Self.stored(2, [record.limiting("本人申请")]))
        #expect(record.limit?.basis == "本人申请" && record.conflicts.isEmpty)
        record.apply(try Self.stored(3, [record.limiting(nil)]))
        #expect(!record.isLimited)
        record.apply(try Self.stored(4, [record.limiting("再次")]))
        record.apply(try Self.stored(5, [Erasure(ErasureScope(Self.id), type: "visit", basis: "y").op]))
        #expect(!record.isLimited && record.isErased)
    }
}
