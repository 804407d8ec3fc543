/// What a record or a form shows: a value for each path, and the rows of each sub-table in order.
///
/// A draft is one of these too. Conditions and checks are worked out on it, so a form and a saved record are judged alike.
public struct FieldValues: Hashable, Sendable {
    private var values: [FieldPath: Value] = [:]
    private var places: [String: [RowID: Int]] = [:]

    /// Makes an empty one.
    public init() {}

    /// Makes an empty one with room for some values.
    ///
    /// - Parameter count: how many values are expected.
    public init(minimumCapacity count: Int) { values.reserveCapacity(count) }

    /// The value at a path; `null` when there is none.
    ///
    /// An empty value is kept as none.
    public subscript(path: FieldPath) -> Value {
        get { values[path] ?? .null }
        set { values[path] = newValue.isEmpty ? nil : newValue }
    }

    /// The value of a field at the top of the record, by its key.
    public subscript(key: String) -> Value {
        get { self[FieldPath(key)] }
        set { self[FieldPath(key)] = newValue }
    }

    /// The paths that have a value, in no order.
    public var paths: [FieldPath] { Array(values.keys) }

    /// The keys of the sub-tables that have rows, in no order.
    public var rowKeys: [String] { Array(places.keys) }

    /// Whether nothing was entered at all.
    public var isEmpty: Bool { values.isEmpty && places.isEmpty }

    /// The rows of a sub-table in order.
    ///
    /// - Parameter key: the key of the rows field.
    /// - Returns: the rows; rows that share a place stand in order of their identity.
    public func rows(of key: String) -> [RowID] {
        (places[key] ?? [:]).sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }

    /// A row's place in the order.
    ///
    /// - Parameters:
    ///   - row: which row.
    ///   - key: the key of the rows field.
    /// - Returns: its place; 0 when there is no such row.
    public func place(of row: RowID, in key: String) -> Int { places[key]?[row] ?? 0 }

    /// Adds a row, by default at the end.
    ///
    /// - Parameters:
    ///   - row: its identity.
    ///   - key: the key of the rows field.
    ///   - place: its place in the order.
    public mutating func addRow(_ row: RowID, to key: String, place: Int? = nil) {
        places[key, default: [:]][row] = place ?? (places[key]?.values.max() ?? 0) + 1
    }

    /// Takes a row out, with its cells.
    ///
    /// - Parameters:
    ///   - row: its identity.
    ///   - key: the key of the rows field.
    public mutating func removeRow(_ row: RowID, from key: String) {
        places[key]?[row] = nil
        if places[key]?.isEmpty == true { places[key] = nil }
        let prefix = "\(key)/\(row.rawValue)/"
        values = values.filter { !$0.key.rawValue.hasPrefix(prefix) }
    }
}
