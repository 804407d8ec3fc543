import Records
import TestSupport
import Testing

@testable import Index

@Suite("How the index keeps values")
struct CodingTests {
    private func packed(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        PackedText.append(text, to: &bytes)
        return bytes
    }

    private func unpacked(_ bytes: [UInt8]) -> String? { bytes.withUnsafeBytes { PackedText.text($0) } }

    @Test("every character comes back as it was, alone and among others")
    func packedText() {
        var all = String.UnicodeScalarView()
        for value in UInt32(0)...0x1_1FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            all.append(scalar)
            #expect(unpacked(packed(String(scalar))) == String(scalar), "U+\(String(value, radix: 16))")
        }
        let text = String(all) + "\u{20BB7}\u{10FFFF}家里没人，改天再来。👨‍👩‍👧"
        #expect(unpacked(packed(text)) == text)
    }

    @Test("a common character takes one byte, another two")
    func packedSize() {
        #expect(packed("户，的。").count == 4)
        #expect(packed("龘榆").count == 4)
        #expect(packed("a 1\n").count == 4)
    }

    @Test("bytes that nobody wrote are refused, or read as some text: never a crash")
    func damagedText() {
        for first in UInt8.min...UInt8.max {
            _ = unpacked([first])
            for second in UInt8.min...UInt8.max { _ = unpacked([first, second]) }
        }
        #expect(unpacked([0x80]) == nil)
        #expect(unpacked([0xFE, 0xD8, 0x00]) == nil)
        #expect(unpacked([0xFF, 0x11, 0x00, 0x00]) == nil)
        #expect(unpacked([0x00]) == nil)
    }

    @Test("numbers are ordered by their value whatever their length, and no key holds a zero byte")
    func naturalNumbers() {
        var random = SeededGenerator(seed: 3)
        var numbers = [0, 1, 9, 10, 11, 99, 100, 101, 999, 1000, 9_999_999, 10_000_000]
        for _ in 0..<500 { numbers.append(Int(random.next() >> UInt64(1 + random.next() % 60))) }
        let sorted = Set(numbers).sorted()
        for (one, other) in zip(sorted, sorted.dropFirst()) {
            let (less, more) = (NaturalKey.of("\(one)号楼"), NaturalKey.of("\(other)号楼"))
            #expect(less.lexicographicallyPrecedes(more), "\(one) \(other)")
            #expect(!less.contains(0) && !more.contains(0))
            #expect(NaturalKey.of("00\(one)号楼") == less)
        }
        for length in [60, 61, 62, 63, 64, 65, 66, 248, 249] {
            let (less, more) = (String(repeating: "9", count: length), "1" + String(repeating: "0", count: length))
            #expect(NaturalKey.of(less).lexicographicallyPrecedes(NaturalKey.of(more)), "\(length)")
            #expect(NaturalKey.of(less).lexicographicallyPrecedes(NaturalKey.of("a")))
        }
    }

    @Test("a table of many rows comes back, each cell in its row")
    func manyRows() throws {
        var notebook = Notebook(seed: 77)
        let index = try Notebook.index()
        var written = FieldValues()
        for row in 0..<90 {
            written.addRow(RowID("row\(row)"), to: "people", place: row)
            written[FieldPath("people", row: RowID("row\(row)"), cell: "name")] = .text("第\(row)人")
        }
        let id = notebook.id()
        try index.apply(notebook.change(Record.creation(id: id, type: "visit", values: written)))
        let values = try #require(try index.record(id)).values
        #expect(values.rows(of: "people").count == 90)
        for row in 0..<90 {
            #expect(values[FieldPath("people", row: RowID("row\(row)"), cell: "name")] == .text("第\(row)人"))
        }
    }

    @Test("an index that grows after its image was adopted stays where it is: nothing is moved")
    func room() throws {
        let first = try Notebook.index()
        var notebook = Notebook(seed: 5)
        for _ in 0..<40 { try first.apply(notebook.create("visit", ["notes": .text("漏水")]).change) }
        let bytes = try first.withImage(of: .general) { [UInt8]($0) }
        let index = try Notebook.index()
        try index.attach(.general, adopting: IndexImage(count: bytes.count) { $0.copyBytes(from: bytes) })
        let before = try index.withImage(of: .general) { ($0.baseAddress, $0.count) }
        for _ in 0..<300 {
            try index.apply(notebook.create("visit", ["notes": .text(String(repeating: "新", count: 400))]).change)
        }
        let after = try index.withImage(of: .general) { ($0.baseAddress, $0.count) }
        #expect(after.1 > before.1)
        #expect(after.0 == before.0)
    }
}
