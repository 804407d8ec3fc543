/// The parts of the notebook, in the order of their panes.
public enum Features {
    /// Every part of this version.
    ///
    /// A new one is added here and nowhere else.
    public static let all: [Feature] = [
        NotebookCommands.feature,
        TodayPane.feature,
        VisitsPane.feature,
        FollowupsFeature.feature,
        MediationsFeature.feature,
        SyncFeature.feature,
        FindFeature.feature,
        HistoryFeature.feature,
        ErasureFeature.feature,
        InboxFeature.feature,
        AuditFeature.feature,
        HandoverFeature.feature,
        PassphraseScreen.feature,
    ]
}
