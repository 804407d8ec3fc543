internal import Records

/// An entry belongs to an open follow-up and lies where the follow-up lies.
enum FollowupEntryRules {
    static func problems(in values: FieldValues, context: ValidationContext) -> [Problem] {
        var result: [Problem] = []
        if let date = values[FollowupEntry.date], date > context.today {
            result.append(
                refusal(FollowupEntry.date, "日期在今天之后；约好的日子请填「下次日期」", "The day is yet to come: enter it as “Next date”"))
        }
        guard let id = values[FollowupEntry.followup] else { return result }
        guard let found = context.lookup(id), found.type == Followup.type.id else {
            result.append(
                refusal(FollowupEntry.followup, "没有找到这项法定协助，请重选", "The follow-up is not there: choose it again"))
            return result
        }
        let followup = found.values
        if values[FollowupEntry.kind] != followup[Followup.kind]
            || (values[FollowupEntry.minor] ?? false) != (followup[Followup.minor] ?? false)
        {
            result.append(
                refusal(
                    FollowupEntry.kind, "种类与所选事项不同，请重选事项，让种类自动带出",
                    "The kind differs from the follow-up's: choose the follow-up again"))
        }
        if let date = values[FollowupEntry.date] {
            if !Followup.isOpen(followup, on: date) {
                result.append(
                    refusal(
                        FollowupEntry.date, "这项协助在 \(date) 不在期限内，不能再记；有新文书的请另建事项",
                        "The follow-up is not open on \(date): a new document needs a new follow-up"))
            }
            if let next = values[FollowupEntry.nextDate], next <= date {
                result.append(
                    refusal(FollowupEntry.nextDate, "下次日期应在本次之后，请改", "The next date follows this one: correct it"))
            }
        }
        if let next = values[FollowupEntry.nextDate], let end = followup[Followup.end], next > end {
            result.append(
                refusal(
                    FollowupEntry.nextDate, "下次日期晚于截止日期 \(end)，到期自动结束，请改或留空",
                    "The next date is after the end on \(end): correct it or leave it empty"))
        }
        let kind = followup[Followup.kind]
        if kind == .violenceWarning || kind == .harassmentWarning || kind == .protectionOrder,
            values[FollowupEntry.officers]?.count == 1
        {
            result.append(
                Problem(
                    FollowupEntry.officers.path, .warning,
                    Label("这类查访应两人进行、双方分别谈，请核对协助人", "Two officers make this call, to each side apart: check who went"),
                    source: "公通字〔2024〕34号"))
        }
        return result
    }

    private static func refusal<Content>(_ field: Field<Content>, _ zh: String, _ en: String) -> Problem {
        Problem(field.path, .refusal, Label(zh, en), rule: "RIGHTS 3")
    }
}
