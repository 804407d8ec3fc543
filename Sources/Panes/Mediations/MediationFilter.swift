import Desk
import Interface

/// Which mediations the list shows.
enum MediationFilter: String, CaseIterable {
    /// 在办: no result yet.
    case inProgress
    /// 待履行、回访: an agreement that is not in the archive.
    case agreed
    /// 已结: every other result, and what is in the archive.
    case concluded
    /// 全部.
    case all

    /// What the officer reads.
    var label: Label {
        switch self {
        case .inProgress: Label("调解中", "In progress")
        case .agreed: Label("履行回访", "Agreed")
        case .concluded: Label("已结", "Concluded")
        case .all: Label("全部", "All")
        }
    }

    /// What the list says when it has no rows.
    var empty: Label {
        switch self {
        case .inProgress: Label("没有在调解的纠纷。Ctrl-N 新建。", "No dispute is being mediated. Ctrl-N makes one.")
        case .agreed: Label("没有等履行或回访的协议。", "No agreement waits for performance or a visit.")
        case .concluded: Label("没有已结的。", "None is concluded.")
        case .all: Label("还没有调解。Ctrl-N 新建。", "No mediation yet. Ctrl-N makes one.")
        }
    }

    /// The query of the list.
    var query: ListQuery {
        let result = Mediation.result.key
        let settled = MediationResult.settled.map(\.stored)
        let filters: [ListFilter] =
            switch self {
            case .inProgress: [.equals(result, MediationResult.inProgress.stored)]
            case .agreed: [.oneOf(result, settled), .isEmpty(Mediation.archived.key)]
            case .concluded:
                [
                    .condition(
                        .anyOf([
                            .isSet(Mediation.archived.key),
                            .not(.isOneOf(result, settled + [MediationResult.inProgress.stored])),
                        ]))
                ]
            case .all: []
            }
        return ListQuery(Mediation.type.id, where: filters)
    }

    /// Whether what it lists still has deadlines, so that the most urgent comes first.
    var isByUrgency: Bool { self == .inProgress || self == .agreed }

    /// The next filter, round and round.
    var next: MediationFilter {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}
