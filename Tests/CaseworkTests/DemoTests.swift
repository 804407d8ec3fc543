import Casework
import Records
import Testing

struct DemoTests {
    private func problems(_ records: [DemoRecord], on day: CalendarDay, mode: StoreMode, isDemo: Bool) -> [(
        DemoRecord, [Problem]
    )] {
        let known = Dictionary(uniqueKeysWithValues: records.map { ($0.id, (type: $0.type, values: $0.values)) })
        return records.compactMap { record in
            guard let type = Casework.type(record.type) else { return (record, []) }
            let context = ValidationContext(
                mode: mode, isDemo: isDemo, role: .beat, today: day, lookup: { known[$0] })
            let found = Validation.check(record.values, as: type, in: context).refusals
            return found.isEmpty ? nil : (record, found)
        }
    }

    @Test(
        "Every demo record is valid on any day",
        arguments: ["2026-11-21", "2026-11-01", "2027-03-31", "2028-02-29", "2026-01-05", "2031-06-15"])
    func valid(text: String) {
        let records = DemoRoom.records(today: day(text))
        #expect(records.count > 200)
        let bad = problems(records, on: day(text), mode: .clear, isDemo: true)
        #expect(
            bad.isEmpty, "\(bad.prefix(3).map { ($0.0.type, $0.0.values[Visit.notes.path], $0.1.map(\.message.zh)) })")
        #expect(Set(records.map(\.id)).count == records.count)
    }

    @Test("In a clear store that is no demo none of its follow-ups may be kept")
    func clear() {
        let records = DemoRoom.records(today: today)
        let refused = Set(problems(records, on: today, mode: .clear, isDemo: false).map(\.0.id))
        let followups = records.filter { $0.type == "followup" || $0.type == "followup-entry" }
        #expect(followups.count > 10)
        #expect(followups.allSatisfy { refused.contains($0.id) })
        let minors = records.filter { $0.type == "mediation" && $0.values[Mediation.minor] == true }
        #expect(minors.count == 1 && minors.allSatisfy { refused.contains($0.id) })
    }

    @Test("All sixty samples are there")
    func samples() {
        let records = DemoRoom.records(today: today)
        let numbers = Set(records.compactMap { $0.values[Mediation.officialNumber] })
        #expect(numbers.contains("（2026）榆人调字第001号") && numbers.contains("枫公（榆）调解字〔2026〕12号"))
        #expect(records.filter { $0.type == "mediation" }.count == 35)
        #expect(records.contains { $0.values[Visit.notes]?.contains("䶮") == true })
        #expect(records.contains { $0.values[FollowupEntry.done]?.contains("电视遥控器") == true })
        #expect(records.contains { $0.values[Household.head] == "哈丽曼·托合提江" })
    }

    @Test("The room looks alive on any day", arguments: ["2026-11-21", "2027-05-03", "2028-02-29", "2027-09-30"])
    func alive(text: String) {
        let day = day(text)
        let records = DemoRoom.records(today: day)
        var items: [DueItem] = []
        var facts: [DueFact] = []
        for record in records {
            let part = Tasks.projection(
                of: record.id, type: record.type, values: record.values, holidays: HolidayTable())
            items += part.items
            facts += part.facts
        }
        let tasks = Tasks.list(on: day, items: items, facts: facts)
        #expect(tasks.waiting.contains { $0.isOverdue(on: day) })
        #expect(tasks.waiting.contains { $0.rule == "T4" })
        #expect(
            tasks.followups.filter { $0.rule == "followup" }.count == 2,
            "\(tasks.followups.map { "\($0.what.zh) \($0.rule) \($0.due)" }.joined(separator: "; "))")
        #expect(!tasks.goals.isEmpty && !tasks.today.isEmpty)
        #expect(tasks.count < 20)
        let visits = records.filter { $0.type == "visit" }.map(\.values)
        let count = VisitQuota(.monthly80).count(of: visits, on: day)
        #expect(count == min(76, (52 * day.parts.day + 20) / 21), "\(count)")
        #expect(visits.allSatisfy { ($0[Visit.date] ?? day) <= day })
        let building = records.filter { $0.values[Household.estate] == "老榆里" && $0.values[Household.building] == "3号楼" }
        #expect(building.count == 12)
        #expect(records.map(\.moment.day).max().map { $0 <= day } == true)
    }

    @Test("The same seed and day give the same records, another seed others")
    func deterministic() {
        #expect(DemoRoom.records(today: today, seed: 3) == DemoRoom.records(today: today, seed: 3))
        #expect(DemoRoom.records(today: today, seed: 3) != DemoRoom.records(today: today, seed: 4))
        #expect(
            DemoRoom.generate(records: 300, seed: 3, today: today)
                == DemoRoom.generate(records: 300, seed: 3, today: today))
    }

    @Test("What a record refers to was entered before it")
    func order() {
        for records in [DemoRoom.records(today: today), DemoRoom.generate(records: 2000, seed: 1, today: today)] {
            var seen: Set<RecordID> = []
            var last = Moment(milliseconds: 0, zoneMinutes: 480)
            for record in records {
                for key in ["household", "followup", "agreement", "mediation"] {
                    guard let id = record.values[key].text, record.type != Mediation.type.id else { continue }
                    let isKnown = seen.contains(RecordID(id))
                    #expect(isKnown, "\(record.type) \(key) \(record.moment)")
                }
                seen.insert(record.id)
                #expect(record.moment >= last)
                last = record.moment
            }
        }
    }

    @Test("Generated records are valid, about a thousand bytes and twelve fields each")
    func generated() {
        let records = DemoRoom.generate(records: 3000, seed: 11, today: today)
        #expect(records.count == 3000)
        let bad = problems(records, on: today, mode: .clear, isDemo: true)
        #expect(bad.isEmpty, "\(bad.prefix(3).map { ($0.0.type, $0.1.map(\.message.zh)) })")
        let bytes = records.reduce(0) { sum, record in
            sum
                + record.values.paths.reduce(0) {
                    $0 + JSONWriter.bytes(of: record.values[$1]).count + $1.rawValue.utf8.count + 8
                }
        }
        #expect((700...1400).contains(bytes / records.count), "\(bytes / records.count)")
        let fields = records.reduce(0) { $0 + $1.values.paths.count } / records.count
        #expect((9...15).contains(fields), "\(fields)")
        #expect(Set(records.compactMap { $0.values[Household.head] }).count > 400)
        #expect(Set(records.compactMap { $0.values[Visit.notes] }).count > 1000)
    }
}
