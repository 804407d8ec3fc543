import ArgumentParser
import Desk
import Printing

/// `beatbook audit [--month 2026-11]`: who did what, when.
struct AuditCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: Label("操作日志：谁在什么时候看了、查了、导出了什么。", "The audit log: who read, looked for or took out what.").spoken,
            discussion: Label(
                "自己的操作不列出，由别人审阅。受限的行只给有权限的人看。",
                "One's own lines are not listed: somebody else reviews them. Restricted lines are for those who may read them."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Option(help: ArgumentHelp(Label("哪个月，默认本月。", "Which month; this one unless said.").spoken, valueName: "yyyy-mm"))
    var month: String?

    @Option(help: ArgumentHelp(Label("只看哪一天。", "Only this day.").spoken, valueName: "day"))
    var day: String?

    @Option(help: ArgumentHelp(Label("只看这个人的。", "Only this officer's.").spoken, valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            Label("只看这种操作：opened、searched……", "Only this act: opened, searched …").spoken, valueName: "act"))
    var act: String?

    @Option(
        help: ArgumentHelp(
            Label("记下已审阅这个人本月的操作。", "Write down that this officer's month was gone through.").spoken,
            valueName: "name"))
    var review: String?

    @Flag(help: ArgumentHelp(Label("只看月度页：成批查看和审阅。", "Only the monthly page: bulk reads and reviews.").spoken))
    var summary = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let days = try wantedDays(session.desk)
        if let review {
            let person = try Self.person(review, session)
            try asking { () throws(DeskError) in try session.desk.review(person, month: days.lowerBound) }
            return Console.note(
                Label(
                    "已记下审阅：\(review) \(Desk.month(days.lowerBound))",
                    "Review written down: \(review) \(Desk.month(days.lowerBound))"))
        }
        let request = AuditPage.Request(
            days, officer: try by.map { name throws(CommandFailure) in try Self.person(name, session) },
            act: try wantedAct())
        let page = try asking { () throws(DeskError) in try session.desk.auditPage(request) }
        if !summary {
            try session.takeOut(page.entries, isJSON: json.isOn)
            show(page.entries, session)
        }
        showSummary(page)
        if !session.desk.isSealed {
            Console.note(
                Label(
                    "未加密的本子：姓名由使用者自己选，日志不能证明是谁。",
                    "Not encrypted: anybody may choose any name, so the log proves nobody."))
        }
        if page.own > 0 {
            Console.note(
                Label("本人的 \(page.own) 行由别人审阅，不在此列出。", "\(page.own) lines are your own: somebody else reviews them."))
        }
        guard page.entries.isEmpty, page.own == 0 else { return }
        throw CommandFailure(.refused, Label("没有符合的记录。", "No record matches."))
    }

    private func show(_ entries: [AuditEntry], _ session: Session) {
        var table = TextTable([], whole: [0, 1, 2])
        for entry in entries {
            let line = entry.line
            guard !json.isOn else {
                Console.json(object(entry))
                continue
            }
            let record = line.record.flatMap { try? session.desk.record($0, includingDeleted: true) }
            let what = [
                line.type.flatMap { Casework.type($0) }?.label.spoken,
                record.map { session.name(of: $0) } ?? line.record?.rawValue, line.field?.label.spoken,
                line.count.map { Label("\($0) 条", "\($0)").spoken },
            ]
            table.add([
                MomentText.stored(entry.moment), entry.name, line.act.label.spoken,
                what.compactMap(\.self).joined(separator: " "), line.reason ?? "",
                line.isRestricted ? Label("受限", "restricted").spoken : "",
            ])
        }
        if !json.isOn { Layout.print(table) }
    }

    private func object(_ entry: AuditEntry) -> Value {
        let line = entry.line
        var members: [Value.Member] = [
            .init("moment", .text(MomentText.stored(entry.moment))), .init("officer", .text(entry.officer.rawValue)),
            .init("name", .text(entry.name)), .init("act", .text(line.act.rawValue)),
        ]
        if let type = line.type { members.append(.init("type", .text(type.rawValue))) }
        if let record = line.record { members.append(.init("record", .text(record.rawValue))) }
        if let field = line.field { members.append(.init("field", .text(field.rawValue))) }
        if let count = line.count { members.append(.init("count", .number(count))) }
        if let reason = line.reason { members.append(.init("reason", .text(reason))) }
        members.append(.init("restricted", .bool(line.isRestricted)))
        return .object(members)
    }

    private func showSummary(_ page: AuditPage) {
        for bulk in page.bulk {
            guard !json.isOn else {
                Console.json(
                    .object([
                        .init("bulk", .text(bulk.act.rawValue)), .init("officer", .text(bulk.officer.rawValue)),
                        .init("name", .text(bulk.name)), .init("day", .text(bulk.day.description)),
                        .init("count", .number(bulk.count)),
                    ]))
                continue
            }
            let text = Label(
                "成批：\(bulk.day) \(bulk.name) \(bulk.act.label.zh) \(bulk.count)",
                "Bulk: \(bulk.day) \(bulk.name) \(bulk.act.label.en) \(bulk.count)")
            Console.out(PlainText.line(text.spoken))
        }
        for review in page.reviews {
            guard !json.isOn else {
                Console.json(
                    .object([
                        .init("review", .text(review.month)), .init("officer", .text(review.officer.rawValue)),
                        .init("name", .text(review.name)), .init("reviewer", .text(review.reviewer)),
                        .init("moment", .text(MomentText.stored(review.moment))),
                    ]))
                continue
            }
            let text = Label(
                "审阅：\(review.name) \(review.month) 由 \(review.reviewer) 于 \(review.moment.day) 审阅",
                "Reviewed: \(review.name) \(review.month) by \(review.reviewer) on \(review.moment.day)")
            Console.out(PlainText.line(text.spoken))
        }
    }

    private func wantedDays(_ desk: Desk) throws(CommandFailure) -> ClosedRange<CalendarDay> {
        if let day {
            do throws(EntryError) {
                let day = try TypedValue.day(of: day, today: desk.today)
                return day...day
            } catch {
                throw CommandFailure(.usage, error.message)
            }
        }
        guard let month else { return desk.today.startOfMonth...desk.today.endOfMonth }
        guard let first = CalendarDay("\(month)-01") else {
            throw CommandFailure(.usage, Label("月份写成 2026-11。", "Write the month as 2026-11."))
        }
        return first...first.endOfMonth
    }

    private func wantedAct() throws(CommandFailure) -> AuditAct? {
        guard let act else { return nil }
        let found = AuditAct.allCases.first {
            $0.rawValue == act.lowercased() || $0.label.zh == act || $0.label.en.lowercased() == act.lowercased()
        }
        guard let found else {
            let names = AuditAct.allCases.map(\.rawValue)
            throw CommandFailure(
                .usage,
                Label(
                    "没有“\(act)”这种操作。可用：\(names.joined(separator: "、"))",
                    "There is no act “\(act)”. There are: \(names.joined(separator: ", "))"))
        }
        return found
    }

    /// The officer of a name, in office or not any more: lines stay when somebody leaves.
    private static func person(_ name: String, _ session: Session) throws(CommandFailure) -> RecordID {
        let all = try asking { () throws(DeskError) in try session.desk.officers() }
        let found = all.filter { $0.name == name || $0.id.rawValue == name }
        guard let one = found.first, found.count == 1 else {
            throw CommandFailure(
                .refused,
                Label(
                    "“\(name)”不在人员名单里，或不止一人。用 beatbook list officer 查看。",
                    "“\(name)” is not on the list of officers, or more than one is. See beatbook list officer."))
        }
        return one.id
    }
}
