import Interface
import Records

/// What the places of the panes are called in the help.
enum ContextNames {
    /// Every context that a pane declares; a test finds one that is missing.
    static let all: [KeyContext: Label] = [
        DoorActions.doors: Label("户的列表", "Lists of doors"),
        DoorActions.visits: Label("走访", "Visits"),
        DoorActions.sheet: Label("整楼登记", "Building sheet"),
        DoorActions.household: Label("一户", "A household"),
        FollowupActions.list: Label("法定协助", "Follow-ups"),
        FollowupActions.opened: Label("一项法定协助", "A follow-up"),
        MediationActions.list: Label("调解", "Mediations"),
        MediationActions.opened: Label("一件调解", "A mediation"),
        FindLayer.context: Label("查找", "Find"),
        AuditLayer.context: Label("操作日志", "Audit log"),
        SyncFeature.context: Label("同步", "Sync"),
        SyncFeature.typing: Label("同步的目录", "The directory to sync with"),
        DraftList.context: Label("草稿", "Drafts"),
        InboxFeature.opened: Label("一处冲突", "A conflict"),
        InboxFeature.twins: Label("可能登记了两次", "Perhaps entered twice"),
        InboxFeature.writing: Label("一处冲突，另写", "A conflict, writing another"),
    ]
}
