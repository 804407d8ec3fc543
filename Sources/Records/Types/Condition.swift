/// A condition on the values of a record.
///
/// It is data, so that `beatbook fields` can print it and a file can declare it.
///
/// Within a row of a sub-table the keys name the row's cells first and the record's fields second.
public indirect enum Condition: Hashable, Sendable {
    /// Holds always.
    case always
    /// The field has a value.
    case isSet(String)
    /// The field has this value.
    case equals(String, Value)
    /// The field has one of these values.
    case isOneOf(String, [Value])
    /// The sub-table has at least so many rows.
    case atLeastRows(String, Int)
    /// Both fields are days, or both are times, and the first does not come after the second. Holds while one of them is empty.
    case notAfter(String, String)
    /// The field is empty, or a number of at least so much.
    case atLeast(String, Int)
    /// The field is empty, or has at most so many characters.
    case atMostCharacters(String, Int)
    /// It does not hold.
    case not(Condition)
    /// All hold.
    case allOf([Condition])
    /// One holds.
    case anyOf([Condition])

    /// Whether it holds.
    ///
    /// - Parameters:
    ///   - values: the values of the record.
    ///   - row: the sub-table and row it is asked in, if in one.
    /// - Returns: whether it holds.
    public func holds(in values: FieldValues, row: (key: String, id: RowID)? = nil) -> Bool {
        func value(_ key: String) -> Value {
            if let row {
                let cell = values[FieldPath(row.key, row: row.id, cell: key)]
                if cell != .null { return cell }
            }
            return values[key]
        }
        switch self {
        case .always: return true
        case .isSet(let key): return !value(key).isEmpty || !values.rows(of: key).isEmpty
        case .equals(let key, let wanted): return value(key) == wanted
        case .isOneOf(let key, let wanted): return wanted.contains(value(key))
        case .atLeastRows(let key, let count): return values.rows(of: key).count >= count
        case .notAfter(let first, let second):
            // Days and times are stored so that text order is their order.
            guard let first = value(first).text, let second = value(second).text else { return true }
            return first <= second
        case .atLeast(let key, let least): return value(key).number.map { $0 >= least } ?? true
        case .atMostCharacters(let key, let most): return (value(key).text?.count ?? 0) <= most
        case .not(let condition): return !condition.holds(in: values, row: row)
        case .allOf(let conditions): return conditions.allSatisfy { $0.holds(in: values, row: row) }
        case .anyOf(let conditions): return conditions.contains { $0.holds(in: values, row: row) }
        }
    }

    /// The fields that it asks about.
    public var keys: Set<String> {
        switch self {
        case .always: []
        case .isSet(let key), .equals(let key, _), .isOneOf(let key, _), .atLeastRows(let key, _),
            .atLeast(let key, _), .atMostCharacters(let key, _):
            [key]
        case .notAfter(let first, let second): [first, second]
        case .not(let condition): condition.keys
        case .allOf(let conditions), .anyOf(let conditions): conditions.reduce(into: []) { $0.formUnion($1.keys) }
        }
    }
}
