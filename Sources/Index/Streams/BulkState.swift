import Records

/// What a rebuild keeps in memory while the indexes do not exist.
struct BulkState {
    /// The numbers of the records.
    var records: [RecordID: Int64] = [:]
    /// The numbers of the changes.
    var changes: [ChangeID: Int64] = [:]
}
