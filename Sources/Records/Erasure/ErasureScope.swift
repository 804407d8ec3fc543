/// What an erasure takes away for good: a whole record, or one row of one of its sub-tables.
///
/// It covers whatever is written there by anyone, before or after, known or still to come: what an old stick brings later is
/// gone as well (STORE.md, I4 and I6).
public struct ErasureScope: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The record.
    public let record: RecordID
    /// The life mark of the row; `nil` when the whole record goes.
    public let row: FieldPath?

    /// Names what goes.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - row: the life mark of a row, `parties/<row>`; `nil` for the whole record.
    public init(_ record: RecordID, row: FieldPath? = nil) {
        self.record = record
        self.row = row
    }

    /// Reads the text form.
    ///
    /// - Parameter text: an identity, or an identity, a slash and the life mark of a row.
    public init(_ text: String) {
        let end = text.firstIndex(of: "/")
        record = RecordID(String(text[..<(end ?? text.endIndex)]))
        row = end.map { FieldPath(String(text[text.index(after: $0)...])) }
    }

    /// Reads the path of an op.
    ///
    /// - Parameters:
    ///   - record: the op's record.
    ///   - path: the op's path; any but an erasure's gives `nil`.
    public init?(_ record: RecordID, markedBy path: FieldPath) {
        guard path.isErasure else { return nil }
        self.record = record
        let rest = path.rawValue.dropFirst(FieldPath.erased.rawValue.utf8.count + 1)
        row = rest.isEmpty ? nil : FieldPath(String(rest))
    }

    /// The path of the op that says so: `@erased`, or `@erased/parties/<row>`.
    public var path: FieldPath {
        row.map { FieldPath("\(FieldPath.erased.rawValue)/\($0.rawValue)") } ?? .erased
    }

    /// Whether a value at a path goes.
    ///
    /// - Parameter path: a path of the record.
    /// - Returns: whether it goes; the erasure itself never does.
    public func covers(_ path: FieldPath) -> Bool {
        if path.outlivesErasure { return false }
        guard let row else { return true }
        return path == row || path.rawValue.hasPrefix(row.rawValue + "/")
    }

    /// The text form.
    public var description: String { row.map { "\(record.rawValue)/\($0.rawValue)" } ?? record.rawValue }

    /// The order of the texts.
    public static func < (left: ErasureScope, right: ErasureScope) -> Bool { left.description < right.description }
}
