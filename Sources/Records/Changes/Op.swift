/// One step of a change: sets one field path, or marks a record or a row as living or deleted.
public struct Op: Hashable, Sendable {
    /// The record it belongs to.
    public let record: RecordID
    /// The path it sets; a life mark creates, deletes or restores.
    public let path: FieldPath
    /// The value; `null` empties a field, or deletes at a life mark.
    public let value: Value
    /// The changes whose values the writer saw here.
    ///
    /// At a deleting life mark: every change the writer saw current anywhere in the record or row, so that an edit
    /// made elsewhere at the same time is noticed.
    public let pred: [ChangeID]

    /// Makes an op.
    ///
    /// - Parameters:
    ///   - record: the record it belongs to.
    ///   - path: the path it sets.
    ///   - value: the value.
    ///   - pred: the changes whose values the writer saw at the path.
    public init(record: RecordID, path: FieldPath, value: Value, pred: [ChangeID] = []) {
        self.record = record
        self.path = path
        self.value = value
        self.pred = pred
    }
}
