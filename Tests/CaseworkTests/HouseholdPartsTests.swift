import Casework
import Records
import Testing

@Suite("A household's place follows from its address")
struct HouseholdPartsTests {
    private func parts(_ values: FieldValues) -> [String?] {
        [values[Household.estate], values[Household.building], values[Household.unit], values[Household.room]]
    }

    @Test("of a new household, except what was entered")
    func new() {
        var values = FieldValues()
        values[Household.address] = "老榆里3号楼2单元501室"
        #expect(parts(Household.placed(values, previous: nil)) == ["老榆里", "3号楼", "2单元", "501室"])
        values[Household.building] = "三号楼"
        #expect(parts(Household.placed(values, previous: nil)) == ["老榆里", "三号楼", "2单元", "501室"])
        values[Household.address] = "槐树胡同7号"
        values[Household.building] = nil
        #expect(Household.placed(values, previous: nil)[Household.building] == nil)
    }

    @Test("of a corrected address, for the parts that were left alone")
    func corrected() {
        var before = FieldValues()
        before[Household.address] = "老榆里3号楼2单元501室"
        before = Household.placed(before, previous: nil)
        var after = before
        after[Household.head] = "单翠萍"
        #expect(Household.placed(after, previous: before) == after)
        after[Household.address] = "老榆里5号楼601室"
        after[Household.unit] = "东"
        #expect(parts(Household.placed(after, previous: before)) == ["老榆里", "5号楼", "东", "601室"])
    }
}
