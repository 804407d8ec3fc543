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
    public var key: String {
        guard let end = rawValue.utf8.firstIndex(of: Self.slash) else { return rawValue }
        return String(rawValue[..<end])
    }

    /// The row, when the path lies in a sub-table.
    public var row: RowID? {
        // Most paths are fields at the top: they are told apart without taking the text to pieces.
        guard slashes > 0 else { return nil }
        let parts = rawValue.utf8.split(separator: Self.slash, maxSplits: 2)
        return parts.count >= 2 ? RowID(String(Substring(parts[1]))) : nil
    }

    /// The key of the row's field, when the path names a cell.
    public var cell: String? {
        guard slashes > 1 else { return nil }
        let parts = rawValue.utf8.split(separator: Self.slash, maxSplits: 2)
        return parts.count == 3 ? String(Substring(parts[2])) : nil
    }

    /// Whether the path is the life mark of the record or of a row.
    public var isLife: Bool { slashes == 1 || self == .life }

    /// How many slashes there are: none in a field, one in a row, two in a cell.
    var slashes: Int {
        var count = 0
        for byte in rawValue.utf8 where byte == Self.slash { count += 1 }
        return count
    }

    private static let slash = UInt8(ascii: "/")

    /// The text form.
    public var description: String { rawValue }

    /// Whether the first stands before the second.
    public static func < (left: FieldPath, right: FieldPath) -> Bool { left.rawValue < right.rawValue }
}
