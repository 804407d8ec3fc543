internal import Records

/// The guards of a mediation (人民调解法17, 23, 26, 28, 29; 治安管理处罚法9).
enum MediationRules {
    static func problems(in values: FieldValues, context: ValidationContext) -> [Problem] {
        var result = minors(in: values)
        for row in values.rows(of: Mediation.parties) {
            let path = FieldPath(Mediation.parties.key, row: row, cell: MediationParty.birthYear.key)
            guard let year = values[path].number else { continue }
            if let problem = HouseholdRules.birthYear(year, at: path, context) { result.append(problem) }
        }
        let outcome = values[Mediation.result] ?? .inProgress
        if values[Mediation.accepted] != nil {
            result += consentProblems(in: values).filter { _ in outcome != .withdrawn }
        }
        if outcome.isSettled, values[Mediation.accepted] == nil {
            result.append(
                refusal(Mediation.accepted, "达成协议的应先受理，请填受理日期", "An agreement follows acceptance: enter the day"))
        }
        if outcome == .written,
            values[Mediation.agreementForm] == "2" || outcome == .oral && values[Mediation.agreementForm] == "1"
        {
            result.append(
                refusal(Mediation.agreementForm, "协议形式与结果不一致，请改其中一项", "Form and result differ: correct one of them"))
        }
        if outcome == .notSettled, values[Mediation.remediesTold] != true {
            result.append(
                refusal(
                    Mediation.remediesTold, "调解不成应告知仲裁、行政、诉讼途径（16 终止调解告知书），告知后打勾",
                    "Tell the parties of arbitration, administration and court (form 16), then tick this", "人民调解法26"))
        }
        result += agreement(in: values, outcome) + deadline(in: values, context)
        return result
    }

    /// Why it cannot be accepted: every party must agree, and one refusal stops it.
    static func consentProblems(in values: FieldValues) -> [Problem] {
        let parties = values.rows(of: Mediation.parties)
        var result: [Problem] = []
        for (position, row) in parties.enumerated() {
            let path = FieldPath(Mediation.parties.key, row: row, cell: MediationParty.consent.key)
            switch values[MediationParty.consent, row, of: Mediation.parties] ?? .unsaid {
            case .agrees: continue
            case .refuses:
                result.append(
                    Problem(
                        path, .refusal,
                        Label(
                            "第\(position + 1)方拒绝调解，不能受理或继续；请把结果记为「当事人拒绝或撤回」，并告知其他途径",
                            "Party \(position + 1) refuses: it cannot go on. Record “refused or withdrawn” and tell of other remedies"
                        ),
                        source: "人民调解法17"))
            case .unsaid:
                result.append(
                    Problem(
                        path, .refusal,
                        Label(
                            "第\(position + 1)方还没有表示意愿，请先征询",
                            "Party \(position + 1) has not said whether they agree: ask first"),
                        source: "人民调解法17"))
            }
        }
        if parties.count < 2, result.isEmpty {
            result.append(
                Problem(
                    Mediation.parties.path, .refusal, Label("当事人至少两方，请再加一方", "At least two parties: add another"),
                    source: "人民调解法17"))
        }
        return result
    }

    private static func minors(in values: FieldValues) -> [Problem] {
        let hasMinor = values.rows(of: Mediation.parties).contains {
            values[MediationParty.minor, $0, of: Mediation.parties] == true
        }
        guard hasMinor != (values[Mediation.minor] == true) else { return [] }
        return [
            hasMinor
                ? refusal(
                    Mediation.minor, "有未成年当事人，请把「有未成年当事人」选 是，整卷随之转为受限",
                    "A party is a minor: choose yes for “A party is a minor”, and the file becomes restricted",
                    rule: "RIGHTS 4")
                : refusal(
                    Mediation.minor, "没有标明哪一方未成年，请在当事人里标明并填监护人，或改选 否",
                    "No party is marked as a minor: mark one and enter the guardian, or choose no",
                    rule: "RIGHTS 4")
        ]
    }

    private static func agreement(in values: FieldValues, _ outcome: MediationResult) -> [Problem] {
        guard outcome.isSettled, let text = values[Mediation.agreement] else { return [] }
        var result: [Problem] = []
        // An agreement that gives up a right is void and would be refused by a court (民诉法解释358).
        for phrase in ["放弃上访", "不上访", "不再上访", "永不起诉", "不得起诉", "放弃诉讼"] where text.contains(phrase) {
            result.append(
                refusal(
                    Mediation.agreement, "协议不能约定“\(phrase)”，请删去这一条",
                    "An agreement cannot give up the right to complain or to sue: take the clause out", "人民调解法3"))
        }
        if outcome == .written, values[Mediation.agreedAmount] ?? 0 > 0, values[Mediation.performanceDue] == nil,
            values[Mediation.manner] != "1"
        {
            result.append(
                Problem(
                    Mediation.performanceDue.path, .warning,
                    Label(
                        "协议有金额但没有履行期限，内容不明确的法院不予确认，请补上",
                        "An amount without a date is unclear and would not be confirmed: add it"),
                    source: "民诉法解释358"))
        }
        if let copies = values[Mediation.copies], copies < values.rows(of: Mediation.parties).count + 1 {
            result.append(
                Problem(
                    Mediation.copies.path, .warning,
                    Label("份数应为当事人数加一（调委会一份），请核对", "One copy for each party and one for the committee: check it"),
                    source: "人民调解法29"))
        }
        return result
    }

    private static func deadline(in values: FieldValues, _ context: ValidationContext) -> [Problem] {
        guard let extended = values[Mediation.deadline] else { return [] }
        guard let accepted = values[Mediation.accepted] else {
            return [refusal(Mediation.deadline, "尚未受理，不能延长时限，请清空", "It is not accepted yet: leave the extension empty")]
        }
        let rule: DeadlineRule = Mediation.isPolice(values) ? .policeMediation : .peoplesMediation
        let computed = rule.deadline(from: accepted, holidays: context.holidays).due
        guard extended <= computed else { return [] }
        return [
            refusal(
                Mediation.deadline, "时限自动算到 \(computed)，只有延到更晚才填，请清空",
                "The deadline is \(computed) by rule: fill this in only to extend it", rule.source.zh)
        ]
    }

    private static func refusal<Content>(
        _ field: Field<Content>, _ zh: String, _ en: String, _ source: String? = nil,
        rule: String? = nil
    ) -> Problem {
        Problem(field.path, .refusal, Label(zh, en), source: source, rule: rule)
    }
}
