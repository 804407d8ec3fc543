/// Where in a record a value stands: `date`, `parties/<row>/name`, or a life mark.
///
/// A *life mark* says that a record (`@`) or a row (`parties/<row>`) exists: its value is the record type's id or the
/// row's place in the order, and `null` once it is deleted.
public struct FieldPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text as stored.
    public let rawValue: String

    /// Takes a stored path, or a field's key.
    ///
    /// - Parameter rawValue: the text.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The path of a cell in a sub-table.
    ///
    /// - Parameters:
    ///   - key: the key of the rows field.
    ///   - row: which row.
    ///   - cell: the key of the row's field.
    public init(_ key: String, row: RowID, cell: String) {
        rawValue = "\(key)/\(row.rawValue)/\(cell)"
    }

    /// The life mark of a row.
    ///
    /// - Parameters:
    ///   - key: the key of the rows field.
    ///   - row: which row.
    public init(_ key: String, row: RowID) {
        rawValue = "\(key)/\(row.rawValue)"
    }

    /// The life mark of the record itself.
    public static let life = FieldPath("@")

    /// The key of the field at the top of the record.
    public var key: String { String(rawValue.prefix { $0 != "/" }) }

    /// The row, when the path lies in a sub-table.
    public var row: RowID? {
        let parts = rawValue.split(separator: "/", maxSplits: 2)
        return parts.count >= 2 ? RowID(String(parts[1])) : nil
    }

    /// The key of the row's field, when the path names a cell.
    public var cell: String? {
        let parts = rawValue.split(separator: "/", maxSplits: 2)
        return parts.count == 3 ? String(parts[2]) : nil
    }

    /// Whether the path is the life mark of the record or of a row.
    public var isLife: Bool {
        self == .life || rawValue.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) } == 1
    }

    /// The text form.
    public var description: String { rawValue }

    /// Whether the first stands before the second.
    public static func < (left: FieldPath, right: FieldPath) -> Bool { left.rawValue < right.rawValue }
}
