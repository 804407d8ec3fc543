import Records
import Testing

@Suite struct TimeAndAmountTests {
    @Test(
        "A time is read as officers write it",
        arguments: [
            ("1410", "14:10"), ("14:10", "14:10"), ("14：10", "14:10"), ("14.10", "14:10"), ("910", "09:10"),
            ("9", "09:00"), ("14", "14:00"),
            ("0000", "00:00"), ("2点半", "14:30"), ("两点半", "14:30"), ("02点30", "02:30"), ("凌晨2点半", "02:30"),
            ("9点", "09:00"), ("9点05", "09:05"),
            ("9点零5分", "09:05"), ("3点一刻", "15:15"), ("下午3点三刻", "15:45"), ("14时10分", "14:10"), ("晚上8点", "20:00"),
            ("上午9点20", "09:20"), ("中午12点", "12:00"), ("中午1点", "13:00"), ("凌晨12点", "00:00"), ("十点半", "10:30"),
            ("１４１０", "14:10"), ("8点整", "08:00"),
        ])
    func time(text: String, time: String) throws {
        #expect(try TimeEntry.parse(text).description == time)
    }

    @Test(
        "What is no time is refused with the forms that are understood",
        arguments: ["", "25", "2400", "1460", "14:1", "点", "半", "12345", "14:10:05", "上午13点", "-1", "9点60", "a"])
    func noTime(text: String) {
        let error = #expect(throws: EntryError.self) { try TimeEntry.parse(text) }
        #expect(error?.message.zh.contains("14:10") == true)
    }

    static let clock = EntryClock(today: CalendarDay(ordinal: 20_778))

    @Test(
        "Values are read in their plain form, however they were typed",
        arguments: [
            ("12", FieldKind.number(unit: nil), Value.number(12)),
            ("１２ 户", .number(unit: Label("户", "households")), .number(12)),
            ("-3", .number(unit: nil), .number(-3)), ("120", .money, .number(12_000)), ("88.5元", .money, .number(8850)),
            ("88.05", .money, .number(8805)), ("1,200", .money, .number(120_000)), ("3万", .money, .number(3_000_000)),
            ("1.5万", .money, .number(1_500_000)),
            ("￥20", .money, .number(2000)), ("昨天 1410", .moment, .text("2026-11-20T14:10+08:00")),
            ("2026-11-20T14:10", .moment, .text("2026-11-20T14:10+08:00")), ("１１０１０５ｘ", .idNumber, .text("110105X")),
            ("  区文谦 ", .personName, .text("区文谦")), ("   ", .money, .null), ("", .day, .null),
        ])
    func values(text: String, kind: FieldKind, value: Value) throws {
        #expect(try TypedValue.value(of: text, as: kind, in: Self.clock) == value)
    }

    @Test(
        "What is no amount or number is refused",
        arguments: [
            ("abc", FieldKind.money), ("1.234", .money), ("12345678901234567890", .money), ("1.2", .number(unit: nil)),
            ("十百", .number(unit: nil)),
            ("昨天", .moment), (".", .money), ("1..2", .money),
        ])
    func refused(text: String, kind: FieldKind) {
        #expect(throws: EntryError.self) { try TypedValue.value(of: text, as: kind, in: Self.clock) }
    }
}
