public import Records

/// What was found and done when the notebook was opened: plain sentences for the officer, none when all was well.
public struct OpeningReport: Hashable, Sendable {
    /// What the officer should know, the most important first.
    public let notices: [Label]
    /// Whether the index had to be made again from the log.
    public let wasRebuilt: Bool

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - notices: what the officer should know.
    ///   - wasRebuilt: whether the index had to be made again.
    public init(notices: [Label], wasRebuilt: Bool) {
        self.notices = notices
        self.wasRebuilt = wasRebuilt
    }
}
