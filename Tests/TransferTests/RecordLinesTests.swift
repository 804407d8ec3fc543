import Casework
import Records
import TestSupport
import Testing
import Transfer

@Suite("Records as JSON lines")
struct RecordLinesTests {
    @Test("Fields stand in the order of the form and unknown ones after them, whatever the order of entry")
    func order() {
        let keys = ["date", "outcome", "notes", "zebra", "apple", "place"]
        var generator = SeededGenerator(seed: 7)
        var texts: Set<String> = []
        for _ in 0..<20 {
            var values = FieldValues()
            for key in keys.shuffled(using: &generator) { values[key] = .text("2026-01-02") }
            texts.insert(JSONWriter.text(of: RecordLines().object(values, Visit.type)))
        }
        #expect(texts.count == 1)
        let names = RecordLines().object(FieldValues(), Visit.type)
        #expect(names == .object([]))
        #expect(
            texts.first == #"{"place":"2026-01-02","outcome":"2026-01-02","notes":"2026-01-02","date":"2026-01-02","#
                + #""apple":"2026-01-02","zebra":"2026-01-02"}"#)
    }

    @Test("A masked value is an object that nobody takes for a value")
    func masked() {
        var values = FieldValues()
        values[Household.phone] = "13000000001"
        let row = RowID("r1")
        values.addRow(row, to: "members")
        values[Household.memberID, row, of: Household.members] = "11010519491231002X"
        let hidden = RecordLines().object(values, Household.type)
        #expect(hidden["phone"]?["masked"]?.text == "****0001")
        #expect(hidden["members"]?.list?.first?["id_number"]?["masked"]?.text == "****002X")
        #expect(hidden["members"]?.list?.first?["@row"]?.text == "r1")
        let shown = RecordLines(showsMasked: true).object(values, Household.type)
        #expect(shown["phone"]?.text == "13000000001")
    }

    @Test("One object over several lines is one; complete lines are a series with their numbers")
    func reading() throws {
        let one = try RecordLine.read(Array("\u{FEFF}{\n \"a\":\n 1}\n".utf8))
        #expect(one.map(\.line) == [1])
        let many = try RecordLine.read(Array("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}".utf8))
        #expect(many.map(\.line) == [1, 3, 4])
        #expect(many.map { $0.values.first?.value.number } == [1, 2, 3])
    }

    @Test("What was written names its type, and is read by its values")
    func writtenShape() throws {
        let line = try #require(
            try RecordLine.read(Array(#"{"id":"x","type":"visit","values":{"outcome":"1"}}"#.utf8)).first)
        #expect(line.type == "visit")
        #expect(line.values == [.init("outcome", .text("1"))])
    }

    @Test(
        "What cannot be read is refused by its place, and never repeated",
        arguments: [
            "", " \n\t ", "{", "[]", "7", "{\"a\":1}\n{\"geheim\":", "{\"a\":1}\n[]", "{\"geheim\":1,\"geheim\":2}",
            "geheim",
        ])
    func unreadable(_ text: String) {
        let failure = #expect(throws: RecordLine.Failure.self) { try RecordLine.read(Array(text.utf8)) }
        #expect(failure?.message.zh.contains("geheim") == false)
        #expect(failure?.message.en.contains("geheim") == false)
    }
}
