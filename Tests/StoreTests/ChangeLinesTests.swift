import Records
import TestSupport
import Testing

@testable import Store

@Suite("A change's stored lines")
struct ChangeLinesTests {
    let random = GeneratorSource(SeededGenerator(seed: 5))

    private func roundTrip(_ change: Change) throws -> ChangeDecoder.Result {
        let lines = ChangeLines(change, random: random)
        var decoder = ChangeDecoder(stream: change.stream)
        return try lines.body.withUnsafeBufferPointer { body in
            try lines.payload.withUnsafeBufferPointer { try decoder.decode(body: body, payload: $0) }
        }
    }

    private func identity(_ number: UInt64) -> ChangeID { ChangeID(bigEndian: number, 2, 3, 4) }

    @Test("give back everything a change holds")
    func everythingComesBack() throws {
        let record = RecordID("r1")
        let other = RecordID("r2")
        var change = Change(
            stream: .restricted, officer: RecordID("o"), moment: Moment(milliseconds: -5, zoneMinutes: -90),
            clock: .doubtful, batch: "导入 \"1\"", undoes: identity(9),
            ops: [
                Op(record: record, path: FieldPath("a"), value: .null, pred: [identity(1), identity(2)]),
                Op(record: record, path: FieldPath("b"), value: .decimal("1.50"), pred: [identity(1), identity(2)]),
                Op(
                    record: record, path: FieldPath("c\"d"), value: .list([.bool(true), .text("]}\\")]),
                    pred: [identity(2)]),
                Op(record: record, path: .life, value: .text("visit")),
                Op(
                    record: other, path: FieldPath("x/y/z"), value: .object([.init("k", .number(.min))]),
                    pred: [identity(3)]),
            ])
        change.unknown = [.init("later", .object([.init("deep", .list([.null]))]))]
        let result = try roundTrip(change)
        #expect(result.stored.change == change)
        #expect(result.unreadable == 0)
    }

    @Test("keep the values apart from the signed line, which only commits to them")
    func valuesAreApart() {
        let lines = ChangeLines(Samples.visit(1), random: random)
        let body = String(decoding: lines.body, as: UTF8.self)
        #expect(!body.contains("走访") && !body.contains("王小明") && body.contains("parties/abc/name"))
        #expect(String(decoding: lines.payload, as: UTF8.self).contains("王小明"))
        #expect(lines.id == Hashing.hash(lines.body).changeID)
    }

    @Test("of the same change are never the same twice, so nobody can guess a value from its commitment")
    func commitmentsAreSalted() {
        #expect(
            ChangeLines(Samples.visit(1), random: random).body != ChangeLines(Samples.visit(1), random: random).body)
    }

    @Test("read as erased where the payload says null, and as unreadable where it is damaged or gone")
    func goneValues() throws {
        let lines = ChangeLines(Samples.visit(1), random: random)
        let tag = String(lines.id.text.prefix(8))
        var decoder = ChangeDecoder(stream: .general)
        func values(_ payload: String?) throws -> [Value] {
            let payload = payload.map { Array($0.utf8) }
            return try lines.body.withUnsafeBufferPointer { body in
                try (payload ?? []).withUnsafeBufferPointer {
                    try decoder.decode(body: body, payload: payload == nil ? nil : $0).stored.change.ops.map(\.value)
                }
            }
        }
        #expect(try values("[\"\(tag)\",null,null]").allSatisfy { $0 == .erased })
        #expect(try values(nil).allSatisfy { $0 == .unreadable })
        let altered = String(decoding: lines.payload, as: UTF8.self).replacing("王小明", with: "王大明")
        // A row stands apart from the fields, so that each can go without the other.
        #expect(try values(altered).map(\.isGone) == [false, false, false, false, false, true])
    }

    @Test(
        "are refused when two readers could understand them differently",
        arguments: [
            #"{"officer":"a","officer":"b","ms":1,"zone":0,"ops":[]}"#,
            #"{"officer":"a","ms":1,"zone":0,"ops":[],"ops":[]}"#,
            #"{"officer":"a","ms":01,"zone":0,"ops":[]}"#,
            #"{"officer":"a","ms":1,"zone":0,"ops":[]} "#,
            #"{"officer":"a","ms":1,"zone":0}"#,
            #"{"ms":1,"zone":0,"ops":[]}"#,
            #"{"officer":"a","ms":1,"zone":0,"ops":[],"x":1,"x":2}"#,
            #"{"officer":"a","ms":1,"zone":0,"ops":[["r","AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",[0,"p"]]]}"#,
            #"{"officer":"a","ms":99999999999999999999,"zone":0,"ops":[]}"#, "", "{", "[]", "null",
        ])
    func ambiguousLines(_ text: String) {
        var decoder = ChangeDecoder(stream: .general)
        #expect(throws: LineFailure.self) {
            try Array(text.utf8).withUnsafeBufferPointer { try decoder.decode(body: $0, payload: nil) }
        }
    }

    @Test("of any bytes whatsoever never crash the reader")
    func noise() throws {
        var random = SeededGenerator(seed: 3)
        let good = ChangeLines(Samples.visit(3), random: self.random)
        var refused = 0
        for _ in 0..<3000 {
            var body = good.body
            var payload = good.payload
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                payload[Int.random(in: 0..<payload.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            body.removeLast(Int.random(in: 0..<3, using: &random))
            var decoder = ChangeDecoder(stream: .general)
            let result = body.withUnsafeBufferPointer { body in
                payload.withUnsafeBufferPointer { try? decoder.decode(body: body, payload: $0) }
            }
            if result == nil { refused += 1 }
        }
        #expect(refused > 0)
    }
}
