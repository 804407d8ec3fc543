public import Records

/// 户: who lives at a door, with as little as the work needs (RIGHTS.md rule 6).
public enum Household {
    /// 地址 as it is written on the door; it decides, the parts only sort and group.
    public static let address = Field<String>(
        "address", "地址", "Address", .address, required: .always, search: .name, isIndexed: true,
        help: Label("写到社区（村）以下即可，如 老榆里3号楼2单元501室", "From the estate or village down"))
    /// 小区、街巷或村.
    public static let estate = Field<String>("estate", "小区（街巷、村）", "Estate, lane or village", .text, isIndexed: true)
    /// 楼栋或组.
    public static let building = Field<String>("building", "楼栋（组）", "Building or group", .text, isIndexed: true)
    /// 单元.
    public static let unit = Field<String>("unit", "单元", "Entrance", .text, isIndexed: true)
    /// 室或门牌.
    public static let room = Field<String>("room", "室（门牌）", "Room or door", .text, isIndexed: true)
    /// 户主.
    public static let head = Field<String>(
        "head", "户主", "Head of household", .personName,
        required: .not(.has("tenure", oneOf: [Tenure.organisation, .empty])), search: .name)
    /// 居住性质.
    public static let tenure = Field<Tenure>(
        "tenure", "居住性质", "Tenure", .choice(.tenure), required: .always,
        initial: .value(.text(Tenure.owned.rawValue)), isIndexed: true)
    /// 人数.
    public static let people = Field<Int>(
        "people", "人数", "People", .number(unit: Label("人", "people")), isIndexed: true)
    /// 未成年人数: a count, never their names.
    public static let minors = Field<Int>(
        "minors", "未成年人数", "Minors", .number(unit: Label("人", "people")),
        help: Label("只记人数，不记姓名", "A count only, never their names"))
    /// 电话.
    public static let phone = Field<String>(
        "phone", "电话", "Phone", .phone, sensitivity: .masked, search: .phone)
    /// 成员.
    public static let members = Field<Rows>(
        "members", "家庭成员", "Members", .rows(memberColumns), isFolded: true,
        help: Label("只记成年人；未成年人只记人数", "Adults only; minors are counted"))
    /// 已告知为何登记.
    public static let told = Field<Bool>(
        "told", "已告知登记目的", "Told why it is kept", .yesNo,
        help: Label("个人信息保护法17：登记前告知目的、保留期限和本人权利", "PIPL 17: purpose, how long, and their rights"))
    /// 告知日期.
    public static let toldOn = Field<CalendarDay>(
        "told_on", "告知日期", "Told on", .day, required: .equals("told", .bool(true)),
        visible: .equals("told", .bool(true)), initial: .today)
    /// 需要服务.
    public static let needsService = Field<Bool>("needs_service", "需要服务", "Needs a service", .yesNo, isFolded: true)
    /// 服务类型.
    public static let services = Field<[String]>(
        "services", "服务类型", "Services", .choices(.serviceNeed),
        required: .equals("needs_service", .bool(true)), visible: .equals("needs_service", .bool(true)),
        isFolded: true)
    /// 迁入日期.
    public static let movedIn = Field<CalendarDay>("moved_in", "迁入日期", "Moved in", .day, isFolded: true)
    /// 迁出日期; where to is not kept.
    public static let movedOut = Field<CalendarDay>(
        "moved_out", "迁出日期", "Moved out", .day,
        constraints: [
            Constraint(
                .notAfter("moved_in", "moved_out"),
                Label("迁出日期不能早于迁入日期，请改日期", "Moved out before moved in: correct the day"))
        ],
        isIndexed: true, isFolded: true)
    /// 同址另一户: those that were found to be other households at the same door, so that nobody is asked again.
    public static let apart = Field<[RecordID]>(
        "apart", "同址另一户", "Others at this door", .references("household"), isFolded: true,
        help: Label("确认过不是同一户的", "Found to be another household, not the same one"))
    /// 备注.
    public static let note = Field<String>("note", "备注", "Note", .longText, isFolded: true)

    /// 成员·姓名.
    public static let memberName = Field<String>("name", "姓名", "Name", .personName, required: .always)
    /// 成员·性别.
    public static let memberSex = Field<String>("sex", "性别", "Sex", .choice(.sex))
    /// 成员·与户主关系.
    public static let memberRelation = Field<String>("relation", "与户主关系", "Relation", .choice(.relation))
    /// 成员·出生年份.
    public static let memberBirthYear = Field<Int>("birth_year", "出生年份", "Year of birth", .number(unit: nil))
    /// 成员·电话.
    public static let memberPhone = Field<String>("phone", "电话", "Phone", .phone, sensitivity: .masked)
    /// 成员·紧急联系人, with consent.
    public static let memberEmergency = Field<Bool>(
        "emergency", "紧急联系人（本人同意）", "Emergency contact (agreed)", .yesNo)
    /// 成员·公民身份号码, only for a named form.
    public static let memberID = Field<String>(
        "id_number", "公民身份号码", "ID number", .idNumber, sensitivity: .masked, search: .idNumber, isFolded: true,
        help: Label("仅在某一表格需要时填写，平时留空", "Only when a named form needs it"))
    /// 成员·用于何表.
    public static let memberIDForm = Field<String>(
        "id_form", "身份号码用于何表", "Form that needs the number", .text, required: .isSet("id_number"),
        visible: .isSet("id_number"), isFolded: true)

    /// 成员·同名另一人.
    public static let memberNamesake = Field<Bool>(
        Likeness.namesake, "同名另一人", "Another of that name", .yesNo, isFolded: true)

    private static let memberColumns = [
        memberName.spec, memberSex.spec, memberRelation.spec, memberBirthYear.spec, memberPhone.spec,
        memberEmergency.spec, memberID.spec, memberIDForm.spec, memberNamesake.spec,
    ]

    /// The key by which lists group households: the building sheet.
    public static let block = "block"

    /// The declaration.
    public static let type = RecordType(
        id: "household", label: Label("户", "Household"), describesPerson: true,
        sections: [
            .init(Label("地址", "Address"), [address.spec, estate.spec, building.spec, unit.spec, room.spec]),
            .init(
                Label("住户", "People"),
                [head.spec, tenure.spec, people.spec, minors.spec, phone.spec, members.spec]),
            .init(
                Label("告知与服务", "Told and services"), [told.spec, toldOn.spec, needsService.spec, services.spec]),
            .init(Label("迁入迁出", "Moving"), [movedIn.spec, movedOut.spec, apart.spec, note.spec]),
        ],
        title: ["address", "head"], columns: ["people", "tenure"],
        order: .natural(["estate", "building", "unit", "room"]),
        derivedKeys: [.init(block, of: ["estate", "building"])],
        constraints: [
            Constraint(
                .atLeast("people", 0), Label("人数不能是负数，请改", "The number of people is negative: correct it")),
            Constraint(
                .atLeast("minors", 0), Label("未成年人数不能是负数，请改", "The number of minors is negative: correct it")),
        ])
}
