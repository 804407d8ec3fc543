import Casework
import Records
import Testing

struct AccessTests {
    private let table = AccessTable.standard

    @Test("What no line allows is denied, for types nobody knows too", arguments: OfficerRole.allCases)
    func defaultDeny(role: OfficerRole) {
        #expect(table.access(role, to: "unknown", isNamed: true) == .none)
        #expect(table.access(role, to: Followup.type.id, isNamed: true) == .none)
        #expect(table.access(role, to: FollowupEntry.type.id, isNamed: true) == .none)
    }

    @Test(
        "Auxiliaries see nothing of the restricted kinds, F01 to F09, F12 and F15, named or not",
        arguments: FollowupKind.allCases)
    func auxiliaries(kind: FollowupKind) {
        let open: Set<FollowupKind> = [.olderPerson, .agreementPerformance, .hazardRecheck, .helpCall]
        for type in [Followup.type.id, FollowupEntry.type.id] {
            let level = kind.confidentiality(isMinor: false)
            let access = table.access(.auxiliary, to: type, kind: kind, level: level, isNamed: true)
            #expect((access > .none) == open.contains(kind))
            #expect(table.access(.auxiliary, to: type, kind: kind, level: .c3, isNamed: true) == .none)
        }
    }

    @Test("Mediators see mediations, and no other record about people", arguments: Casework.types.map(\.id))
    func mediators(type: TypeID) {
        let access = table.access(.mediator, to: type, isNamed: true)
        switch type {
        case "mediation": #expect(access == .write)
        case "officer", "room": #expect(access == .read)
        default: #expect(access == .none)
        }
    }

    @Test("Leaders approve and see statistics, not records about people")
    func leaders() {
        for type in ["household", "visit", "mediation"] as [TypeID] {
            #expect(table.access(.leader, to: type, isNamed: true) == .none)
        }
        for kind in FollowupKind.allCases { #expect(table.widest(.leader, kind: kind) == .none) }
        #expect(table.may(.statistics, as: .leader) && table.may(.approve, as: .leader))
        #expect(table.may(.exportHouseholds, as: .leader) && !table.may(.exportHouseholds, as: .beat))
        #expect(!table.may(.readRestrictedAudit, as: .auxiliary))
        #expect(!table.may(.openRestricted, as: .auxiliary))
    }

    @Test("C2 and C3 are for the named officer and deputy only", arguments: FollowupKind.allCases)
    func named(kind: FollowupKind) {
        let values = followup(kind)
        let isRestricted = kind.confidentiality(isMinor: values[Followup.minor] == true) > .c1
        let own = table.access(.beat, officer: RecordID("a"), to: Followup.type.id, values: values)
        let other = table.access(.beat, officer: RecordID("z"), to: Followup.type.id, values: values)
        #expect(own == .write)
        #expect((other == .none) == isRestricted)
    }

    @Test("An entry is as closed as its follow-up")
    func entries() {
        var entry = FieldValues()
        entry[FollowupEntry.kind] = .violenceWarning
        let parent = followup(.violenceWarning)
        func access(_ officer: String, _ parent: FieldValues?) -> Access {
            table.access(.beat, officer: RecordID(officer), to: FollowupEntry.type.id, values: entry, followup: parent)
        }
        #expect(access("a", parent) == .write)
        #expect(access("z", parent) == .none)
        #expect(access("a", nil) == .none)
    }

    @Test("Auxiliaries read police mediations and do not see those of minors")
    func policeMediation() {
        var values = mediation()
        func access() -> Access {
            table.access(.auxiliary, officer: RecordID("a"), to: Mediation.type.id, values: values)
        }
        #expect(access() == .write)
        values[Mediation.mode] = .onTheSpot
        #expect(access() == .read)
        values[Mediation.minor] = true
        #expect(access() == .none)
    }
}
