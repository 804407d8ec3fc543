import Casework
import Records
import Testing

struct VisitsTests {
    @Test("Only a door where somebody was met counts, once a month")
    func quota() {
        let quota = VisitQuota(.monthly80)
        var talk = visit("t", "2026-11-03", .metWithNotes)
        talk[Visit.kind] = "02"
        var shop = visit("s", "2026-11-03", .metNothingNew)
        shop[Visit.household] = nil
        shop[Visit.place] = "农贸市场12号摊"
        var again = shop
        again[Visit.place] = "农贸市场１２号摊"
        let visits = [
            visit("a", "2026-11-01", .metNothingNew), visit("a", "2026-11-30", .metWithNotes),
            visit("b", "2026-11-02", .notMet),
            visit("c", "2026-11-02", .declined), visit("d", "2026-10-31", .metNothingNew), talk, shop, again,
        ]
        #expect(quota.count(of: visits, on: today) == 2)
        #expect(quota.label(52).zh == "本月 52/80")
    }

    @Test("The weekly plan runs from Monday to Sunday")
    func weekly() {
        let quota = VisitQuota(.weekly20)
        #expect(quota.period(of: today) == day("2026-11-16")...day("2026-11-22"))
        #expect(
            quota.count(
                of: [visit("a", "2026-11-15", .metNothingNew), visit("a", "2026-11-16", .metNothingNew)], on: today)
                == 1)
        #expect(quota.label(3).zh == "本周 3/20")
    }

    @Test("A declined visit pauses the prompt for ninety days, until somebody is met again")
    func pause() {
        let declined = visit("a", "2026-11-01", .declined)
        #expect(VisitPause.until(after: [declined]) == day("2027-01-30"))
        #expect(VisitPause.until(after: [declined, visit("a", "2026-11-10", .metNothingNew)]) == nil)
        #expect(VisitPause.until(after: [visit("a", "2026-10-10", .metNothingNew), declined]) == day("2027-01-30"))
    }

    @Test("What was left open last time is offered newest first, what is done is not")
    func lastOpen() {
        func open(_ date: String, _ text: String, _ state: RaisedState) -> FieldValues {
            var values = visit("a", date, .metWithNotes)
            values.addRow(RowID("r"), to: "raised")
            values[Visit.raisedText, RowID("r"), of: Visit.raised] = text
            values[Visit.raisedState, RowID("r"), of: Visit.raised] = state
            return values
        }
        let items = LastOpen.items(of: [
            (id: RecordID("1"), values: open("2026-08-30", "纱窗松动，答应联系物业", .open)),
            (id: RecordID("2"), values: open("2026-09-30", "门禁", .done)),
            (id: RecordID("3"), values: open("2026-10-30", "路灯", .open)),
        ])
        #expect(items.map(\.label) == ["路灯（10-30）", "纱窗松动，答应联系物业（08-30）"])
    }

    @Test("The plan counts doors that nobody met, not those that are empty, gone or paused")
    func plan() {
        func door(_ block: String, lived: Bool = true, met: String? = nil, paused: String? = nil) -> VisitPlan.Door {
            VisitPlan.Door(
                household: RecordID(block), block: block, isLivedIn: lived, lastMet: met.map(day),
                pausedUntil: paused.map(day))
        }
        let left = VisitPlan.unvisited(
            among: [
                door("10号楼"), door("2号楼"), door("2号楼", met: "2026-10-31"), door("2号楼", met: "2026-11-01"),
                door("2号楼", lived: false),
                door("2号楼", paused: "2026-11-21"), door("2号楼", paused: "2026-11-20"),
            ], in: VisitQuota(.monthly80).period(of: today), today: today)
        #expect(left.map(\.block) == ["2号楼", "10号楼"])
        #expect(left.map(\.count) == [3, 1])
    }

    @Test("A visit from the paper notebook or a later day is a late entry")
    func late() {
        var values = visit("a", "2026-11-20", .metNothingNew)
        #expect(!Visit.isLate(values, recorded: day("2026-11-20")))
        #expect(Visit.isLate(values, recorded: today))
        values[Visit.page] = 46
        #expect(Visit.isLate(values, recorded: day("2026-11-20")))
    }
}
