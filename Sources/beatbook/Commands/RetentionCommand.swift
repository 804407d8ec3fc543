import ArgumentParser
import Desk
import Printing

/// Lists what is due to be erased, and how far erasures have got.
struct RetentionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retention",
            abstract: Label(
                "到期清单：哪些记录保留期满；只列出，不删除。", "What is kept too long: listed only, never erased by itself."
            ).spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    @Flag(help: ArgumentHelp(Label("各种记录保留多久，依据哪一条。", "How long each kind is kept, by which article.").spoken))
    var rules = false

    @Flag(help: ArgumentHelp(Label("已依法删除的，哪些电脑已执行。", "What was erased, and which laptops have done so.").spoken))
    var erased = false

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        if rules { return showRules(session) }
        if erased { return try showErased(session) }
        let due = try asking { () throws(DeskError) in try session.desk.retentionDue() }
        try session.takeOut(due.map(\.id), isJSON: json.isOn)
        if json.isOn {
            for entry in due {
                Console.json(
                    .object([
                        .init("record", entry.id.stored), .init("type", .text(entry.type.id.rawValue)),
                        .init("title", .text(entry.title)), .init("reason", .text(entry.reason.spoken)),
                    ]))
            }
        } else {
            var table = TextTable([], whole: [2])
            for entry in due {
                table.add([entry.type.label.spoken, entry.title, entry.id.rawValue, entry.reason.spoken])
            }
            Layout.print(table)
        }
        let drafts = try asking { () throws(DeskError) in try session.desk.oldDrafts() }
        if !drafts.isEmpty {
            Console.note(
                Label(
                    "\(drafts.count) 份草稿超过 \(Retention.draftDays) 天未动，请保存或丢弃。",
                    "\(drafts.count) drafts are older than \(Retention.draftDays) days: save them or throw them away."))
        }
        if due.isEmpty { Console.note(Label("没有到期的记录。", "Nothing is due.")) }
    }

    private func showRules(_ session: Session) {
        for (rule, months, basis) in session.desk.retentionRules() {
            if json.isOn {
                Console.json(
                    .object([
                        .init("rule", .text(rule.id)), .init("type", .text(rule.type.rawValue)),
                        .init("months", .number(months)), .init("least", .number(rule.limits.lowerBound)),
                        .init("most", .number(rule.limits.upperBound)),
                        .init("setting", rule.setting.map { .text($0) } ?? .null), .init("source", .text(rule.source)),
                        .init("law", .bool(rule.isByLaw)), .init("basis", .text(basis.spoken)),
                    ]))
                continue
            }
            let range =
                rule.setting == nil
                ? Label("", "")
                : Label(
                    "（可设 \(rule.limits.lowerBound)–\(rule.limits.upperBound)）",
                    " (may be \(rule.limits.lowerBound)–\(rule.limits.upperBound))")
            Console.out(
                Label(
                    "\(rule.id)  \(rule.fromLabel.zh)起 \(months) 个月\(range.zh)  \(basis.zh)",
                    "\(rule.id)  \(months) months from \(rule.fromLabel.en.lowercased())\(range.en)  \(basis.en)"
                ).spoken)
        }
        guard !json.isOn else { return }
        Console.out(
            Label(
                "deleted  删除后 \(Retention.deletedMonths) 个月  \(Retention.productDefault.zh)",
                "deleted  \(Retention.deletedMonths) month after deleting  \(Retention.productDefault.en)"
            ).spoken)
        Console.out(
            Label(
                "draft  搁置 \(Retention.draftDays) 天  \(Retention.productDefault.zh)",
                "draft  \(Retention.draftDays) days untouched  \(Retention.productDefault.en)"
            ).spoken)
    }

    private func showErased(_ session: Session) throws {
        for status in try asking({ () throws(DeskError) in try session.desk.erasures() }) {
            if json.isOn {
                Console.json(
                    .object([
                        .init("scope", .text(status.scope.description)),
                        .init("type", status.type.map { .text($0.id.rawValue) } ?? .null),
                        .init("basis", .text(status.basis)), .init("officer", .text(status.officer)),
                        .init("moment", .text(MomentText.stored(status.moment))),
                        .init("applied", .list(status.applied.map { .text($0) })),
                        .init("missing", .list(status.missing.map { .text($0) })),
                    ]))
                continue
            }
            Console.out(
                PlainText.line(
                    [
                        status.moment.description, status.officer, status.type?.label.spoken ?? "", status.basis,
                        Label(
                            "已执行 \(status.applied.count) 台，未确认 \(status.missing.count) 台",
                            "done on \(status.applied.count), not confirmed by \(status.missing.count)"
                        ).spoken,
                        status.scope.description,
                    ].joined(separator: "  ")))
        }
        if let trouble = session.desk.erasureTrouble { Console.note(trouble) }
        Console.note(Desk.erasureLimits)
    }
}
