import Records
import Testing

@Suite struct ConditionTests {
    @Test func aConditionInARowSeesTheRowsCellsFirstAndTheRecordSecond() {
        var values = FieldValues()
        let row = RowID("r1")
        values["kind"] = .text("记录")
        values.addRow(row, to: "parties")
        values[FieldPath("parties", row: row, cell: "consent")] = .text("1")
        let condition = Condition.allOf([.equals("consent", .text("1")), .equals("kind", .text("记录"))])
        #expect(condition.holds(in: values, row: ("parties", row)))
        #expect(!condition.holds(in: values))
    }

    @Test func daysAreComparedAndAnEmptyOneIsNoObjection() {
        var values = FieldValues()
        let condition = Condition.notAfter("start", "end")
        values["start"] = .text("2026-11-21")
        #expect(condition.holds(in: values))
        values["end"] = .text("2026-11-20")
        #expect(!condition.holds(in: values))
    }

    @Test func rowsCountAndAnEmptiedFieldIsNotSet() {
        var values = FieldValues()
        values["notes"] = .text("字")
        #expect(Condition.isSet("notes").holds(in: values))
        values["notes"] = .text("")
        #expect(!Condition.isSet("notes").holds(in: values))
        values.addRow(RowID("a"), to: "parties")
        #expect(Condition.isSet("parties").holds(in: values))
        #expect(!Condition.atLeastRows("parties", 2).holds(in: values))
    }

    @Test func aConditionPrintsAsAPersonWouldWriteIt() {
        #expect(
            Condition.allOf([.equals("outcome", .text("2")), .not(.isSet("notes"))]).description
                == "(outcome = 2) and (not (notes is set))")
    }
}
