import Index
import Records
import TestSupport
import Testing

/// A small made-up set of types and a writer of changes, enough to ask the index everything.
struct Notebook {
    static let outcome = CodeTable(
        id: "outcome", rows: [.init("1", Label("见面", "Met")), .init("2", Label("无人", "Nobody in"))])

    static let household = RecordType(
        id: "household", label: Label("住户", "Household"), describesPerson: true,
        sections: [
            .init(
                Label("住户", "Household"),
                [
                    FieldSpec("head", Label("户主", "Head"), .personName, search: .name),
                    FieldSpec("street", Label("街路", "Street"), .text, search: .short, isIndexed: true),
                    FieldSpec("building", Label("楼栋", "Building"), .text, isIndexed: true),
                    FieldSpec("room", Label("室", "Room"), .text),
                    FieldSpec("phone", Label("电话", "Phone"), .phone, search: .phone),
                    FieldSpec("id_number", Label("身份证号", "Identity number"), .idNumber, search: .idNumber),
                    FieldSpec("members", Label("人数", "Members"), .number(unit: nil), isIndexed: true),
                ])
        ],
        title: ["head"], order: .natural(["street", "building", "room"]),
        derivedKeys: [.init("block", of: ["street", "building"])])

    static let visit = RecordType(
        id: "visit", label: Label("走访", "Visit"), numberLetter: "V", describesPerson: false,
        sections: [
            .init(
                Label("走访", "Visit"),
                [
                    FieldSpec("number", Label("编号", "Number"), .text, search: .number),
                    FieldSpec("date", Label("日期", "Date"), .day, isIndexed: true),
                    FieldSpec("household", Label("住户", "Household"), .reference("household")),
                    FieldSpec("officer", Label("走访人", "Officer"), .text),
                    FieldSpec("outcome", Label("结果", "Outcome"), .choice(outcome), search: .short, isIndexed: true),
                    FieldSpec("notes", Label("谈话记要", "Notes"), .longText, search: .text),
                    FieldSpec(
                        "people", Label("见到谁", "Seen"),
                        .rows([
                            FieldSpec("name", Label("姓名", "Name"), .personName, search: .name, isIndexed: true),
                            FieldSpec("age", Label("年龄", "Age"), .number(unit: nil)),
                        ])),
                ])
        ],
        title: ["date"], order: .newest(["date"]))

    static let projection = Projection(
        version: "test",
        scopes: { _, values, _ in [values["officer"].text].compactMap { $0 } },
        due: { record, values, type in
            guard type.id == "visit", let day = values["date"].text.flatMap({ CalendarDay($0) }) else { return [] }
            return [
                DueRow(
                    record: record.id, rule: "again", anchor: day, day: day.adding(days: 30),
                    windowStart: day.adding(days: 20), priority: 2, kind: "visit")
            ]
        })

    static let everything = SearchPolicy([
        "household": [.init(roles: [.name, .short, .phone, .idNumber])],
        "visit": [.init(roles: [.name, .short, .text, .number])],
    ])

    static func index() throws -> Index { try Index(types: [household, visit], projection: projection) }

    var random: SeededGenerator
    private var milliseconds = 1_700_000_000_000

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func id() -> RecordID { RecordID.random(using: &random) }

    /// A change of some ops, with a random identity.
    mutating func change(
        _ ops: [Op], stream: Stream = .general, officer: RecordID = RecordID("o1"), batch: String? = nil,
        undoes: ChangeID? = nil
    ) throws -> StoredChange {
        milliseconds += 1000
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let id = try #require(ChangeID(bytes: bytes))
        return StoredChange(
            id: id,
            change: Change(
                stream: stream, officer: officer, moment: Moment(milliseconds: milliseconds, zoneMinutes: 480),
                batch: batch, undoes: undoes, ops: ops))
    }

    /// A change that creates a record.
    mutating func create(
        _ type: TypeID, _ fields: [String: Value], id: RecordID? = nil, stream: Stream = .general
    ) throws -> (id: RecordID, change: StoredChange) {
        var values = FieldValues()
        for (key, value) in fields { values[key] = value }
        let id = id ?? self.id()
        return (id, try change(Record.creation(id: id, type: type, values: values), stream: stream))
    }
}

extension Index {
    /// Applies changes whose place in the store does not matter.
    @discardableResult
    func apply(_ changes: StoredChange...) throws -> Applied { try apply(changes.map { ($0, 0) }) }
}
