import Printing
import Testing

@Suite("Tables in plain text")
struct TextTableTests {
    private func table() -> TextTable {
        var table = TextTable(["编号", "地址", "空", "记要"], whole: [0])
        table.add(["V2026-A0001", "老榆里3号楼", "", "很长很长的一段话，写了许多字，放不下一行的宽度"])
        table.add(["V2026-A0002", "a", "", "短\n句"])
        return table
    }

    @Test("For a program every cell is whole and parted by tabs, and no cell breaks a line")
    func tabs() {
        let lines = table().lines(.tabs)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 4 })
        #expect(lines[1].hasSuffix("短 句"))
    }

    @Test(
        "For a reader columns stand below each other, empty ones go, and no line is wider than the terminal",
        arguments: [
            30, 40, 60, 80, 200,
        ])
    func aligned(_ columns: Int) throws {
        let lines = table().lines(.aligned(columns: columns))
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { ColumnWidth.of($0) <= columns })
        #expect(!lines[0].contains("空"))
        // What is never cut is whole.
        #expect(lines[1].hasPrefix("V2026-A0001  "))
        let starts = lines.map { line in
            ColumnWidth.of(String(line.prefix { $0 != "地" && $0 != "老" && $0 != "a" }))
        }
        #expect(Set(starts).count == 1)
    }

    @Test("A table without rows is its heading alone, or nothing")
    func empty() {
        #expect(TextTable([]).lines(.aligned(columns: 80)).isEmpty)
        #expect(TextTable(["a"]).lines(.tabs).isEmpty)
    }
}
