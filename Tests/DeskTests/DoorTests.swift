import Casework
import Desk
import Records
import Testing

/// Finding by address, and numbers that tell nothing.
struct DoorTests {
    private func desk(_ addresses: [String]) throws -> Desk {
        let desk = try DeskFixture().clear()
        for address in addresses {
            var values = desk.newValues(of: Household.type)
            values[Household.address] = address
            values[Household.head] = "单翠萍"
            try desk.save(values, of: Household.type)
        }
        return desk
    }

    private func found(_ text: String, _ desk: Desk, limit: Int = 20) throws -> [String] {
        try desk.search(text, limit: limit).filter { $0.type == Household.type.id }.flatMap(\.hits)
            .compactMap { $0.record.values[Household.address] }
    }

    @Test("A building is found in the order of its doors, whatever was entered first; 13号楼 is another")
    func building() throws {
        let desk = try desk([
            "老榆里3号楼2单元601室", "老榆里13号楼1单元101室", "老榆里3号楼1单元1001室", "老榆里3号楼1单元201室", "老榆里3号楼2单元501室",
        ])
        #expect(
            try found("老榆里3号楼", desk)
                == ["老榆里3号楼1单元201室", "老榆里3号楼1单元1001室", "老榆里3号楼2单元501室", "老榆里3号楼2单元601室"])
        #expect(try found("老榆里3号楼", desk, limit: 1) == ["老榆里3号楼1单元201室"])
    }

    @Test(
        "A door is understood as it is spoken",
        arguments: ["老榆里3号楼501", "老榆里3号楼501室", "老榆里3号楼2单元501", "老榆里３号楼５０１", "老榆里3-2-501"])
    func door(text: String) throws {
        let desk = try desk(["老榆里3号楼2单元501室", "老榆里3号楼2单元5010室", "老榆里3号楼2单元601室"])
        #expect(try found(text, desk) == ["老榆里3号楼2单元501室"])
        #expect(try desk.candidates(text, of: Household.type.id).count == 1)
    }

    @Test("What is no address of the beat is left to the words")
    func words() throws {
        let desk = try desk(["老榆里3号楼2单元501室"])
        #expect(try found("老榆里", desk).count == 1)
        #expect(try found("单翠萍", desk).count == 1)
        #expect(try found("老榆里4号楼", desk).isEmpty)
    }

    @Test("Files that only some may open are counted apart, so that no gap tells of them")
    func caseNumbers() throws {
        let desk = try DeskFixture().demo()
        var open = FieldValues()
        open[Mediation.title] = "楼上漏水"
        var hidden = open
        hidden[Mediation.minor] = true
        let template = try #require(CaseNumberTemplate(CaseNumberTemplate.standard))
        let first = try desk.nextCaseNumber(year: 2026, for: open)
        #expect(template.parse(first) != nil)
        let restricted = try desk.nextCaseNumber(year: 2026, for: hidden)
        #expect(template.parse(restricted) == nil)
        #expect(template.restricted.parse(restricted)?.sequence == 1)
        // Saving the hidden one does not move the open sequence.
        let listed = try #require(
            try desk.list(ListQuery(Mediation.type.id), limit: 100).records.first {
                $0.values[Mediation.minor] == true && $0.values[Mediation.accepted] != nil
            } ?? nil as Record?)
        let record = try desk.openRecord(listed.id, reason: "补登案号")
        var values = record.values
        values[Mediation.officialNumber] = restricted
        try desk.save(values, of: Mediation.type, base: record)
        #expect(try desk.nextCaseNumber(year: 2026, for: open) == first)
        #expect(template.restricted.parse(try desk.nextCaseNumber(year: 2026, for: hidden))?.sequence == 2)
    }
}
