import Casework
public import Records

/// Two records, or two rows of one, that look like the same thing entered twice on laptops that were apart.
public struct Twins: Hashable, Sendable, Identifiable {
    /// Two rows of a sub-table.
    public struct Rows: Hashable, Sendable {
        /// The key of the rows field.
        public let table: String
        /// The row that stays.
        public let first: RowID
        /// The row that goes when they are merged.
        public let second: RowID
    }

    /// Names them.
    public struct ID: Hashable, Sendable {
        let first: RecordID
        let second: RecordID
        let rows: Rows?
    }

    /// A field in which both have a value, and not the same.
    public struct Difference: Hashable, Sendable {
        /// Where it stands in the one that stays.
        public let path: FieldPath
        /// The field.
        public let field: FieldSpec
        /// The value in the one that stays.
        public let first: Value
        /// The value in the other one.
        public let second: Value
        /// Both in one, where that makes sense.
        public var both: Value? { Conflict.joined([first, second], in: field) }
    }

    /// Which value stands where both have one.
    public enum Choice: String, Sendable {
        /// That of the one that stays.
        case first
        /// That of the other.
        case second
        /// Both in one.
        case both
    }

    /// The record that stays: every laptop takes the same one, so that two that merge apart do not undo each other.
    public let first: Record
    /// The record that goes into it; the same one when it is about two rows.
    public let second: Record
    /// Their type.
    public let type: RecordType
    /// The rows; `nil` when it is about the records.
    public let rows: Rows?

    /// Names them.
    public var id: ID { ID(first: first.id, second: second.id, rows: rows) }

    /// Where both have a value and the values differ, in the order of the form.
    public var differences: [Difference] {
        fields.compactMap { field in
            let one = value(of: field, inSecond: false)
            let other = value(of: field, inSecond: true)
            guard !one.isEmpty, !other.isEmpty, one != other else { return nil }
            return Difference(path: path(of: field, inSecond: false), field: field, first: one, second: other)
        }
    }

    /// What is compared: the fields, or the cells of a row.
    public var fields: [FieldSpec] {
        guard let rows else {
            // The parts of an address go with the address.
            let left = Self.parts + [Household.apart.key]
            return type.fields.filter { $0.columns.isEmpty && !left.contains($0.key) }
        }
        return type.field(rows.table)?.columns ?? []
    }

    /// The value of one of the two.
    ///
    /// - Parameters:
    ///   - field: one of ``fields``.
    ///   - inSecond: which one.
    /// - Returns: the value.
    public func value(of field: FieldSpec, inSecond: Bool) -> Value {
        (inSecond ? second : first).values[path(of: field, inSecond: inSecond)]
    }

    /// What is taken where nobody says otherwise: long texts are joined, everything else stays.
    public var proposal: [FieldPath: Choice] {
        Dictionary(differences.map { ($0.path, $0.field.kind.isLongText ? .both : .first) }) { first, _ in first }
    }

    static let parts = [
        Household.estate.key, Household.building.key, Household.unit.key, Household.room.key,
    ]

    func path(of field: FieldSpec, inSecond: Bool) -> FieldPath {
        guard let rows else { return field.path }
        return FieldPath(rows.table, row: inSecond ? rows.second : rows.first, cell: field.key)
    }
}
