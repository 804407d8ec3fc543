internal import Records

/// Puts fictional records together, each with an identity that follows from the seed.
struct DemoBuilder {
    let today: CalendarDay
    var random: DemoRandom
    private(set) var records: [DemoRecord] = []
    private(set) var officers: [String: RecordID] = [:]

    init(today: CalendarDay, seed: UInt64) {
        self.today = today
        random = DemoRandom(seed: seed)
    }

    /// The beat officer, who enters nearly everything.
    var beat: RecordID { officers["苏行简"] ?? RecordID("") }

    /// The second beat officer.
    var deputy: RecordID { officers["沈若谷"] ?? RecordID("") }

    /// The auxiliary.
    var auxiliary: RecordID { officers["辅警二"] ?? RecordID("") }

    @discardableResult
    mutating func add(
        _ type: RecordType, _ values: FieldValues, on day: CalendarDay, minutes: Int? = nil, by officer: RecordID? = nil
    ) -> RecordID {
        let id = RecordID.random(using: &random)
        let minute = minutes ?? 9 * 60 + random.below(8 * 60)
        let time = TimeOfDay(hour: minute / 60 % 24, minute: minute % 60)
        records.append(
            DemoRecord(
                type: type.id, id: id, values: values, officer: officer ?? beat,
                moment: Moment(
                    milliseconds: (day.ordinal * 1440 + (time?.minutes ?? 0) - 480) * 60_000, zoneMinutes: 480)))
        return id
    }

    mutating func row() -> RowID { RowID.random(using: &random) }

    /// The office-holders and the settings, with which every police room begins.
    mutating func addRoom(from day: CalendarDay) {
        let people: [(String, OfficerRole, String)] = [
            ("苏行简", .beat, "榆钱社区警务室"), ("沈若谷", .beat, "榆钱社区警务室"), ("辅警二", .auxiliary, "榆钱社区警务室"),
            ("何素琴", .mediator, "榆钱社区人民调解委员会"), ("鲁一舟", .mediator, "驻所调解室"), ("江晚吟", .mediator, "枫溪司法所"),
            ("段知远", .leader, "枫溪派出所"),
        ]
        for (name, role, unit) in people {
            var values = FieldValues()
            values[Officer.name] = name
            values[Officer.role] = role
            values[Officer.unit] = unit
            values[Officer.activeFrom] = day
            officers[name] = add(Officer.type, values, on: day, minutes: 8 * 60)
        }
        var room = FieldValues()
        room[Room.name] = "榆钱社区警务室"
        room[Room.station] = "枫溪派出所"
        room[Room.community] = "榆钱社区"
        room[Room.addressPrefix] = "云栎市青禾区枫溪街道榆钱社区"
        room[Room.committee] = "榆钱社区人民调解委员会"
        room[Room.court] = "青禾区人民法院（虚构）"
        room[Room.quota] = .monthly80
        room[Room.caseNumber] = CaseNumberTemplate.standard
        room[Room.visitMonths] = 24
        add(Room.type, room, on: day, minutes: 8 * 60 + 5)
    }

    /// A household from its address.
    static func household(address: String, head: String?, people: Int?, toldOn: CalendarDay?) -> FieldValues {
        var values = FieldValues()
        let parts = AddressParts(address)
        values[Household.address] = parts.estate + parts.building + parts.unit + parts.room
        values[Household.estate] = parts.estate
        values[Household.building] = parts.building
        values[Household.unit] = parts.unit
        values[Household.room] = parts.room
        values[Household.head] = head
        values[Household.tenure] = head == nil ? .empty : .owned
        values[Household.people] = people
        if let toldOn {
            values[Household.told] = true
            values[Household.toldOn] = toldOn
        }
        return values
    }

    /// A visit with what every visit has.
    func visit(
        household: RecordID? = nil, place: String? = nil, on date: CalendarDay, at minutes: Int, outcome: VisitOutcome,
        notes: String? = nil, kind: String = "10"
    ) -> FieldValues {
        var values = FieldValues()
        values[Visit.household] = household
        values[Visit.place] = place
        values[Visit.date] = date
        values[Visit.start] = TimeOfDay(hour: minutes / 60, minute: minutes % 60)
        values[Visit.end] = TimeOfDay(hour: (minutes + 15) / 60, minute: (minutes + 15) % 60)
        values[Visit.visitors] = [beat, auxiliary]
        values[Visit.kind] = kind
        values[Visit.outcome] = outcome
        values[Visit.notes] = notes
        return values
    }
}
