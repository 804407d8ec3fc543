public import Records

/// The closed list of statutory follow-ups.
///
/// No data file adds to it (RIGHTS.md rules 2 and 3).
public enum FollowupKind: String, Sendable, CaseIterable, FieldValue {
    /// 社区矫正协助.
    case communityCorrection = "F01"
    /// 刑满释放安置帮教协助.
    case resettlement = "F02"
    /// 社区戒毒.
    case drugTreatment = "F03"
    /// 社区康复.
    case drugRehabilitation = "F04"
    /// 严重精神障碍患者随访协助.
    case mentalHealth = "F05"
    /// 家庭暴力告诫书查访.
    case violenceWarning = "F06"
    /// 人身安全保护令协助执行.
    case protectionOrder = "F07"
    /// 未成年人矫治教育与帮教.
    case correctiveEducation = "F08"
    /// 困境、留守儿童关爱.
    case childCare = "F09"
    /// 特殊困难老年人探访.
    case olderPerson = "F10"
    /// 调解协议履行回访.
    case agreementPerformance = "F11"
    /// 治安调解协议履行回访.
    case policeAgreementPerformance = "F12"
    /// 隐患整改复查.
    case hazardRecheck = "F13"
    /// 报警求助回访.
    case helpCall = "F14"
    /// 性骚扰告诫书查访.
    case harassmentWarning = "F15"

    /// What the officer reads.
    public var label: Label { CodeTable.followupKind.label(of: rawValue) ?? Label(rawValue, rawValue) }

    /// What a list shows: the same in Chinese, few words in English.
    public var shortLabel: Label { Label(label.zh, shortEnglish) }

    private var shortEnglish: String {
        switch self {
        case .communityCorrection: "Community correction"
        case .resettlement: "Resettlement support"
        case .drugTreatment: "Drug treatment"
        case .drugRehabilitation: "Rehabilitation"
        case .mentalHealth: "Mental-health visit"
        case .violenceWarning: "Violence warning"
        case .protectionOrder: "Protection order"
        case .correctiveEducation: "Corrective education"
        case .childCare: "Child in difficulty"
        case .olderPerson: "Older people, visit"
        case .agreementPerformance: "Agreement, visit"
        case .policeAgreementPerformance: "Police agreement"
        case .hazardRecheck: "Hazard re-inspection"
        case .helpCall: "Help call, visit"
        case .harassmentWarning: "Harassment warning"
        }
    }

    /// The kinds in the restricted stream whoever they are about (RIGHTS.md rule 4).
    public static let restricted: [FollowupKind] = allCases.filter {
        ![.olderPerson, .agreementPerformance, .hazardRecheck, .helpCall].contains($0)
    }

    /// The kinds that are about an agreement or a place, not a person.
    public static let withoutPerson: [FollowupKind] = [
        .agreementPerformance, .policeAgreementPerformance, .hazardRecheck,
    ]

    /// The kinds that the police themselves lead, so that no other body's contact is needed.
    public static let withoutLeadContact: [FollowupKind] = [
        .violenceWarning, .protectionOrder, .correctiveEducation, .policeAgreementPerformance, .helpCall,
    ]

    /// How confidential it is; a minor's is always C3 (未成年人保护法103、社区矫正法54、预防未成年人犯罪法59).
    ///
    /// - Parameter isMinor: whether the person concerned is a minor.
    /// - Returns: the level.
    public func confidentiality(isMinor: Bool) -> Confidentiality {
        if isMinor { return .c3 }
        return switch self {
        case .communityCorrection, .resettlement, .policeAgreementPerformance: .c2
        case .olderPerson, .agreementPerformance, .hazardRecheck, .helpCall: .c1
        default: .c3
        }
    }

    /// The law it rests on.
    public var law: String {
        switch self {
        case .communityCorrection: "社区矫正法8、12、30"
        case .resettlement: "监狱法35–38"
        case .drugTreatment: "禁毒法33、戒毒条例13–24"
        case .drugRehabilitation: "禁毒法48、戒毒条例37–40"
        case .mentalHealth: "精神卫生法4、28、55、56"
        case .violenceWarning: "反家庭暴力法16、17"
        case .protectionOrder: "反家庭暴力法30、32"
        case .correctiveEducation: "预防未成年人犯罪法41、59"
        case .childCare: "未成年人保护法11、43、91"
        case .olderPerson: "民发〔2022〕73号"
        case .agreementPerformance: "人民调解法31"
        case .policeAgreementPerformance: "程序规定185、治安调解工作规范12"
        case .hazardRecheck: "消防法53"
        case .helpCall: "人民警察法21"
        case .harassmentWarning: "妇女权益保障法29、80"
        }
    }

    /// The longest period a paper can give, counted from its start; `nil` where the document alone decides.
    public var longest: Period? {
        switch self {
        case .drugTreatment, .drugRehabilitation: .months(36)
        case .resettlement: .months(60)
        case .protectionOrder: .months(6)
        case .violenceWarning, .harassmentWarning: .days(90)
        case .mentalHealth, .olderPerson, .childCare, .correctiveEducation: .months(12)
        case .helpCall: .days(30)
        case .communityCorrection, .agreementPerformance, .policeAgreementPerformance, .hazardRecheck: nil
        }
    }

    /// The cadences it allows, the usual one first.
    ///
    /// Correction and mental health are request-driven: no cadence of control.
    public var cadences: [Cadence] {
        switch self {
        case .communityCorrection, .mentalHealth: [.onRequest]
        case .resettlement: [.quarterly, .halfYearly, .onRequest]
        case .drugTreatment, .drugRehabilitation, .correctiveEducation: [.monthly, .quarterly, .weekly, .onRequest]
        case .violenceWarning, .protectionOrder, .harassmentWarning: [.monthly, .weekly, .onRequest]
        case .childCare: [.quarterly, .monthly, .halfYearly, .onRequest]
        case .olderPerson: [.monthly, .weekly, .quarterly, .onRequest]
        case .agreementPerformance, .policeAgreementPerformance, .hazardRecheck, .helpCall: [.once, .onRequest]
        }
    }

    /// How soon after its start the first call is due, where that is sooner than the cadence.
    public var firstWithinDays: Int? {
        switch self {
        case .violenceWarning, .harassmentWarning: 7
        case .protectionOrder: 1
        default: nil
        }
    }
}
