import Casework
import Desk
import Records
import Store
import TestSupport
import Testing

@Suite struct DeskTests {
    @Test func aVisitIsThereAfterARestartAndAfterACrash() throws {
        let fixture = DeskFixture()
        let desk = try fixture.demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: "天花板已修好，𠮷、龘、👨‍👩‍👧、“引号”都在。")
        // No closing: the log alone must hold it.
        let again = try fixture.crash()
        #expect(try again.record(visit.id).values == visit.values)
        again.close()
        let third = try fixture.reopen(seed: 78)
        #expect(try third.record(visit.id).values == visit.values)
        #expect(!third.opening.wasRebuilt)
    }

    @Test func savingAVisitFlushesTheDiskOnce() throws {
        let fixture = DeskFixture()
        let desk = try fixture.demo()
        let door = try desk.household("3号楼2单元501")
        try desk.recordVisit(at: door.id, outcome: .notMet)
        let before = fixture.disk.count(.syncData)
        try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        #expect(fixture.disk.count(.syncData) - before == 1)
    }

    @Test func theQuotaCountsAHouseholdOncePerMonth() throws {
        let desk = try DeskFixture().demo()
        let before = try desk.quota().met
        let block = try #require(try desk.blocks().first { $0.unvisited > 0 })
        let row = try #require(try desk.sheet(of: block.name).first { !$0.isVisitedThisMonth })
        try desk.recordVisit(at: row.household.id, outcome: .metNothingNew)
        try desk.recordVisit(at: row.household.id, outcome: .metNothingNew)
        #expect(try desk.quota().met == before + 1)
        let after = try #require(try desk.blocks().first { $0.name == block.name })
        #expect(after.unvisited == block.unvisited - 1)
    }

    @Test func whatWasLeftOpenIsOfferedUntilItIsSettled() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元701")
        let open = try desk.openMatters(at: door.id)
        #expect(open.map(\.text) == ["纱窗松动，答应联系物业"])
        try desk.settle(open[0])
        #expect(try desk.openMatters(at: door.id).isEmpty)
        try desk.undo()
        #expect(try desk.openMatters(at: door.id).count == 1)
    }

    @Test func undoAndRedoWorkAcrossARestart() throws {
        let fixture = DeskFixture()
        let desk = try fixture.demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        var edit = visit.values
        edit[Visit.outcome] = .metWithNotes
        edit[Visit.notes] = "楼道灯已修。"
        try desk.save(edit, of: Visit.type, base: visit)
        desk.close()

        let second = try fixture.reopen()
        try second.undo()
        #expect(try second.record(visit.id).values == visit.values)
        try second.undo()
        #expect(throws: DeskError.notFound) { try second.record(visit.id) }
        second.close()

        let third = try fixture.reopen(seed: 79)
        try third.redo()
        #expect(try third.record(visit.id).values == visit.values)
        try third.redo()
        #expect(try third.record(visit.id).values[Visit.notes] == "楼道灯已修。")
        #expect(throws: DeskError.self) { try third.redo() }
    }

    @Test func everyStepOnOneFieldIsTakenBackInTurnAndComesBackInTurn() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let original = door.values[Household.head]
        for name in ["甲", "乙", "丙"] {
            let now = try desk.record(door.id)
            var values = now.values
            values[Household.head] = name
            try desk.save(values, of: Household.type, base: now)
        }
        func head() throws -> String? { try desk.record(door.id).values[Household.head] }
        for expected in ["乙", "甲", original] {
            try desk.undo()
            #expect(try head() == expected)
        }
        #expect(throws: DeskError.self) { try desk.undo() }
        for expected in ["甲", "乙", "丙"] {
            try desk.redo()
            #expect(try head() == expected)
        }
        try desk.undo()
        try desk.undo()
        #expect(try head() == "甲")
    }

    @Test func deletingAndRestoringAreTakenBackInTurn() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        try desk.delete(visit.id)
        try desk.restore(visit.id)
        try desk.undo()
        #expect(throws: DeskError.notFound) { try desk.record(visit.id) }
        try desk.undo()
        #expect(try desk.record(visit.id).values == visit.values)
        try desk.undo()
        #expect(throws: DeskError.notFound) { try desk.record(visit.id) }
        try desk.redo()
        #expect(try desk.record(visit.id).values == visit.values)
    }

    @Test func aStepThatWasOverwrittenIsPassedOverAndTheOneBeforeIsReached() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let officer = try #require(desk.person)
        let early = try desk.recordVisit(at: door.id, outcome: .notMet)
        let late = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        var edit = late.values
        edit[Visit.seen] = "户主"
        let edited = try desk.save(edit, of: Visit.type, base: late)
        let auxiliary = try #require(desk.people().first { $0.role == .auxiliary })
        try desk.signIn(auxiliary.id)
        edit[Visit.seen] = "邻居"
        try desk.save(edit, of: Visit.type, base: edited)
        try desk.signIn(officer.id)
        #expect(throws: DeskError.self) { try desk.undo() }
        #expect(throws: DeskError.self) { try desk.undo() }
        try desk.undo()
        #expect(throws: DeskError.notFound) { try desk.record(early.id) }
        #expect(try desk.record(late.id).values[Visit.seen] == "邻居")
    }

    @Test func undoLeavesWhatTheFictionalRoomBrought() throws {
        let desk = try DeskFixture().demo()
        #expect(throws: DeskError.self) { try desk.undo() }
    }

    @Test func undoTakesBackOnlyOnesOwnChanges() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        let auxiliary = try #require(desk.people().first { $0.role == .auxiliary })
        try desk.signIn(auxiliary.id)
        #expect(throws: DeskError.self) { try desk.undo() }
        #expect(try desk.record(visit.id).id == visit.id)
    }

    @Test func aCreationSomebodyElseWroteIntoIsNotUndone() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let officer = try #require(desk.person)
        let visit = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        let auxiliary = try #require(desk.people().first { $0.role == .auxiliary })
        try desk.signIn(auxiliary.id)
        var edit = visit.values
        edit[Visit.outcome] = .metWithNotes
        edit[Visit.notes] = "补一句。"
        try desk.save(edit, of: Visit.type, base: visit)
        try desk.signIn(officer.id)
        #expect(throws: DeskError.self) { try desk.undo() }
        #expect(try desk.record(visit.id).values[Visit.notes] == "补一句。")
    }

    @Test func aDeletedRecordLeavesTheListsAndComesBackWhole() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: "要删的一条。")
        let count = try desk.count(ListQuery(Visit.type.id))
        try desk.delete(visit.id)
        #expect(try desk.count(ListQuery(Visit.type.id)) == count - 1)
        #expect(throws: DeskError.notFound) { try desk.record(visit.id) }
        #expect(try desk.deleted(Visit.type.id).map(\.id) == [visit.id])
        try desk.restore(visit.id)
        #expect(try desk.record(visit.id).values == visit.values)
    }

    @Test func theHistoryOfARecordTellsEveryStep() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        var edit = visit.values
        edit[Visit.seen] = "户主"
        try desk.save(edit, of: Visit.type, base: visit)
        try desk.undo()
        try desk.delete(visit.id)
        try desk.restore(visit.id)
        let history = try desk.history(of: visit.id)
        #expect(history.map(\.kind) == [.created, .edited, .undone, .deleted, .restored])
        #expect(Set(history.map(\.officer)) == [try #require(desk.person).name])
        #expect(history[1].values.map(\.path) == [Visit.seen.path])
    }

    @Test func aFormThatWasOpenedBeforeSomebodyElseSavedDoesNotReplaceTheirWords() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        let visit = try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: "原文。")
        var first = visit.values
        first[Visit.notes] = "甲改。"
        try desk.save(first, of: Visit.type, base: visit)
        var second = visit.values
        second[Visit.notes] = "乙改。"
        try desk.save(second, of: Visit.type, base: visit)
        let record = try desk.record(visit.id)
        #expect(record.conflicts == [Visit.notes.path])
        #expect(
            Set(record.registers[Visit.notes.path]?.versions.map(\.value) ?? []) == [.text("甲改。"), .text("乙改。")])
        #expect(desk.conflictCount == 1)
    }

    @Test func numbersGoOnWithoutAGapAndNeverTwice() throws {
        let desk = try DeskFixture().clear()
        var values = desk.newValues(of: Household.type)
        values[Household.address] = "老榆里3号楼501室"
        values[Household.head] = "单翠萍"
        let door = try desk.save(values, of: Household.type)
        let numbers = try (0..<3).map { _ in
            try desk.recordVisit(at: door.id, outcome: .metNothingNew).values[Visit.number]
        }
        #expect(numbers == ["V2026-A0001", "V2026-A0002", "V2026-A0003"])
        try desk.undo()
        // A number that was given once is not given again, even when its record is gone.
        #expect(try desk.recordVisit(at: door.id, outcome: .metNothingNew).values[Visit.number] == "V2026-A0004")
    }

    @Test func nothingIsStoredForAQuestionThatWasNeverAsked() throws {
        let desk = try DeskFixture().clear()
        var values = desk.newValues(of: Household.type)
        #expect(values[Household.toldOn] == desk.today)
        values[Household.address] = "老榆里3号楼501室"
        values[Household.head] = "单翠萍"
        #expect(try desk.save(values, of: Household.type).values[Household.toldOn] == nil)
        values[Household.told] = true
        #expect(try desk.save(values, of: Household.type).values[Household.toldOn] == desk.today)
    }

    @Test func anAgreedCallLeavesTheDayOnceSomebodyCalled() throws {
        let desk = try DeskFixture().demo()
        func agreed() throws -> [DueItem] { try desk.todayBoard().tasks.today.filter { $0.rule == Tasks.agreedRule } }
        let item = try #require(try agreed().first)
        let door = try #require(item.household)
        try desk.recordVisit(at: door, outcome: .metNothingNew)
        #expect(try !agreed().contains { $0.record == item.record })
        try desk.undo()
        #expect(try agreed().contains { $0.record == item.record })
    }

    @Test(arguments: ["枫林里2号楼1单元301室", "柿子湾村4组12号", "老榆里 值班亭"])
    func aDoorIsFoundInTheListsWhenOnlyItsAddressWasWritten(address: String) throws {
        let desk = try DeskFixture().clear()
        var values = desk.newValues(of: Household.type)
        values[Household.address] = address
        values[Household.head] = "单翠萍"
        let door = try desk.save(values, of: Household.type)
        let block = try #require(try desk.blocks().first)
        #expect(try desk.sheet(of: block.name).map(\.household.id) == [door.id])
    }

    @Test func aClearNotebookTakesNoFollowUpsAndSaysWhatToDo() throws {
        let desk = try DeskFixture().clear()
        var values = desk.newValues(of: Followup.type)
        values[Followup.kind] = .olderPerson
        do {
            try desk.save(values, of: Followup.type)
            Issue.record("A clear notebook took a follow-up.")
        } catch {
            guard case .refused(let problems) = error else { throw error }
            #expect(problems.contains { $0.rule == "RIGHTS 10" })
        }
        #expect(try desk.count(ListQuery(Followup.type.id)) == 0)
    }

    @Test func draftsAreOnesOwnAndOutliveACrash() throws {
        let fixture = DeskFixture()
        let desk = try fixture.demo()
        var values = desk.newValues(of: Visit.type)
        values[Visit.notes] = "写到一半"
        let draft = try desk.keep(desk.newDraft(of: Visit.type.id, values: values))
        let again = try fixture.crash()
        #expect(try again.drafts() == [draft])
        #expect(try again.drafts().first?.firstLine(of: Visit.type) == "写到一半")
        let auxiliary = try #require(again.people().first { $0.role == .auxiliary })
        try again.signIn(auxiliary.id)
        #expect(try again.drafts().isEmpty)
    }

    @Test func aSecondProcessMayOnlyLook() throws {
        let fixture = DeskFixture()
        let desk = try fixture.demo()
        let second = try fixture.reopen()
        #expect(second.readOnlyReason != nil)
        let door = try second.household("3号楼2单元501")
        #expect(throws: DeskError.self) { try second.recordVisit(at: door.id, outcome: .metNothingNew) }
        #expect(try desk.recordVisit(at: door.id, outcome: .metNothingNew).type == Visit.type.id)
    }

    @Test func nobodyReadsOrWritesWithoutSigningIn() throws {
        let desk = try DeskFixture().demo()
        let door = try desk.household("3号楼2单元501")
        desk.signOut()
        #expect(try desk.count(ListQuery(Household.type.id)) == 0)
        #expect(throws: DeskError.self) { try desk.record(door.id) }
        #expect(throws: DeskError.self) { try desk.recordVisit(at: door.id, outcome: .metNothingNew) }
    }

    @Test func anAuxiliaryFindsNothingOfWhatIsRestrictedInAnyWayIn() throws {
        let desk = try DeskFixture().demo()
        let restricted = try desk.list(ListQuery(Followup.type.id), limit: 100).records
            .filter { $0.values[Followup.kind].map { FollowupKind.restricted.contains($0) } == true }
        #expect(!restricted.isEmpty)
        let auxiliary = try #require(desk.people().first { $0.role == .auxiliary })
        try desk.signIn(auxiliary.id)
        for record in restricted {
            #expect(throws: DeskError.notFound) { try desk.record(record.id) }
            #expect(throws: DeskError.notFound) { try desk.history(of: record.id) }
            #expect(throws: DeskError.self) { try desk.delete(record.id) }
            if let subject = record.values[Followup.subject] {
                #expect(try desk.search(subject).allSatisfy { $0.type != Followup.type.id })
            }
        }
        let seen = try desk.list(ListQuery(Followup.type.id), limit: 100)
        #expect(seen.records.allSatisfy { record in !restricted.contains { $0.id == record.id } })
        #expect(seen.count == seen.records.count)
        let tasks = try desk.tasks(on: desk.today)
        #expect(tasks.followups.allSatisfy { item in !restricted.contains { $0.id == item.record } })
    }

    @Test func aFullDiskRefusesPlainlyAndLosesNothing() throws {
        let fixture = DeskFixture()
        let desk = try fixture.demo()
        let door = try desk.household("3号楼2单元501")
        let saved = try desk.recordVisit(at: door.id, outcome: .metNothingNew)
        fixture.disk.capacity = fixture.disk.contents.values.map(\.count).reduce(0, +)
        var refused = 0
        for _ in 0..<2000 {
            do {
                try desk.recordVisit(at: door.id, outcome: .metWithNotes, notes: String(repeating: "满", count: 500))
            } catch {
                refused += 1
                guard case .storage(let label) = error else { throw error }
                #expect(label.zh.contains("磁盘"))
                break
            }
        }
        #expect(refused == 1)
        #expect(try desk.record(saved.id).id == saved.id)
        try desk.delete(saved.id)
        #expect(throws: DeskError.notFound) { try desk.record(saved.id) }
    }
}
