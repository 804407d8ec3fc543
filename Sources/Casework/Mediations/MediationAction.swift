public import Records

/// What can be done with a mediation, and why not; the numbered list of Ctrl-O.
public enum MediationAction: String, Sendable, CaseIterable {
    /// 受理.
    case accept
    /// 记一次调解.
    case addSession
    /// 达成协议.
    case settle
    /// 不成.
    case notSettled
    /// 移送.
    case transfer
    /// 终止，转公安机关处理.
    case toPolice
    /// 记回访.
    case returnVisit
    /// 申请司法确认.
    case confirm
    /// 归档.
    case archive

    /// What the officer reads.
    public var label: Label {
        switch self {
        case .accept: Label("受理", "Accept")
        case .addSession: Label("记一次调解", "Record a session")
        case .settle: Label("达成协议", "Agreement reached")
        case .notSettled: Label("不成", "Not settled")
        case .transfer: Label("移送", "Transfer")
        case .toPolice: Label("终止，转公安机关处理", "End it, hand to the police")
        case .returnVisit: Label("记回访", "Record a return visit")
        case .confirm: Label("申请司法确认", "Apply for confirmation")
        case .archive: Label("归档", "Archive")
        }
    }

    /// Why it cannot be done now.
    ///
    /// - Parameters:
    ///   - values: the mediation.
    ///   - today: the day.
    ///   - holidays: the days off.
    /// - Returns: the reason with the article and the next step; `nil` when it can be done.
    public func obstacle(in values: FieldValues, today: CalendarDay, holidays: HolidayTable) -> Problem? {
        let result = values[Mediation.result] ?? .inProgress
        let isAccepted = values[Mediation.accepted] != nil
        if values[Mediation.archived] != nil {
            return Self.obstacle("已归档，不能再改；确需改动请先撤销归档", "It is archived: take it out of the archive first")
        }
        switch self {
        case .accept:
            if isAccepted { return Self.obstacle("已受理", "It is accepted already") }
            return MediationRules.consentProblems(in: values).first
        case .addSession, .settle, .notSettled, .transfer, .toPolice:
            if result != .inProgress {
                return Self.obstacle("已有结果；要重新调解请先改结果", "It has a result: change the result first")
            }
            if !isAccepted, self == .addSession || self == .settle {
                return Self.obstacle("尚未受理，请先征询各方意愿并受理", "Not accepted yet: ask every party first", "人民调解法17")
            }
            if self == .settle { return MediationRules.consentProblems(in: values).first }
            return nil
        case .returnVisit:
            return result.isSettled ? nil : Self.obstacle("没有协议，无需回访", "There is no agreement to visit about")
        case .confirm:
            guard result == .written || result == .oral, let effective = values[Mediation.effective] else {
                return Self.obstacle("达成协议后才能申请司法确认", "Confirmation follows an agreement", "人民调解法33")
            }
            let deadline = DeadlineRule.judicialConfirmation.deadline(from: effective, holidays: holidays)
            return today <= deadline.due
                ? nil
                : Self.obstacle(
                    "已过 30 日（\(deadline.due)），可告知双方其他途径",
                    "30 days passed on \(deadline.due): tell the parties of other remedies",
                    "人民调解法33、民诉法205")
        case .archive:
            if result == .inProgress { return Self.obstacle("还没有结果，不能归档", "It has no result yet") }
            let missing = MediationFile.missing(in: values)
            return missing.isEmpty
                ? nil
                : Self.obstacle(
                    "还缺 " + missing.map { "\($0.code)\($0.label.zh)" }.joined(separator: "、") + "；确实没有的请加 18 卷宗情况说明",
                    "Missing: " + missing.map { "\($0.code) \($0.label.en)" }.joined(separator: ", ")
                        + "; what cannot be had needs form 18")
        }
    }

    private static func obstacle(_ zh: String, _ en: String, _ source: String? = nil) -> Problem {
        Problem(nil, .refusal, Label(zh, en), source: source)
    }
}
