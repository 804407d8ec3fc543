import Records
import TestSupport
import Testing

@Suite struct MergeTests {
    private let id = RecordID("r")
    private let officer = RecordID("o")

    private func stored(_ number: UInt8, at milliseconds: Int, _ ops: [Op]) throws -> StoredChange {
        let id = try #require(ChangeID(bytes: [UInt8](repeating: number, count: 32)))
        return StoredChange(
            id: id,
            change: Change(
                stream: .general, officer: officer, moment: Moment(milliseconds: milliseconds, zoneMinutes: 480),
                ops: ops))
    }

    private func record(_ changes: StoredChange...) -> Record {
        var record = Record(id: id)
        for change in changes { record.apply(change) }
        return record
    }

    @Test func aWriteThatSawTheOldValueReplacesItWhateverItsClockSays() throws {
        let first = try stored(1, at: 9_000_000, [Op(record: id, path: FieldPath("notes"), value: .text("一"))])
        let second = try stored(
            2, at: 5, [Op(record: id, path: FieldPath("notes"), value: .text("二"), pred: [first.id])])
        #expect(record(first, second).value(at: FieldPath("notes")) == .text("二"))
        #expect(record(second, first).value(at: FieldPath("notes")) == .text("二"))
        #expect(record(second, first).conflicts.isEmpty)
    }

    @Test func writesThatDidNotSeeEachOtherAreBothKeptAndTheLaterIsShown() throws {
        let first = try stored(1, at: 10, [Op(record: id, path: FieldPath("notes"), value: .text("一"))])
        let second = try stored(2, at: 20, [Op(record: id, path: FieldPath("notes"), value: .text("二"))])
        let merged = record(first, second)
        #expect(merged == record(second, first))
        #expect(merged.value(at: FieldPath("notes")) == .text("二"))
        #expect(merged.conflicts == [FieldPath("notes")])
        #expect(merged.registers[FieldPath("notes")]?.versions.map(\.value) == [.text("二"), .text("一")])
    }

    @Test func anEditMadeWithoutKnowingOfTheDeletionKeepsTheRecordAlive() throws {
        let made = try stored(
            1, at: 1, Record.creation(id: id, type: "visit", values: values(["notes": .text("一")])))
        let before = record(made)
        let deleted = try stored(2, at: 2, [before.deletion()])
        var edit = before.values
        edit["notes"] = .text("二")
        let edited = try stored(3, at: 3, before.edits(to: edit))
        #expect(record(made, deleted).isDeleted)
        for merged in [record(made, deleted, edited), record(edited, deleted, made)] {
            #expect(!merged.isDeleted)
            #expect(merged.isDeletionConflict)
            #expect(merged.type == "visit")
            #expect(merged.value(at: FieldPath("notes")) == .text("二"))
        }
    }

    @Test func aDeletedRecordComesBackWithEveryValue() throws {
        let made = try stored(
            1, at: 1, Record.creation(id: id, type: "visit", values: values(["notes": .text("一")])))
        let deleted = try stored(2, at: 2, [record(made).deletion()])
        let gone = record(made, deleted)
        #expect(gone.type == "visit")
        let restored = try stored(3, at: 3, [gone.restoration(as: "visit")])
        let back = record(made, deleted, restored)
        #expect(!back.isDeleted && back.conflicts.isEmpty)
        #expect(back.values == record(made).values)
    }

    @Test func aRowDeletedHereAndEditedThereStays() throws {
        var entered = FieldValues()
        let row = RowID("a1")
        entered.addRow(row, to: "parties")
        entered[FieldPath("parties", row: row, cell: "name")] = .text("单翠萍")
        let made = try stored(1, at: 1, Record.creation(id: id, type: "mediation", values: entered))
        let before = record(made)
        var without = before.values
        without.removeRow(row, from: "parties")
        let removed = try stored(2, at: 2, before.edits(to: without))
        #expect(record(made, removed).values.rows(of: "parties").isEmpty)
        var changed = before.values
        changed[FieldPath("parties", row: row, cell: "phone")] = .text("13000000001")
        let edited = try stored(3, at: 3, before.edits(to: changed))
        let merged = record(made, removed, edited)
        #expect(merged.values.rows(of: "parties") == [row])
        #expect(merged.values[FieldPath("parties", row: row, cell: "name")] == .text("单翠萍"))
    }

    @Test func takingAChangeBackTouchesOnlyWhatStillStands() throws {
        let made = try stored(
            1, at: 1,
            Record.creation(id: id, type: "visit", values: values(["notes": .text("一"), "date": .text("2026-11-01")])))
        var edit = record(made).values
        edit["notes"] = .text("二")
        edit["date"] = .text("2026-11-02")
        let edited = try stored(2, at: 2, record(made).edits(to: edit))
        var later = record(made, edited).values
        later["date"] = .text("2026-11-03")
        let other = try stored(3, at: 3, record(made, edited).edits(to: later))
        let now = record(made, edited, other)
        let ops = now.reversal(of: edited) { record(made).value(at: $0) }
        #expect(ops.map(\.path) == [FieldPath("notes")])
        let undone = try stored(4, at: 4, ops)
        var after = now
        after.apply(undone)
        #expect(after.value(at: FieldPath("notes")) == .text("一"))
        #expect(after.value(at: FieldPath("date")) == .text("2026-11-03"))
        #expect(after.conflicts.isEmpty)
    }

    @Test func takingACreationBackAndBringingItBackLosesNothing() throws {
        let made = try stored(
            1, at: 1, Record.creation(id: id, type: "visit", values: values(["notes": .text("一")])))
        let undo = try stored(2, at: 2, record(made).reversal(of: made) { _ in .null })
        let gone = record(made, undo)
        #expect(gone.isDeleted)
        let redo = try stored(3, at: 3, gone.reversal(of: undo) { record(made).value(at: $0) })
        let back = record(made, undo, redo)
        #expect(!back.isDeleted && back.values == record(made).values)
    }

    @Test func fieldsOfANewerVersionSurviveAnEdit() throws {
        let newer = try stored(
            1, at: 1,
            Record.creation(
                id: id, type: "visit",
                values: values(["notes": .text("一"), "from_the_future": .object([.init("x", .decimal("1.5"))])])))
        var edit = record(newer).values
        edit["notes"] = .text("二")
        let edited = try stored(2, at: 2, record(newer).edits(to: edit))
        #expect(edited.change.ops.map(\.path) == [FieldPath("notes")])
        #expect(
            record(newer, edited).value(at: FieldPath("from_the_future")) == .object([.init("x", .decimal("1.5"))]))
    }

    @Test(arguments: 0..<60)
    func laptopsThatHoldTheSameChangesDumpTheSameBytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var laptops = [Record(id: id), Record(id: id), Record(id: id)]
        var all: [StoredChange] = []
        var known: [Set<ChangeID>] = [[], [], []]
        for number in 1...40 {
            let here = Int.random(in: 0..<3, using: &random)
            if Bool.random(using: &random),
                let news = all.filter({ !known[here].contains($0.id) }).randomElement(using: &random)
            {
                laptops[here].apply(news)
                known[here].insert(news.id)
                continue
            }
            let ops = randomOps(on: laptops[here], using: &random)
            guard !ops.isEmpty else { continue }
            let change = try stored(UInt8(number), at: .random(in: 0...20, using: &random), ops)
            all.append(change)
            laptops[here].apply(change)
            known[here].insert(change.id)
        }
        for here in 0..<3 {
            for change in all.shuffled(using: &random) where !known[here].contains(change.id) {
                laptops[here].apply(change)
            }
        }
        let dumps = Set(laptops.map { JSONWriter.text(of: $0.dump) })
        #expect(dumps.count == 1)
        #expect(Set(laptops.map(\.isDeleted)).count == 1)
        // No text disappears: each written value stands, or a change that saw it replaced it.
        for change in all {
            for op in change.change.ops {
                let stands = laptops[0].registers[op.path]?.versions.contains { $0.change == change.id } == true
                let replaced = all.contains { later in
                    later.change.ops.contains { $0.path == op.path && $0.pred.contains(change.id) }
                }
                #expect(stands || replaced)
            }
        }
    }

    private func randomOps(on record: Record, using random: inout SeededGenerator) -> [Op] {
        if record.registers.isEmpty {
            return Record.creation(id: id, type: "visit", values: values(["notes": .text("始")]))
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return [record.deletion()]
        case 1 where record.isDeleted: return [record.restoration(as: "visit")]
        case 2:
            var edit = record.values
            let row = RowID("row\(Int.random(in: 0..<3, using: &random))")
            if edit.rows(of: "parties").contains(row), Bool.random(using: &random) {
                edit.removeRow(row, from: "parties")
            } else {
                edit.addRow(row, to: "parties", place: .random(in: 0..<4, using: &random))
                edit[FieldPath("parties", row: row, cell: "name")] = .text("名\(Int.random(in: 0..<9, using: &random))")
            }
            return record.edits(to: edit)
        default:
            var edit = record.values
            edit[["notes", "date", "outcome"].randomElement(using: &random) ?? "notes"] =
                .text("值\(Int.random(in: 0..<9, using: &random))")
            return record.edits(to: edit)
        }
    }

    private func values(_ entries: [String: Value]) -> FieldValues {
        var result = FieldValues()
        for (key, value) in entries { result[key] = value }
        return result
    }
}

@Suite struct FieldValuesJSONTests {
    @Test func valuesAndRowsReadBackAsTheyWere() throws {
        var values = FieldValues()
        values["notes"] = .text("楼道纸箱")
        values["visitors"] = .list([.text("o1"), .text("o2")])
        for (place, row) in [RowID("b"), RowID("a")].enumerated() {
            values.addRow(row, to: "parties", place: place)
            values[FieldPath("parties", row: row, cell: "name")] = .text("甲\(place)")
        }
        let read = try #require(FieldValues(json: values.json) { RowID("never") })
        #expect(read == values)
        #expect(read.rows(of: "parties") == [RowID("b"), RowID("a")])
    }

    @Test func rowsWrittenByHandGetIdentitiesAndKeepTheirOrder() throws {
        var number = 0
        let json = try JSONReader.value(of: Array(#"{"parties":[{"name":"甲"},{"name":"乙"}]}"#.utf8))
        let values = try #require(
            FieldValues(json: json) {
                number += 1
                return RowID("n\(number)")
            })
        #expect(values.rows(of: "parties") == [RowID("n1"), RowID("n2")])
        #expect(values[FieldPath("parties", row: RowID("n2"), cell: "name")] == .text("乙"))
    }
}
