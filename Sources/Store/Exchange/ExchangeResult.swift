/// What a transfer did, for the report and for the store.
public struct ExchangeResult: Sendable {
    /// What to tell the officer.
    public let report: ExchangeReport
    /// Own segments that turned out to be damaged, or still are.
    let damaged: Set<SegmentID>
    let home: String

    /// Copies segments both ways; any thread may do it.
    ///
    /// - Parameters:
    ///   - plan: what is here and there.
    ///   - isCancelled: asked before every file; `true` ends it. Doing it again goes on where it was.
    ///   - progress: told after every file.
    ///   - deliver: takes each segment that came; `false` ends it. Its changes must be applied before the store adopts it.
    /// - Returns: what it did, for ``Store/finish(_:)``.
    public static func transfer(
        _ plan: ExchangePlan, isCancelled: @escaping () -> Bool, progress: @escaping (ExchangeProgress) -> Void,
        deliver: @escaping (ExchangeArrival) -> Bool
    ) -> ExchangeResult {
        var transfer = Transfer(plan, isCancelled: isCancelled, progress: progress, deliver: deliver)
        transfer.run()
        return ExchangeResult(
            report: transfer.report, damaged: transfer.damaged, home: plan.survey.source.place.root)
    }
}
