public import Records

/// 法定协助事项: a duty with a paper behind it (RIGHTS.md rule 3).
///
/// It has no household and no address.
public enum Followup {
    /// 工作编号.
    public static let number = Field<String>("number", "编号", "No.", .text, search: .number, isFolded: true)
    /// 种类 F01–F15.
    public static let kind = Field<FollowupKind>(
        "kind", "种类", "Kind", .choice(.followupKind), required: .always, isIndexed: true)
    /// 对象姓名.
    public static let subject = Field<String>(
        "subject", "对象", "Person concerned", .personName,
        required: .not(.has("kind", oneOf: FollowupKind.withoutPerson)),
        visible: .not(.has("kind", oneOf: FollowupKind.withoutPerson)), sensitivity: .restricted, search: .name)
    /// 场所, for F13.
    public static let place = Field<String>(
        "place", "场所", "Place", .text, required: .has("kind", FollowupKind.hazardRecheck),
        visible: .has("kind", FollowupKind.hazardRecheck), search: .name)
    /// 协议, for F11 and F12.
    public static let agreement = Field<RecordID>(
        "agreement", "调解协议", "Agreement", .reference("mediation"),
        visible: .has("kind", oneOf: [FollowupKind.agreementPerformance, .policeAgreementPerformance]))
    /// 对象为未成年人.
    public static let minor = Field<Bool>(
        "minor", "对象是未成年人", "The person is a minor", .yesNo,
        visible: .not(.has("kind", oneOf: FollowupKind.withoutPerson)))
    /// 监护人.
    public static let guardian = Field<String>(
        "guardian", "监护人", "Guardian", .personName, required: .equals("minor", .bool(true)),
        visible: .equals("minor", .bool(true)), sensitivity: .restricted)
    /// 依据文书种类.
    public static let basisType = Field<String>(
        "basis_type", "依据文书", "Basis document", .choice(.basisType), required: .always)
    /// 依据文书编号.
    public static let basisNumber = Field<String>(
        "basis_number", "文书编号", "Basis no.", .text, required: .always, search: .number)
    /// 依据文书出具单位.
    public static let basisIssuer = Field<String>("basis_issuer", "出具单位", "Issued by", .text, required: .always)
    /// 依据文书日期.
    public static let basisDate = Field<CalendarDay>("basis_date", "文书日期", "Issued on", .day, required: .always)
    /// 协助目的.
    public static let purpose = Field<String>("purpose", "协助目的", "Purpose", .text, required: .always)
    /// 牵头单位.
    public static let leadBody = Field<String>("lead_body", "牵头单位", "Lead body", .text, required: .always)
    /// 牵头单位联系人.
    public static let leadContact = Field<String>(
        "lead_contact", "牵头单位联系人", "Lead body's contact", .text,
        required: .not(.has("kind", oneOf: FollowupKind.withoutLeadContact)), sensitivity: .masked)
    /// 民警职责.
    public static let duty = Field<String>(
        "duty", "民警职责", "Officer's role", .text, required: .always,
        help: Label("文书请警务室做什么", "What the paper asks the police room to do"))
    /// 责任民警和副手.
    public static let officers = Field<[RecordID]>(
        "officers", "责任民警和副手", "Officer and deputy", .references("officer"), required: .always,
        initial: .officer)
    /// 起始日期.
    public static let start = Field<CalendarDay>(
        "start", "起始日期", "Start", .day, required: .always, isIndexed: true)
    /// 截止日期: it ends by itself on this day.
    public static let end = Field<CalendarDay>(
        "end", "截止日期", "End", .day, required: .always, isIndexed: true)
    /// 延长裁定文号, for F07 beyond six months.
    public static let extensionRuling = Field<String>(
        "extension_ruling", "延长裁定文号", "Extension ruling no.", .text,
        visible: .has("kind", FollowupKind.protectionOrder), search: .number)
    /// 频次.
    public static let cadence = Field<Cadence>(
        "cadence", "频次", "Cadence", .choice(.cadence), required: .always)
    /// 频次依据.
    public static let cadenceSource = Field<String>(
        "cadence_source", "频次依据", "Source of the cadence", .text,
        required: .not(.has("cadence", Cadence.onRequest)))
    /// 结束日期, when it ended before its end date.
    public static let closedOn = Field<CalendarDay>(
        "closed_on", "提前结束日期", "Ended early on", .day, required: .isSet("closing"), isIndexed: true, isFolded: true)
    /// 结束原因.
    public static let closing = Field<FollowupClosing>(
        "closing", "结束原因", "Why it ended", .choice(.followupClosing), required: .isSet("closed_on"), isFolded: true)
    /// 结束文书.
    public static let closingPaper = Field<String>(
        "closing_paper", "结束文书编号", "Closing document no.", .text,
        required: .has("closing", oneOf: [FollowupClosing.leadBody, .handedOver]),
        visible: .isSet("closing"), isFolded: true)

    /// The declaration.
    public static let type = RecordType(
        id: "followup", label: Label("法定协助", "Follow-up"), numberLetter: "F",
        placement: .restricted(
            when: .anyOf([.has("kind", oneOf: FollowupKind.restricted), .equals("minor", .bool(true))])),
        describesPerson: true,
        sections: [
            .init(
                Label("事项", "Duty"),
                [kind.spec, subject.spec, place.spec, agreement.spec, minor.spec, guardian.spec]),
            .init(
                Label("依据", "Basis"),
                [basisType.spec, basisNumber.spec, basisIssuer.spec, basisDate.spec, purpose.spec]),
            .init(Label("职责", "Roles"), [leadBody.spec, leadContact.spec, duty.spec, officers.spec]),
            .init(
                Label("期限", "Period"),
                [start.spec, end.spec, extensionRuling.spec, cadence.spec, cadenceSource.spec]),
            .init(Label("结束", "Ending"), [closedOn.spec, closing.spec, closingPaper.spec, number.spec]),
        ],
        title: ["kind", "basis_number"], columns: ["start", "end"], order: .natural(["end", "kind"]),
        constraints: [
            Constraint(
                .notAfter("start", "end"),
                Label("截止日期不能早于起始日期，请按依据文书改", "The end is before the start: correct it from the basis document")),
            Constraint(
                .notAfter("start", "closed_on"),
                Label("提前结束日期不能早于起始日期，请改日期", "It cannot have ended before it started: correct the day")),
            Constraint(
                .notAfter("closed_on", "end"),
                Label("提前结束日期不能晚于截止日期：到期自动结束，不必填", "It ends by itself on its end date: leave this empty")),
        ])

    /// Whether it is still a duty on a day: it ends by itself after its end date.
    ///
    /// - Parameters:
    ///   - values: the follow-up.
    ///   - day: the day.
    /// - Returns: whether the day lies in its period and it was not ended early.
    public static func isOpen(_ values: FieldValues, on day: CalendarDay) -> Bool {
        guard let start = values[start], let end = values[end], start <= day, day <= end else { return false }
        return values[closedOn].map { day < $0 } ?? true
    }

    /// How confidential it is.
    ///
    /// - Parameter values: the follow-up.
    /// - Returns: its level; the strictest while its kind is not known.
    public static func confidentiality(of values: FieldValues) -> Confidentiality {
        guard let kind = values[kind] else { return .c3 }
        return kind.confidentiality(isMinor: values[minor] == true)
    }
}
