public import Records

/// How far a mediation has come; the line 登记✓ 意愿✓ 受理✓ … of its screen.
public enum MediationStage: Int, Sendable, CaseIterable, Comparable {
    /// 登记.
    case registered
    /// 意愿.
    case consent
    /// 受理.
    case accepted
    /// 调解员.
    case mediators
    /// 调查.
    case investigation
    /// 调解.
    case mediating
    /// 协议, or another result.
    case concluded
    /// 履行.
    case performance
    /// 回访.
    case returnVisit
    /// 归档.
    case archived

    /// What the officer reads.
    public var label: Label {
        switch self {
        case .registered: Label("登记", "Registered")
        case .consent: Label("意愿", "Consent")
        case .accepted: Label("受理", "Accepted")
        case .mediators: Label("调解员", "Mediators")
        case .investigation: Label("调查", "Investigated")
        case .mediating: Label("调解", "Mediation")
        case .concluded: Label("协议", "Agreement")
        case .performance: Label("履行", "Performance")
        case .returnVisit: Label("回访", "Return visit")
        case .archived: Label("归档", "Archive")
        }
    }

    /// Whether the step is done in a mediation.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: whether what the step leaves behind is there.
    public func isDone(in values: FieldValues) -> Bool {
        switch self {
        case .registered: return !values[Mediation.title.path].isEmpty
        case .consent:
            let parties = values.rows(of: Mediation.parties)
            return parties.count >= 2
                && parties.allSatisfy { values[MediationParty.consent, $0, of: Mediation.parties] == .agrees }
        case .accepted: return values[Mediation.accepted] != nil
        case .mediators: return values[Mediation.mediators]?.isEmpty == false
        case .investigation: return values[Mediation.investigated] != nil
        case .mediating: return Self.isConcluded(values)
        case .concluded: return Self.isConcluded(values)
        case .performance:
            return [.onTheSpot, .full, .notApplicable].contains(values[Mediation.performance])
        case .returnVisit: return !values.rows(of: Mediation.returnVisits).isEmpty
        case .archived: return values[Mediation.archived] != nil
        }
    }

    /// The step at which a mediation stands: the first that is not done.
    ///
    /// Looking into the matter and a return visit may be left out, so a later step that is done passes them.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: the step.
    public static func current(of values: FieldValues) -> MediationStage {
        let steps = steps(of: values)
        let last = steps.last { $0.isDone(in: values) }
        return steps.first { step in
            guard !step.isDone(in: values) else { return false }
            guard step == .investigation || step == .returnVisit, let last else { return true }
            return step > last
        } ?? .archived
    }

    /// The steps that a mediation has: without an agreement there is nothing to perform.
    ///
    /// - Parameter values: the mediation.
    /// - Returns: the steps in order.
    public static func steps(of values: FieldValues) -> [MediationStage] {
        let result = values[Mediation.result] ?? .inProgress
        return result == .inProgress || result.isSettled
            ? allCases : allCases.filter { $0 != .performance && $0 != .returnVisit }
    }

    /// Whether one stands before the other.
    public static func < (left: MediationStage, right: MediationStage) -> Bool { left.rawValue < right.rawValue }

    private static func isConcluded(_ values: FieldValues) -> Bool {
        (values[Mediation.result] ?? .inProgress) != .inProgress
    }
}
