import Records

/// Everything a transfer needs to know of the open store, so that another thread can do it.
public struct ExchangePlan: Sendable {
    let survey: PlaceSurvey
    /// What is here, by stream and writer.
    let catalogs: [Stream: [WriterID: [SegmentName]]]
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

    /// What is here; worked out by whoever copies, since ten years are 15,000 files.
    var here: Set<SegmentID> {
        var here: Set<SegmentID> = []
        for (stream, writers) in catalogs {
            for (writer, names) in writers {
                for name in names { here.insert(SegmentID(stream: stream, writer: writer, name: name)) }
            }
        }
        return here
    }
}
