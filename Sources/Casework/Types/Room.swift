public import Records

/// 警务室设置: one record that all laptops of a police room share.
public enum Room {
    /// 警务室名称.
    public static let name = Field<String>("name", "警务室", "Police room", .text, required: .always)
    /// 派出所.
    public static let station = Field<String>("station", "派出所", "Station", .text, required: .always)
    /// 社区（村）.
    public static let community = Field<String>("community", "社区（村）", "Community (village)", .text)
    /// 地址前缀, put before the short addresses of households in print.
    public static let addressPrefix = Field<String>(
        "address_prefix", "地址前缀", "Address prefix", .text,
        help: Label("打印时加在户地址之前", "Printed before the address of a household"))
    /// 人民调解委员会.
    public static let committee = Field<String>("committee", "人民调解委员会", "Mediation committee", .text)
    /// 人民法院, for judicial confirmation.
    public static let court = Field<String>("court", "人民法院", "Court", .text)
    /// 走访定额.
    public static let quota = Field<QuotaProfile>(
        "quota", "走访定额", "Visit quota", .choice(.quotaProfile), required: .always,
        initial: .value(.text(QuotaProfile.monthly80.rawValue)))
    /// 调解文号格式.
    public static let caseNumber = Field<String>(
        "case_number", "调解文号格式", "Case number template", .text, required: .always,
        initial: .value(.text(CaseNumberTemplate.standard)),
        help: Label(
            "{yyyy} 是年份，{seq:3} 是三位顺序号，每年从 1 起",
            "{yyyy} is the year, {seq:3} the number in three digits, from 1 every year"))
    /// 编文号的电脑, by its letter.
    ///
    /// Numbers that another laptop gives are provisional until this one confirms them.
    public static let numberLaptop = Field<String>(
        "number_laptop", "编文号的电脑", "Laptop that gives case numbers", .text, isFolded: true,
        help: Label(
            "几台电脑合用时填一台的字母（工作编号里的，如 A）；别的电脑编的文号先算暂编，由它确认",
            "The letter of one laptop (as in working numbers, such as A): numbers from others wait for it to confirm"))
    /// 走访记录保留月数; a unit may shorten it, never lengthen it (RIGHTS.md rule 6).
    public static let visitMonths = Field<Int>(
        "visit_months", "走访记录保留", "Visits kept", .number(unit: Label("个月", "months")),
        initial: .value(.number(24)),
        constraints: [
            Constraint(.atLeast("visit_months", 1), Label("至少 1 个月，请改", "One month at least: correct it"))
        ])

    /// 迁出住户保留月数: shorter than 12 if the unit wants, never longer.
    public static let householdMonths = Field<Int>(
        "household_months", "迁出住户保留", "Households kept after moving out", .number(unit: Label("个月", "months")),
        initial: .value(.number(12)))
    /// 协助事项保留月数, from its end; six at most for minors.
    public static let followupMonths = Field<Int>(
        "followup_months", "协助事项保留", "Follow-ups kept after their end", .number(unit: Label("个月", "months")),
        initial: .value(.number(12)))
    /// 调解卷保留月数: 保管期限 on the cover.
    public static let mediationMonths = Field<Int>(
        "mediation_months", "调解卷保管期限", "Mediations kept after filing", .number(unit: Label("个月", "months")),
        initial: .value(.number(60)))

    /// The declaration.
    public static let type = RecordType(
        id: "room", label: Label("警务室", "Police room"), describesPerson: false,
        sections: [
            .init(
                Label("名称", "Names"),
                [name.spec, station.spec, community.spec, addressPrefix.spec, committee.spec, court.spec]),
            .init(
                Label("规则", "Rules"),
                [
                    quota.spec, caseNumber.spec, numberLaptop.spec, visitMonths.spec, householdMonths.spec,
                    followupMonths.spec,
                    mediationMonths.spec,
                ]),
        ],
        title: ["name"], columns: ["station"], order: .natural(["name"]))
}
