import Casework
import Records
import Testing

/// RIGHTS.md rule 3 and domain §3: each missing piece is refused with what to do.
struct FollowupRulesTests {
    private func check(
        _ kind: FollowupKind, role: OfficerRole = .beat, previous: FieldValues? = nil,
        _ change: (inout FieldValues) -> Void = { _ in }
    ) -> [Problem] {
        var values = followup(kind)
        change(&values)
        return Validation.check(values, as: Followup.type, in: context(role: role, previous: previous))
    }

    @Test("A complete follow-up of every kind is accepted", arguments: FollowupKind.allCases)
    func complete(kind: FollowupKind) {
        let problems = check(kind) { values in
            if kind == .policeAgreementPerformance || kind == .agreementPerformance { values[Followup.minor] = nil }
        }
        #expect(problems.refusals.isEmpty, "\(problems)")
    }

    @Test(
        "Without one of its papers it is refused, and the message names it",
        arguments: [
            "kind", "basis_type", "basis_number", "basis_issuer", "basis_date", "purpose", "lead_body", "lead_contact",
            "duty",
            "officers", "start", "end", "cadence", "cadence_source", "subject",
        ])
    func missing(key: String) throws {
        let problems = check(.olderPerson) { $0[key] = .null }
        let problem = try #require(problems.first { $0.path?.key == key && $0.severity == .refusal })
        #expect(problem.message.zh.contains("请"))
        #expect(!problem.message.en.isEmpty)
    }

    @Test("The lead body's contact is required except where the police lead", arguments: FollowupKind.allCases)
    func leadContact(kind: FollowupKind) {
        let isFree: Set<FollowupKind> = [
            .violenceWarning, .protectionOrder, .correctiveEducation, .policeAgreementPerformance, .helpCall,
        ]
        #expect(check(kind) { $0[Followup.leadContact] = nil }.refuses("lead_contact") == !isFree.contains(kind))
    }

    @Test(
        "The longest period is kept to the day",
        arguments: [
            (FollowupKind.drugTreatment, "2029-11-01"), (.drugRehabilitation, "2029-11-01"),
            (.resettlement, "2031-11-01"),
            (.protectionOrder, "2027-05-01"), (.mentalHealth, "2027-11-01"), (.childCare, "2027-11-01"),
            (.olderPerson, "2027-11-01"), (.violenceWarning, "2027-01-30"), (.harassmentWarning, "2027-01-30"),
            (.correctiveEducation, "2027-11-01"),
        ])
    func longest(kind: FollowupKind, last: String) {
        #expect(check(kind) { $0[Followup.end] = day(last) }.refusals.isEmpty)
        let problems = check(kind) { $0[Followup.end] = day(last).adding(days: 1) }
        #expect(problems.refuses(kind == .protectionOrder ? "extension_ruling" : "end"))
        #expect(problems.refusals.allSatisfy { $0.message.zh.contains(last) })
    }

    @Test("A protection order goes beyond six months only with the number of the ruling")
    func protectionOrder() {
        let problems = check(.protectionOrder) {
            $0[Followup.end] = day("2027-06-01")
            $0[Followup.extensionRuling] = "（2026）虚0000民保更1号"
        }
        #expect(problems.refusals.isEmpty)
    }

    @Test("Six months from 31 August end on the last of February")
    func clamping() {
        #expect(FollowupKind.protectionOrder.longest?.end(from: day("2026-08-31")) == day("2027-02-28"))
    }

    @Test("An end before the start is refused")
    func order() {
        let problems = check(.olderPerson) { $0[Followup.end] = day("2026-10-31") }
        #expect(problems.refusals.contains { $0.message.zh.contains("截止日期不能早于起始日期") })
    }

    @Test("A later end needs a new paper")
    func renewal() {
        let before = followup(.olderPerson)
        let later: (inout FieldValues) -> Void = { $0[Followup.end] = day("2026-12-31") }
        #expect(check(.olderPerson, previous: before, later).refuses("basis_number"))
        let withPaper = check(.olderPerson, previous: before) {
            later(&$0)
            $0[Followup.basisNumber] = "测〔2026〕2号"
        }
        #expect(withPaper.refusals.isEmpty)
        let spaced = check(.olderPerson, previous: before) {
            later(&$0)
            $0[Followup.basisNumber] = "　测〔2026〕1号 "
        }
        #expect(spaced.refuses("basis_number"))
        #expect(check(.olderPerson, previous: before) { $0[Followup.end] = day("2026-11-25") }.refusals.isEmpty)
    }

    @Test("It is open from its start to its end and ends by itself")
    func isOpen() {
        var values = followup(.olderPerson)
        #expect(!Followup.isOpen(values, on: day("2026-10-31")))
        #expect(Followup.isOpen(values, on: day("2026-11-01")))
        #expect(Followup.isOpen(values, on: day("2026-11-30")))
        #expect(!Followup.isOpen(values, on: day("2026-12-01")))
        values[Followup.closedOn] = day("2026-11-10")
        #expect(!Followup.isOpen(values, on: day("2026-11-10")))
        values[Followup.end] = nil
        #expect(!Followup.isOpen(values, on: day("2026-11-05")))
    }

    @Test("An auxiliary opens no C3 duty", arguments: FollowupKind.allCases)
    func auxiliary(kind: FollowupKind) {
        #expect(check(kind, role: .auxiliary).refuses("kind"))
    }

    @Test("Correction and mental health have no cadence of control")
    func cadence() {
        #expect(check(.communityCorrection) { $0[Followup.cadence] = .monthly }.refuses("cadence"))
        #expect(check(.mentalHealth) { $0[Followup.cadence] = .weekly }.refuses("cadence"))
        #expect(check(.olderPerson) { $0[Followup.cadence] = .halfYearly }.refuses("cadence"))
    }

    @Test("A paper of another kind is refused, and so is one dated in the future")
    func paper() {
        #expect(check(.violenceWarning) { $0[Followup.basisType] = "11" }.refuses("basis_type"))
        #expect(check(.violenceWarning) { $0[Followup.basisDate] = day("2026-11-22") }.refuses("basis_date"))
    }

    @Test("A minor's follow-up needs a guardian and is restricted whatever its kind")
    func minors() {
        #expect(check(.childCare) { $0[Followup.minor] = false }.refuses("minor"))
        #expect(check(.childCare) { $0[Followup.guardian] = nil }.refuses("guardian"))
        var call = followup(.helpCall)
        #expect(Followup.type.stream(for: call) == .general)
        call[Followup.minor] = true
        #expect(Followup.type.stream(for: call) == .restricted)
        #expect(Followup.confidentiality(of: call) == .c3)
    }

    @Test("The restricted kinds are those of RIGHTS rule 4", arguments: FollowupKind.allCases)
    func placement(kind: FollowupKind) {
        let general = ["F10", "F11", "F13", "F14"].contains(kind.rawValue)
        #expect((Followup.type.stream(for: followup(kind)) == .general) == general)
        var entry = FieldValues()
        entry[FollowupEntry.kind] = kind
        if kind == .childCare { entry[FollowupEntry.minor] = true }
        #expect((FollowupEntry.type.stream(for: entry) == .general) == general)
    }

    @Test("An entry belongs to an open follow-up, of the same kind, and stays within it")
    func entries() {
        let id = RecordID("f")
        let records = [id: (type: Followup.type.id, values: followup(.violenceWarning))]
        func check(_ change: (inout FieldValues) -> Void) -> [Problem] {
            var values = FieldValues()
            values[FollowupEntry.followup] = id
            values[FollowupEntry.kind] = .violenceWarning
            values[FollowupEntry.date] = day("2026-11-20")
            values[FollowupEntry.officers] = [RecordID("a"), RecordID("b")]
            values[FollowupEntry.present] = ["1"]
            values[FollowupEntry.done] = "见面，分别谈话。"
            change(&values)
            return Validation.check(values, as: FollowupEntry.type, in: context(records: records))
        }
        #expect(check { _ in }.isEmpty)
        #expect(check { $0[FollowupEntry.date] = day("2026-10-20") }.refuses("date"))
        #expect(check { $0[FollowupEntry.date] = day("2026-11-22") }.refuses("date"))
        #expect(check { $0[FollowupEntry.kind] = .olderPerson }.refuses("kind"))
        #expect(check { $0[FollowupEntry.minor] = true }.refuses("kind"))
        #expect(check { $0[FollowupEntry.nextDate] = day("2026-12-24") }.refuses("next_date"))
        #expect(check { $0[FollowupEntry.followup] = RecordID("gone") }.refuses("followup"))
        #expect(check { $0[FollowupEntry.officers] = [RecordID("a")] }.map(\.severity) == [.warning])
    }

    @Test(
        "A clear store refuses every follow-up and its entries; the fictional demo is exempt",
        arguments: FollowupKind.allCases)
    func clearStore(kind: FollowupKind) {
        let values = followup(kind)
        let clear = Validation.check(values, as: Followup.type, in: context(mode: .clear))
        #expect(clear.refusals.contains { $0.rule == "RIGHTS 10" })
        let demo = Validation.check(values, as: Followup.type, in: context(mode: .clear, isDemo: true))
        #expect(!demo.contains { $0.rule == "RIGHTS 10" })
        let entry = Validation.check(FieldValues(), as: FollowupEntry.type, in: context(mode: .clear))
        #expect(entry.contains { $0.rule == "RIGHTS 10" })
    }
}
