import Records

/// What a rebuild keeps in memory while the indexes do not exist, and the work that is under way.
struct BulkState {
    /// How many parts are worked on at most: enough that nobody waits, few enough that they fill no memory.
    static let mostParts = 8
    /// How many records' full text is written at a time: few large parts are merged less than many small ones.
    static let textsAtOnce = 30_000

    /// The numbers of the records.
    var records: [RecordID: Int64] = [:]
    /// The numbers of the changes.
    var changes: [ChangeID: Int64] = [:]
    /// Where work is done beside this thread.
    let helper: Helper
    /// Makes the full text.
    let fullText: FullTextBuilder
    /// Waits for the full text that is being written; one at a time is.
    var finishTexts: (() -> Void)?
    /// Parts whose tables are being worked out, the oldest first, each with what waits for it.
    var parts: [(part: PendingPart, finish: () -> Void)] = []
    /// What the records of those parts will be.
    var underWay: [RecordID: (record: Record, parts: Int)] = [:]
}
