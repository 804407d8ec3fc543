extension FollowupKind {
    /// The documents it can rest on, codes of `basis_type`, the usual one first.
    public var bases: [String] {
        switch self {
        case .communityCorrection: ["01", "02"]
        case .resettlement: ["03", "04"]
        case .drugTreatment: ["05"]
        case .drugRehabilitation: ["06"]
        case .mentalHealth: ["02", "07"]
        case .violenceWarning, .harassmentWarning: ["08"]
        case .protectionOrder: ["09"]
        case .correctiveEducation: ["10", "04"]
        case .childCare: ["11", "12"]
        case .olderPerson: ["11"]
        case .agreementPerformance: ["13"]
        case .policeAgreementPerformance: ["14"]
        case .hazardRecheck: ["15"]
        case .helpCall: ["16"]
        }
    }
}
