import Casework
import Records
import Testing

/// What lies open on a disk holds no follow-up, no minor and no ID number.
struct ClearStoreTests {
    private let row = RowID("r1")

    private func withheld(_ values: FieldValues, _ type: RecordType) -> Set<String> {
        let rules = ClearStoreRules(values, of: type, today: today)
        return Set(values.paths.filter(rules.withholds).map(\.rawValue))
    }

    @Test("An ID number is withheld and its row's other cells are not")
    func idNumber() {
        var values = FieldValues()
        values.addRow(row, to: "members")
        values[Household.memberName, row, of: Household.members] = "单翠萍"
        values[Household.memberID, row, of: Household.members] = "11010519491231002X"
        #expect(withheld(values, Household.type) == ["members/r1/id_number"])
    }

    @Test(
        "All that is said about a party is withheld once the party is a minor, by the mark or by the year of birth",
        arguments: [true, false])
    func minor(byMark: Bool) {
        var values = mediation()
        #expect(withheld(values, Mediation.type).isEmpty)
        values[MediationParty.guardian, row, of: Mediation.parties] = "解大勇"
        values[MediationParty.phone, row, of: Mediation.parties] = "13000000001"
        if byMark {
            values[MediationParty.minor, row, of: Mediation.parties] = true
        } else {
            values[MediationParty.birthYear, row, of: Mediation.parties] = today.parts.year - 17
        }
        let withheld = withheld(values, Mediation.type)
        #expect(withheld.isSuperset(of: ["parties/r1/name", "parties/r1/guardian", "parties/r1/phone"]))
        #expect(!withheld.contains { !$0.hasPrefix("parties/r1/") })
    }

    @Test("Nothing at all may lie open of a follow-up, of its entries, and of a mediation about a minor")
    func whole() {
        #expect(ClearStoreRules(followup(.olderPerson), of: Followup.type, today: today).takesNothing)
        #expect(ClearStoreRules(FieldValues(), of: FollowupEntry.type, today: today).takesNothing)
        var values = mediation()
        #expect(!ClearStoreRules(values, of: Mediation.type, today: today).takesNothing)
        values[Mediation.minor] = true
        #expect(ClearStoreRules(values, of: Mediation.type, today: today).takesNothing)
    }

    @Test("Forms of a clear store ask neither for ID numbers nor for minors, at any depth")
    func offered() {
        for type in Casework.types {
            let offered = ClearStoreRules.offered(type)
            let fields = offered.fields + offered.fields.flatMap(\.columns)
            #expect(!fields.contains { $0.kind == .idNumber || ["minor", "is_minor"].contains($0.key) }, "\(type.id)")
        }
        #expect(ClearStoreRules.offered(Visit.type) == Visit.type)
        #expect(ClearStoreRules.offered(Mediation.type).field("parties")?.columns.contains { $0.key == "name" } == true)
    }

    @Test("A party whose year of birth makes a minor is refused in a clear store, at that cell")
    func refusal() {
        var values = mediation()
        values[MediationParty.birthYear, row, of: Mediation.parties] = today.parts.year - 10
        let path = FieldPath("parties", row: row, cell: "birth_year")
        let clear = Validation.check(values, as: Mediation.type, in: context(mode: .clear))
        #expect(clear.contains { $0.path == path && $0.rule == "RIGHTS 10" && $0.severity == .refusal })
        let sealed = Validation.check(values, as: Mediation.type, in: context(mode: .sealed))
        #expect(!sealed.contains { $0.rule == "RIGHTS 10" })
    }
}
