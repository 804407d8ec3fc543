public import Records

/// 调解方式.
public enum MediationMode: String, Sendable, CaseIterable, FieldValue {
    /// 人民调解.
    case peoples = "RT"
    /// 治安调解.
    case police = "ZT"
    /// 现场（当场）治安调解.
    case onTheSpot = "XT"
    /// 一站联调.
    case joint = "LT"
    /// 行政调解.
    case administrative = "XZ"
    /// 司法调解（法院委派）.
    case court = "SF"
    /// 当事人自行和解（登记）.
    case ownSettlement = "ZX"
}
