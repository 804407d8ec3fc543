import Casework
import Records
import Testing

@Suite("Retention")
struct RetentionTests {
    @Test("Every type that describes a person has a rule with an article, a default within its limits and an event")
    func complete() {
        for type in Casework.types where type.describesPerson {
            #expect(Retention.rules.contains { $0.type == type.id }, "\(type.id)")
        }
        for rule in Retention.rules {
            #expect(!rule.source.isEmpty && rule.limits.contains(rule.months), "\(rule.id)")
            #expect(rule.from.isEmpty != (rule.with == nil), "\(rule.id)")
            let type = Casework.storedTypes.first { $0.id == rule.type }
            for key in rule.from { #expect(type?.field(key)?.kind == .day, "\(rule.id) \(key)") }
            if let setting = rule.setting {
                #expect(Room.type.field(setting)?.initial != nil, "\(rule.id)")
            }
        }
    }

    @Test("Visits run 24 months and households 12 from moving out: shorter if the room says so, never longer")
    func periods() throws {
        var visit = FieldValues()
        visit[Visit.date] = CalendarDay("2026-01-31")
        let end = try #require(Retention.end(of: Visit.type.id, visit, room: nil))
        #expect(
            end.day == CalendarDay("2028-01-31") && !end.isDue(on: end.day) && end.isDue(on: end.day.adding(days: 1)))
        var room = FieldValues()
        for (set, kept) in [(6, 6), (36, 24), (0, 1)] {
            room[Room.visitMonths] = set
            #expect(Retention.end(of: Visit.type.id, visit, room: room)?.months == kept)
        }
        var household = FieldValues()
        #expect(Retention.end(of: Household.type.id, household, room: nil) == nil)
        household[Household.movedOut] = CalendarDay("2026-02-28")
        #expect(Retention.end(of: Household.type.id, household, room: nil)?.day == CalendarDay("2027-02-28"))
    }

    @Test("A follow-up runs from its end, or from when it ended early; half as long for a minor")
    func followups() {
        var values = FieldValues()
        values[Followup.kind] = .resettlement
        values[Followup.end] = CalendarDay("2026-06-30")
        #expect(Retention.end(of: Followup.type.id, values, room: nil)?.day == CalendarDay("2027-06-30"))
        values[Followup.closedOn] = CalendarDay("2026-03-31")
        #expect(Retention.end(of: Followup.type.id, values, room: nil)?.day == CalendarDay("2027-03-31"))
        values[Followup.minor] = true
        #expect(Retention.end(of: Followup.type.id, values, room: nil)?.day == CalendarDay("2026-09-30"))
    }

    @Test("The lines of the audit log stay three years, and no setting shortens that")
    func audit() {
        #expect(Retention.rules.first { $0.type == Audit.declaration.id }?.limits.lowerBound == 36)
    }

    @Test("Every period says where it comes from: an article, the unit, or plainly that it is this product's default")
    func sources() throws {
        var room = FieldValues()
        for field in Room.type.fields { if case .value(let value)? = field.initial { room[field.key] = value } }
        for rule in Retention.rules {
            let basis = rule.basis(in: room)
            #expect(basis.zh.contains(rule.source) && basis.en.contains(rule.source), "\(rule.id)")
            #expect(rule.isByLaw != basis.zh.contains("本产品的默认值"), "\(rule.id)")
            #expect(basis.zh.contains("单位可改") == (rule.setting != nil), "\(rule.id)")
            #expect(!basis.zh.contains("本单位设定"))
        }
        #expect(Retention.rules.filter(\.isByLaw).map(\.id) == ["audit"])
        room[Room.visitMonths] = 6
        let visit = try #require(Retention.rules.first { $0.id == "visit" })
        #expect(visit.basis(in: room).zh.hasPrefix("本单位设定"))
        var values = FieldValues()
        values[Visit.date] = CalendarDay("2026-01-31")
        #expect(Retention.end(of: Visit.type.id, values, room: room)?.label.zh.contains("本单位设定") == true)
        #expect(Retention.end(of: Visit.type.id, values, room: nil)?.label.zh.contains("本产品的默认值") == true)
    }
}
