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

    /// 11010519491231002X is the example of GB 11643-1999.
    @Test(
        "A full ID number within a note is refused, and stays out of what is kept, however it is written",
        arguments: [
            "11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 1949 1231 002X",
            "110105-19491231-002X", "110105\u{3000}19491231\u{3000}002X", "1101 0519 4912\n3100 2X",
        ])
    func numberInText(number: String) {
        var values = FieldValues()
        values[Visit.notes] = "身份证：\(number)，电话 13900001111。"
        let clear = Validation.check(values, as: Visit.type, in: context(mode: .clear))
        let refusals = clear.filter { $0.rule == "RIGHTS 10" }
        let notes = FieldPath("notes")
        #expect(refusals.map(\.path) == [notes])
        #expect(refusals.allSatisfy { $0.severity == .refusal && !$0.message.zh.contains("1101") })
        let sealed = Validation.check(values, as: Visit.type, in: context(mode: .sealed))
        #expect(!sealed.contains { $0.rule == "RIGHTS 10" })
        let rules = ClearStoreRules(values, of: Visit.type, today: today)
        #expect(rules.storable(values[Visit.notes] ?? "", at: notes) == "身份证：******************，电话 13900001111。")
    }

    @Test(
        "Long numbers that are no ID numbers are left alone",
        arguments: [
            "110105194912310021", "11010519491331002X", "6222 0211 0510 5194 9123 1002", "1101051949123100211",
            "13900001111 13900002222", "2026-11-22 14:10–14:30", "V2026-A0001", "",
        ])
    func otherNumbers(text: String) {
        var values = FieldValues()
        values[Visit.notes] = text
        let problems = Validation.check(values, as: Visit.type, in: context(mode: .clear))
        #expect(!problems.contains { $0.rule == "RIGHTS 10" })
        #expect(IDNumber.masked(in: text) == text)
    }

    @Test("An ID number that was typed where a name, a telephone or an address belongs is noticed, too")
    func numberElsewhere() {
        var values = mediation()
        values[MediationParty.phone, row, of: Mediation.parties] = "11010519491231002X"
        values[Mediation.place] = "老榆里 11010519491231002X"
        let clear = Validation.check(values, as: Mediation.type, in: context(mode: .clear))
        let paths = clear.filter { $0.rule == "RIGHTS 10" }.compactMap { $0.path?.rawValue }
        #expect(paths.sorted() == ["parties/r1/phone", "place"])
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
