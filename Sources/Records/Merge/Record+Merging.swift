extension FieldPath {
    /// Where a record that was merged into another one says into which.
    static let merged = FieldPath("@merged")
}

extension Record {
    /// The record that this one was merged into; `nil` unless it was, and is deleted since.
    public var mergedInto: RecordID? {
        guard isDeleted, !isErased else { return nil }
        return value(at: .merged).text.map { RecordID($0) }
    }

    /// The ops that delete the record since another one stands for it.
    ///
    /// What somebody writes about it elsewhere, without knowing that, finds the way by them.
    ///
    /// - Parameter other: the record that stands for both.
    /// - Returns: the ops of one change.
    public func merging(into other: RecordID) -> [Op] {
        [deletion(), Op(record: id, path: .merged, value: .text(other.rawValue), pred: heads(at: .merged))]
    }
}
