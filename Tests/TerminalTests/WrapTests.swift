import Terminal
import TestSupport
import Testing

@Suite struct WrapTests {
    private let width = TextWidth.standard

    private func rows(_ text: String, _ columns: Int) -> [String] {
        width.wrap(text, columns: columns).map { String(text[$0.range]) }
    }

    @Test func chineseBreaksBetweenAnyTwoIdeographs() {
        #expect(rows("区文谦反映门前堆放纸箱", 8) == ["区文谦反", "映门前堆", "放纸箱"])
    }

    @Test(arguments: Array("。，、；：？！）》」』”’…—·％"))
    func noRowStartsWithAClosingMark(mark: Character) {
        let lines = rows("一二三四\(mark)五", 8)
        #expect(lines == ["一二三", "四\(mark)五"])
    }

    @Test(arguments: Array("（《「『“‘【"))
    func noRowEndsWithAnOpeningMark(mark: Character) {
        let lines = rows("一二三\(mark)四五", 8)
        #expect(lines.first == "一二三")
        #expect(lines.dropFirst().first?.first == mark)
    }

    @Test func wordsAndNumbersStayWholeWhenTheyFit() {
        #expect(rows("电话13800138000已登记", 12) == ["电话", "13800138000", "已登记"])
        #expect(rows("共3,000.50元整", 9) == ["共", "3,000.50", "元整"])
        #expect(rows("see the notes", 8) == ["see the ", "notes"])
    }

    @Test func aWordLongerThanARowIsCut() {
        #expect(rows("abcdefghij", 4) == ["abcd", "efgh", "ij"])
        #expect(rows("。。。。。", 4) == ["。。", "。。", "。"])
    }

    @Test func lineFeedsEndRowsAndEmptyParagraphsStay() {
        let lines = width.wrap("一\n\n二\n", columns: 10)
        #expect(lines.map(\.endsParagraph) == [true, true, true, true])
        #expect(rows("一\n\n二\n", 10) == ["一", "", "二", ""])
        #expect(rows("", 10) == [""])
    }

    @Test func spacesHangOverTheEdge() {
        let lines = width.wrap("一二  三", columns: 4)
        #expect(lines.map(\.columns) == [6, 2])
    }

    @Test(arguments: 0..<60) func rowsCoverTheTextInOrderAndFit(seed: UInt64) {
        var exerciser = CanvasExerciser(seed: seed)
        let marks = ["。", "（", "“", "”", " ", "ab", "3.5", "\n", "中", "文", "，", "…", "it’s", "-"]
        let text = (0..<60).map { _ in
            exerciser.number(below: 4) == 0 ? exerciser.text() : marks[exerciser.number(below: marks.count)]
        }.joined()
        let columns = 2 + exerciser.number(below: 20)
        let lines = width.wrap(text, columns: columns)
        var covered = ""
        for (line, next) in zip(lines, lines.dropFirst().map(Optional.init) + [nil]) {
            let row = String(text[line.range])
            covered += row
            #expect(line.columns == width.columns(of: row))
            let hanging = row.reversed().prefix { $0 == " " || $0 == "\t" }.count
            #expect(line.columns - hanging <= columns, "seed \(seed): \(row)")
            if let next {
                let isGap = line.range.upperBound < next.range.lowerBound
                #expect(isGap == line.endsParagraph)
                if isGap { covered += String(text[line.range.upperBound..<next.range.lowerBound]) }
            }
        }
        #expect(covered == text)
    }

    /// Text that is nearly all plain, with now and then something that combines or has a class of its own.
    static func mixedText(_ exerciser: inout CanvasExerciser) -> String {
        let plain = ["双方", "在楼道", "，", "。", "abc", "12", " ", "（", "》", "ー", "カナ", "ＡＢ", "、", "！"]
        let odd = [
            "e\u{301}", "👨‍👩‍👧", "🇨🇳", "𠮷", "“", "”", "…", "—", "‘", "’", "“\u{FE0E}", "”\u{301}", "\u{2010}", "\u{2027}",
            "·", "\u{200D}", "中\u{FE0F}", "ｱﾞ", "한", "\t", "々", "％",
        ]
        return (0..<80).map { _ in
            exerciser.number(below: 6) == 0
                ? odd[exerciser.number(below: odd.count)] : plain[exerciser.number(below: plain.count)]
        }.joined()
    }

    @Test("Reading plain text by bytes breaks it where looking at every character does", arguments: 0..<80)
    func sameAsPlainest(seed: UInt64) {
        var exerciser = CanvasExerciser(seed: seed + 900)
        let text = Self.mixedText(&exerciser)
        let columns = 2 + exerciser.number(below: 24)
        #expect(rows(text, columns) == PlainBreaker.rows(text, columns: columns), "seed \(seed)")
        let wide = TextWidth(ambiguous: .wide)
        let rows = wide.wrap(text, columns: columns).map { String(text[$0.range]) }
        #expect(rows == PlainBreaker.rows(text, columns: columns, width: wide), "seed \(seed), wide")
    }

    @Test("Breaking goes on from any row as if it had begun at the first", arguments: 0..<40)
    func goesOnFromAnyRow(seed: UInt64) {
        var exerciser = CanvasExerciser(seed: seed + 4000)
        let text = Self.mixedText(&exerciser)
        let columns = 2 + exerciser.number(below: 24)
        var ends: [Int] = []
        let last = width.forEachRow(of: text, in: 0..<text.utf8.count, columns: columns) { end, _ in
            ends.append(end)
            return true
        }
        for (place, start) in ends.enumerated() {
            var rest: [Int] = []
            let found = width.forEachRow(of: text, in: start..<text.utf8.count, columns: columns) { end, _ in
                rest.append(end)
                return rest.count < 3
            }
            #expect(rest == Array(ends.dropFirst(place + 1).prefix(3)), "seed \(seed)")
            if rest.count < 3 { #expect(found == last) }
        }
    }
}
