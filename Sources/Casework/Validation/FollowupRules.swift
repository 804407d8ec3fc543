internal import Records

/// The hard rules of domain §3: without its paper, its purpose and its end a follow-up is not saved.
enum FollowupRules {
    static func problems(in values: FieldValues, context: ValidationContext) -> [Problem] {
        guard let kind = values[Followup.kind] else { return [] }
        return period(of: values, kind, context) + who(values, kind, context) + renewal(values, context)
            + paper(values, kind, context) + cadence(values, kind)
    }

    private static func period(
        of values: FieldValues, _ kind: FollowupKind, _ context: ValidationContext
    ) -> [Problem] {
        guard let start = values[Followup.start], let end = values[Followup.end], let longest = kind.longest else {
            return []
        }
        let latest = longest.end(from: start)
        guard end > latest else { return [] }
        if kind == .protectionOrder {
            guard values[Followup.extensionRuling] == nil else { return [] }
            return [
                refusal(
                    Followup.extensionRuling,
                    "保护令最长 6 个月（到 \(latest)）；法院已延长的请填延长裁定文号，否则请改截止日期",
                    "A protection order lasts 6 months at most (to \(latest)): enter the extension ruling's number or correct the end",
                    kind.law)
            ]
        }
        return [
            refusal(
                Followup.end, "\(kind.label.zh)最长\(longest.label.zh)，截止日期最晚 \(latest)，请按依据文书改",
                "\(kind.label.en) lasts \(longest.label.en) at most: the end is \(latest) at the latest, as in the document",
                kind.law)
        ]
    }

    private static func who(
        _ values: FieldValues, _ kind: FollowupKind, _ context: ValidationContext
    ) -> [Problem] {
        var result: [Problem] = []
        let level = Followup.confidentiality(of: values)
        if context.role == .auxiliary, level == .c3 {
            result.append(
                refusal(
                    Followup.kind, "辅警不能建立 C3 事项，请由社区民警建立",
                    "An auxiliary cannot open a C3 duty: a beat officer opens it"))
        } else if context.previous == nil,
            AccessTable.standard.widest(context.role, kind: kind) < .write
        {
            result.append(
                refusal(
                    Followup.kind, "您的身份不能建立这种事项，请由社区民警建立", "Your role cannot open this duty: a beat officer opens it"))
        }
        if kind == .childCare || kind == .correctiveEducation, values[Followup.minor] != true {
            result.append(
                refusal(
                    Followup.minor, "\(kind.label.zh)的对象是未成年人，请选 是 并填监护人",
                    "This kind is about a minor: choose yes and enter the guardian", kind.law))
        }
        if level >= .c2, let officers = values[Followup.officers], officers.count > 2 {
            result.append(
                refusal(
                    Followup.officers, "C2、C3 事项只能由责任民警和一名副手知晓，请减到两人",
                    "C2 and C3 are for one officer and one deputy: name two at most"))
        }
        if level >= .c2, let officer = context.officer, let officers = values[Followup.officers],
            context.previous == nil, !officers.contains(officer)
        {
            result.append(
                refusal(
                    Followup.officers, "您不在责任民警之列，保存后将打不开，请加上自己",
                    "You are not named and could not open it again: add yourself"))
        }
        return result
    }

    private static func renewal(_ values: FieldValues, _ context: ValidationContext) -> [Problem] {
        guard let previous = context.previous, let before = previous[Followup.end], let after = values[Followup.end],
            after > before
        else { return [] }
        let old = previous[Followup.basisNumber].map(TextFolding.plain)
        let new = values[Followup.basisNumber].map(TextFolding.plain)
        let ruling = values[Followup.extensionRuling].map(TextFolding.plain)
        let isNewRuling = ruling != nil && ruling != previous[Followup.extensionRuling].map(TextFolding.plain)
        guard old == new, !isNewRuling else { return [] }
        return [
            refusal(
                Followup.basisNumber, "延后截止日期要有新的文书：请填新文书的编号、单位和日期，否则到期自动结束",
                "A later end needs a new document: enter its number, issuer and date, or let it end")
        ]
    }

    private static func paper(
        _ values: FieldValues, _ kind: FollowupKind, _ context: ValidationContext
    ) -> [Problem] {
        var result: [Problem] = []
        if let issued = values[Followup.basisDate], issued > context.today {
            result.append(
                refusal(
                    Followup.basisDate, "文书日期在今天之后，请按文书改",
                    "The document is dated in the future: correct it from the document"))
        }
        if let type = values[Followup.basisType], !kind.bases.contains(type) {
            let names = kind.bases.compactMap { CodeTable.basisType.label(of: $0) }
            result.append(
                refusal(
                    Followup.basisType,
                    "\(kind.label.zh)的依据应是：\(names.map(\.zh).joined(separator: "、"))，请按文书选",
                    "This kind rests on: \(names.map(\.en).joined(separator: ", ")). Choose what the document is",
                    kind.law))
        }
        if [.agreementPerformance, .policeAgreementPerformance].contains(kind),
            let id = values[Followup.agreement], let found = context.lookup(id), found.type != Mediation.type.id
        {
            result.append(refusal(Followup.agreement, "这里只能选调解，请重选", "Only a mediation belongs here: choose again"))
        }
        return result
    }

    private static func cadence(_ values: FieldValues, _ kind: FollowupKind) -> [Problem] {
        guard let cadence = values[Followup.cadence], !kind.cadences.contains(cadence) else { return [] }
        if kind.cadences == [.onRequest] {
            return [
                refusal(
                    Followup.cadence, "\(kind.label.zh)没有固定频次，只按牵头单位的书面请求，请选 按书面请求",
                    "This kind has no cadence of its own: choose “on written request”", kind.law)
            ]
        }
        let names = kind.cadences.compactMap { CodeTable.cadence.label(of: $0.rawValue) }
        return [
            refusal(
                Followup.cadence, "这种事项的频次可选：\(names.map(\.zh).joined(separator: "、"))",
                "Cadences of this kind: \(names.map(\.en).joined(separator: ", "))")
        ]
    }

    private static func refusal<Content>(
        _ field: Field<Content>, _ zh: String, _ en: String, _ source: String? = nil
    ) -> Problem {
        Problem(field.path, .refusal, Label(zh, en), source: source, rule: "RIGHTS 3")
    }
}
