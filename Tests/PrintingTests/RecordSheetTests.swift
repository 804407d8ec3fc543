import Casework
import Printing
import Records
import Testing

@Suite("A record's sheet")
struct RecordSheetTests {
    private func record(_ type: RecordType, _ values: FieldValues) -> Record {
        let id = RecordID("0123456789abcdefghjkmnpqrs")
        var record = Record(id: id)
        record.apply(
            StoredChange(
                id: ChangeID(bigEndian: 0, 0, 0, 1),
                change: Change(
                    stream: .general, officer: id, moment: Moment(milliseconds: 0, zoneMinutes: 480),
                    ops: Record.creation(id: id, type: type.id, values: values))))
        return record
    }

    private func visit() -> FieldValues {
        var values = FieldValues()
        values[Visit.place] = "枫溪街12号"
        values[Visit.outcome] = .metWithNotes
        values[Visit.notes] = "第一行\n第二行 <b>&\u{1B}"
        values.addRow(RowID("r1"), to: "raised")
        values[Visit.raisedText, RowID("r1"), of: Visit.raised] = "路灯"
        values["later"] = .text("新版本的内容")
        return values
    }

    @Test("Every value stands under its section by its label, with nothing escaped and nothing obeyed")
    func chinese() {
        let text = RecordSheet(
            record(Visit.type, visit()), Visit.type, title: "枫溪街12号", particulars: [(Label("标识", "Identity"), "x")],
            words: ValueText(language: .zh)
        ).text()
        #expect(text.hasPrefix("走访  枫溪街12号\n  标识：x\n\n走访\n"))
        #expect(text.contains("  结果：见面·有记要\n"))
        #expect(text.contains("  谈话记要：第一行\n    第二行 <b>&·\n"))
        #expect(text.contains("  反映事项 1：\n    内容：路灯\n"))
        #expect(text.contains("  later：新版本的内容\n"))
        // A section without values is not there.
        #expect(!text.contains("时间与人员"))
    }

    @Test("In English the labels and codes are English and nothing Chinese but the values remains")
    func english() {
        let text = RecordSheet(
            record(Visit.type, visit()), Visit.type, title: "x", words: ValueText(language: .en)
        ).text()
        #expect(text.contains("  Place: 枫溪街12号\n"))
        #expect(text.contains("  Outcome: "))
        #expect(!text.contains("："))
    }

    @Test("A hidden value is hidden unless the words show it")
    func masked() {
        var values = FieldValues()
        values[Household.address] = "a1号"
        values[Household.phone] = "13000000001"
        let hidden = RecordSheet(
            record(Household.type, values), Household.type, title: "", words: ValueText(language: .zh))
        let shown = RecordSheet(
            record(Household.type, values), Household.type, title: "",
            words: ValueText(language: .zh, showsMasked: true))
        #expect(hidden.text().contains("电话：****0001"))
        #expect(shown.text().contains("电话：13000000001"))
    }
}
