import Records

/// Everything a transfer needs to know of the open store, so that another thread can do it.
public struct ExchangePlan: Sendable {
    let survey: PlaceSurvey
    /// What is here.
    let here: Set<SegmentID>
    /// What of it is known to be damaged.
    let damaged: Set<SegmentID>
    /// The keys of the streams that are open.
    let keys: [Stream: StreamKeys]
    /// What was erased in them.
    let redactors: [Stream: Redactor]
    /// What was found while it was made.
    let findings: ExchangeFindings
    /// Whether files that were found whole before are read again.
    let isThorough: Bool
}
