public import Records

/// A record that was found, and where in it.
public struct SearchHit: Hashable, Sendable {
    /// The record.
    public let record: Record
    /// The field, or the cell, in which the first word was found; `nil` when only several fields together have them all.
    public let path: FieldPath?
    /// What was found in that field, in bytes of its text's UTF-8, in order and without overlap; empty for a reference or a number.
    public let ranges: [Range<Int>]

    /// Makes a hit.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - path: the field in which the first word was found.
    ///   - ranges: what was found in that field, in bytes of UTF-8.
    public init(record: Record, path: FieldPath?, ranges: [Range<Int>]) {
        self.record = record
        self.path = path
        self.ranges = ranges
    }
}
