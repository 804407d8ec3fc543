public import Records

/// 调解: one dispute, from registering to the archive.
///
/// The matter carries scale, level and colour; its parties carry nothing.
public enum Mediation {
    // MARK: 登记

    /// 工作编号, until the official number is given at 受理.
    public static let number = Field<String>("number", "工作编号", "Working no.", .text, search: .number, isFolded: true)
    /// 文号, such as （2026）榆人调字第001号; a police mediation's comes from the case system.
    public static let officialNumber = Field<String>(
        "official_number", "文号", "Document no.", .text, search: .number, isIndexed: true)
    /// 纠纷名称.
    public static let title = Field<String>(
        "title", "纠纷名称", "Dispute", .text, required: .always, search: .short,
        help: Label("几个字说清是什么事，如 楼上漏水", "The matter in a few words"))
    /// 调解方式.
    public static let mode = Field<MediationMode>(
        "mode", "调解方式", "Mode", .choice(.mediationMode), required: .always,
        initial: .value(.text(MediationMode.peoples.rawValue)), isIndexed: true)
    /// 纠纷类别.
    public static let category = Field<String>(
        "category", "纠纷类别", "Category", .choice(.disputeCategory), required: .always, isIndexed: true)
    /// 纠纷来源: counted in tables, never filtered or listed (RIGHTS.md rule 9), so it is not indexed.
    public static let source = Field<String>(
        "source", "纠纷来源", "Source", .choice(.disputeSource), required: .always)
    /// 规模.
    public static let scale = Field<MatterScale>(
        "scale", "规模", "Scale", .choice(.matterScale), required: .always,
        initial: .value(.text(MatterScale.small.rawValue)), isIndexed: true)
    /// 层级.
    public static let level = Field<String>(
        "level", "化解层级", "Level", .choice(.resolveLevel), required: .always, initial: .value(.text("2")),
        isIndexed: true)
    /// 颜色, of the matter.
    public static let colour = Field<String>(
        "colour", "事项颜色", "Colour of the matter", .choice(.matterColour), isIndexed: true, isFolded: true)
    /// 定级理由.
    public static let colourReason = Field<String>(
        "colour_reason", "定级理由", "Reason for the colour", .text, required: .isSet("colour"),
        visible: .isSet("colour"), isFolded: true)
    /// 登记日期.
    public static let registered = Field<CalendarDay>(
        "registered", "登记日期", "Registered on", .day, required: .always, initial: .today, isIndexed: true)
    /// 发生日期.
    public static let occurred = Field<CalendarDay>("occurred", "发生日期", "Happened on", .day, isFolded: true)
    /// 发生地点.
    public static let place = Field<String>("place", "地点", "Place", .text, search: .short)
    /// 简要情况.
    public static let facts = Field<String>(
        "facts", "简要情况", "Facts in brief", .longText, required: .always,
        constraints: [
            Constraint(
                .atMostCharacters("facts", 2000),
                Label(
                    "简要情况最多 2000 字（GB/T 31000），经过请记在调解经过里",
                    "2,000 characters at most (GB/T 31000): put the course in the sessions"),
                source: "GB/T 31000-2015")
        ],
        search: .text)
    /// 涉及人数.
    public static let peopleCount = Field<Int>(
        "people_count", "涉及人数", "People involved", .number(unit: Label("人", "people")), isFolded: true)
    /// 标的额, 分.
    public static let amount = Field<Int>("amount", "标的额", "Amount in dispute", .money, isFolded: true)

    // MARK: 当事人

    /// 当事人.
    public static let parties = Field<Rows>(
        "parties", "当事人", "Parties", .rows(MediationParty.columns), required: .always,
        constraints: [
            Constraint(
                .atLeastRows("parties", 2), Label("当事人至少两方，请再加一方", "At least two parties: add another"),
                source: "人民调解法17")
        ])
    /// 涉及未成年当事人: the record lies in the restricted stream then.
    public static let minor = Field<Bool>(
        "minor", "有未成年当事人", "A party is a minor", .yesNo,
        help: Label("有未成年当事人的，整卷只对可打开的人显示", "Then only those who may open it see the file"))

    // MARK: 受理

    /// 责任单位.
    public static let responsibleUnit = Field<String>(
        "responsible_unit", "责任单位", "Responsible unit", .text, required: .always, initial: .sticky)
    /// 受理日期.
    public static let accepted = Field<CalendarDay>(
        "accepted", "受理日期", "Accepted on", .day, isIndexed: true)
    /// 化解时限, typed only to extend it.
    public static let deadline = Field<CalendarDay>(
        "deadline", "延长化解时限至", "Deadline extended to", .day, isFolded: true,
        help: Label(
            "一般不填：按受理日期自动算一个月；双方同意延长时才填",
            "Usually empty: a month from acceptance; filled in only when the parties agree to more"))
    /// 延长理由.
    public static let deadlineReason = Field<String>(
        "deadline_reason", "延长理由", "Reason for extending", .text, required: .isSet("deadline"),
        visible: .isSet("deadline"), isFolded: true)
    /// 未按目标办结的说明.
    public static let goalReason = Field<String>(
        "goal_reason", "未按目标办结的说明", "Why the goal was passed", .text, isFolded: true)
    /// 调解员.
    public static let mediators = Field<[RecordID]>(
        "mediators", "调解员", "Mediators", .references("officer"), initial: .sticky)
    /// 参加单位（一站联调）.
    public static let participants = Field<Rows>(
        "participants", "参加单位", "Units taking part", .rows([participantUnit.spec, participantName.spec]),
        required: .has("mode", MediationMode.joint), isFolded: true)
    /// 参加单位·单位.
    public static let participantUnit = Field<String>(
        "unit", "单位", "Unit", .choice(.jointUnit), required: .always)
    /// 参加单位·名称、人员.
    public static let participantName = Field<String>("name", "名称、人员", "Which, who", .text)
    /// 调查日期.
    public static let investigated = Field<CalendarDay>("investigated", "调查日期", "Looked into on", .day, isFolded: true)

    // MARK: 经过、结果

    /// 调解经过.
    public static let sessions = Field<Rows>("sessions", "调解经过", "Sessions", .rows(MediationSession.columns))
    /// 结果.
    public static let result = Field<MediationResult>(
        "result", "结果", "Result", .choice(.mediationResult), required: .always,
        initial: .value(.text(MediationResult.inProgress.rawValue)), isIndexed: true)
    /// 结果日期.
    public static let resultOn = Field<CalendarDay>(
        "result_on", "结果日期", "Result on", .day, required: .not(.has("result", MediationResult.inProgress)),
        visible: .not(.has("result", MediationResult.inProgress)), isIndexed: true)
    /// 移送、引导的去向.
    public static let sentTo = Field<String>(
        "sent_to", "移送或引导至", "Sent to", .text,
        required: .has("result", oneOf: [MediationResult.transferred, .directed]),
        visible: .has("result", oneOf: [MediationResult.transferred, .directed]))
    /// 已告知其他途径.
    public static let remediesTold = Field<Bool>(
        "remedies_told", "已告知其他途径（16 终止调解告知书）", "Told of other remedies (form 16)", .yesNo,
        visible: .has("result", oneOf: [MediationResult.notSettled, .withdrawn, .toPolice]))

    // MARK: 协议

    /// 协议内容.
    public static let agreement = Field<String>(
        "agreement", "协议内容", "Agreement", .longText, required: .has("result", oneOf: MediationResult.settled),
        visible: .has("result", oneOf: MediationResult.settled), search: .text)
    /// 协议形式.
    public static let agreementForm = Field<String>(
        "agreement_form", "协议形式", "Form of agreement", .choice(.agreementForm),
        required: .has("result", oneOf: MediationResult.settled),
        visible: .has("result", oneOf: MediationResult.settled))
    /// 协议生效日期.
    public static let effective = Field<CalendarDay>(
        "effective", "协议生效日期", "In effect on", .day, required: .has("result", oneOf: MediationResult.settled),
        visible: .has("result", oneOf: MediationResult.settled), isIndexed: true)
    /// 协议金额, 分.
    public static let agreedAmount = Field<Int>(
        "agreed_amount", "协议金额", "Amount agreed", .money, visible: .has("result", oneOf: MediationResult.settled))
    /// 份数.
    public static let copies = Field<Int>(
        "copies", "协议份数", "Copies", .number(unit: Label("份", "copies")),
        visible: .has("result", MediationResult.written), isFolded: true)
    /// 履行方式.
    public static let manner = Field<String>(
        "manner", "履行方式", "How it is performed", .choice(.performanceManner),
        visible: .has("result", oneOf: MediationResult.settled))
    /// 履行期限.
    public static let performanceDue = Field<CalendarDay>(
        "performance_due", "履行期限", "To be performed by", .day,
        visible: .has("result", oneOf: MediationResult.settled), isIndexed: true)

    // MARK: 履行、回访、司法确认

    /// 履行情况.
    public static let performance = Field<Performance>(
        "performance", "履行情况", "Performance", .choice(.performance),
        visible: .has("result", oneOf: MediationResult.settled), isIndexed: true)
    /// 回访.
    public static let returnVisits = Field<Rows>(
        "return_visits", "回访", "Return visits", .rows(MediationReturnVisit.columns),
        visible: .has("result", oneOf: MediationResult.settled))
    /// 司法确认.
    public static let judicial = Field<JudicialConfirmation>(
        "judicial", "司法确认", "Judicial confirmation", .choice(.judicialConfirmation),
        visible: .has("result", oneOf: MediationResult.settled), isIndexed: true)
    /// 双方愿申请司法确认: only then the 30 days are a task.
    public static let judicialWanted = Field<Bool>(
        "judicial_wanted", "双方愿申请司法确认", "Parties want confirmation", .yesNo,
        visible: .has("result", oneOf: MediationResult.settled))
    /// 司法确认申请日期.
    public static let judicialOn = Field<CalendarDay>(
        "judicial_on", "司法确认申请日期", "Applied for on", .day,
        required: .has("judicial", oneOf: JudicialConfirmation.afterApplying),
        visible: .has("judicial", oneOf: JudicialConfirmation.afterApplying))
    /// 法院文号.
    public static let courtNumber = Field<String>(
        "court_number", "法院文号", "Court's number", .text, visible: .isSet("judicial_on"), search: .number,
        isFolded: true)

    // MARK: 归档

    /// 卷内已有文书.
    public static let documents = Field<[String]>(
        "documents", "卷内已有文书", "Papers in the file", .choices(.documentForms), isFolded: true)
    /// 归档日期.
    public static let archived = Field<CalendarDay>(
        "archived", "归档日期", "Archived on", .day, isIndexed: true, isFolded: true)
    /// 手写登记页.
    public static let page = Field<Int>(
        "page", "手写本页", "Notebook page", .number(unit: Label("页", "page")), isFolded: true)

    /// The declaration.
    public static let type = RecordType(
        id: "mediation", label: Label("调解", "Mediation"), numberLetter: "T",
        placement: .restricted(when: .equals("minor", .bool(true))), describesPerson: false,
        sections: [
            .init(
                Label("登记", "Registering"),
                [
                    title.spec, category.spec, source.spec, mode.spec, scale.spec, level.spec, registered.spec,
                    place.spec, facts.spec, occurred.spec, peopleCount.spec, amount.spec, colour.spec,
                    colourReason.spec,
                ]),
            .init(Label("当事人", "Parties"), [parties.spec, minor.spec]),
            .init(
                Label("受理", "Accepting"),
                [
                    responsibleUnit.spec, accepted.spec, officialNumber.spec, mediators.spec, participants.spec,
                    investigated.spec, deadline.spec, deadlineReason.spec, goalReason.spec,
                ]),
            .init(
                Label("经过与结果", "Course and result"),
                [sessions.spec, result.spec, resultOn.spec, sentTo.spec, remediesTold.spec]),
            .init(
                Label("协议", "Agreement"),
                [
                    agreement.spec, agreementForm.spec, effective.spec, agreedAmount.spec, manner.spec,
                    performanceDue.spec, copies.spec,
                ]),
            .init(
                Label("履行与回访", "Performance"),
                [
                    performance.spec, returnVisits.spec, judicialWanted.spec, judicial.spec, judicialOn.spec,
                    courtNumber.spec,
                ]),
            .init(Label("归档", "Archive"), [documents.spec, archived.spec, page.spec, number.spec]),
        ],
        title: ["official_number", "title"], columns: ["category", "result"],
        order: .newest(["registered", "official_number"]),
        constraints: [
            Constraint(
                .notAfter("registered", "accepted"),
                Label("受理日期不能早于登记日期，请改日期", "Accepted before registered: correct the day")),
            Constraint(
                .notAfter("effective", "performance_due"),
                Label("履行期限不能早于协议生效日期，请改日期", "To be performed before it is in effect: correct the day")),
            Constraint(
                .notAfter("effective", "judicial_on"),
                Label("协议生效后才能申请司法确认，请改日期", "Confirmation follows the agreement: correct the day"),
                source: "人民调解法33"),
        ])
}
