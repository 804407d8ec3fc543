public import Records

/// 当事人: a row of ``Mediation/parties``.
///
/// It holds who they are and what they agreed to, nothing that judges them.
public enum MediationParty {
    /// 身份.
    public static let role = Field<String>("role", "身份", "Role", .choice(.partyRole))
    /// 个人或单位.
    public static let kind = Field<PartyKind>(
        "kind", "个人或单位", "Person or organisation", .choice(.partyKind), required: .always,
        initial: .value(.text(PartyKind.person.rawValue)))
    /// 姓名或名称.
    public static let name = Field<String>("name", "姓名（名称）", "Name", .personName, required: .always, search: .name)
    /// 性别.
    public static let sex = Field<String>("sex", "性别", "Sex", .choice(.sex), visible: person)
    /// 出生年份.
    public static let birthYear = Field<Int>("birth_year", "出生年份", "Year of birth", .number(unit: nil), visible: person)
    /// 电话.
    public static let phone = Field<String>("phone", "电话", "Phone", .phone, sensitivity: .masked)
    /// 住址或单位.
    public static let address = Field<String>("address", "单位或住址", "Address", .address, sensitivity: .masked)
    /// 公民身份号码.
    public static let idNumber = Field<String>(
        "id_number", "公民身份号码", "ID number", .idNumber, visible: person, sensitivity: .masked, search: .idNumber,
        isFolded: true)
    /// 统一社会信用代码.
    public static let creditCode = Field<String>(
        "credit_code", "统一社会信用代码", "Credit code", .creditCode, visible: organisation, search: .number)
    /// 代表人.
    public static let representative = Field<String>(
        "representative", "代表人", "Representative", .personName, visible: organisation)
    /// 未成年.
    public static let minor = Field<Bool>("is_minor", "未成年", "Minor", .yesNo, visible: person)
    /// 监护人.
    public static let guardian = Field<String>(
        "guardian", "监护人", "Guardian", .personName, required: .equals("is_minor", .bool(true)),
        visible: .equals("is_minor", .bool(true)))
    /// 调解意愿.
    public static let consent = Field<Consent>(
        "consent", "调解意愿", "Consent", .choice(.consent), required: .always,
        initial: .value(.text(Consent.unsaid.rawValue)))
    /// 表示日期.
    public static let consentOn = Field<CalendarDay>(
        "consent_on", "表示日期", "Said on", .day, required: .has("consent", oneOf: [Consent.agrees, .refuses]),
        visible: .has("consent", oneOf: [Consent.agrees, .refuses]), initial: .today)
    /// 表示方式.
    public static let consentHow = Field<String>(
        "consent_how", "表示方式", "Said how", .choice(.consentHow),
        visible: .has("consent", oneOf: [Consent.agrees, .refuses]))

    /// 同名另一人.
    public static let namesake = Field<Bool>(
        Likeness.namesake, "同名另一人", "Another of that name", .yesNo, isFolded: true)

    private static let person = Condition.has("kind", PartyKind.person)
    private static let organisation = Condition.has("kind", PartyKind.organisation)

    static let columns = [
        role.spec, kind.spec, name.spec, sex.spec, birthYear.spec, phone.spec, address.spec, idNumber.spec,
        creditCode.spec, representative.spec, minor.spec, guardian.spec, consent.spec, consentOn.spec,
        consentHow.spec, namesake.spec,
    ]
}
