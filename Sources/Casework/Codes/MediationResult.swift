public import Records

/// How a mediation ended.
public enum MediationResult: String, Sendable, CaseIterable, FieldValue {
    /// 正在调解.
    case inProgress = "10"
    /// 调解成功，书面协议.
    case written = "20"
    /// 调解成功，口头协议.
    case oral = "21"
    /// 调解不成（终止）.
    case notSettled = "30"
    /// 当事人拒绝或撤回.
    case withdrawn = "31"
    /// 终止，转公安机关处理.
    case toPolice = "32"
    /// 移送.
    case transferred = "40"
    /// 引导其他途径.
    case directed = "41"
}

extension MediationResult {
    /// The results with an agreement.
    public static let settled: [MediationResult] = [.written, .oral]

    /// Whether there is an agreement.
    public var isSettled: Bool { Self.settled.contains(self) }
}
