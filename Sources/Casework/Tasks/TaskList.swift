public import Records

/// What is due on a day, in the groups of the Today screen.
public struct TaskList: Hashable, Sendable {
    /// 等答复.
    public let waiting: [DueItem]
    /// 今天, without follow-ups.
    public let today: [DueItem]
    /// 目标.
    public let goals: [DueItem]
    /// Follow-ups that are due; the Today screen shows their number only, until somebody who may opens them.
    public let followups: [DueItem]

    /// How many items wait or are for today, goals apart; what the pane's title counts.
    public var count: Int { waiting.count + today.count + followups.count }

    /// The one line that stands for all follow-ups: 法定协助 待办 2 项.
    public var followupLine: Label? {
        followups.isEmpty
            ? nil
            : Label("法定协助 待办 \(followups.count) 项", "Statutory follow-ups to do: \(followups.count)")
    }

    /// The one line that stands for all households nobody was met at yet: 本月未走访 4 户.
    ///
    /// - Parameter count: how many there are.
    /// - Returns: the line; `nil` for none.
    public static func unvisitedLine(_ count: Int) -> Label? {
        count > 0 ? Label("本月未走访 \(count) 户", "Not visited this month: \(count)") : nil
    }
}
