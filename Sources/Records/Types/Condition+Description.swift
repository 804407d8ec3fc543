extension Condition: CustomStringConvertible {
    /// The condition as `beatbook fields` prints it: `outcome = 2`, `end >= start`.
    public var description: String {
        switch self {
        case .always: "always"
        case .isSet(let key): "\(key) is set"
        case .equals(let key, let value): "\(key) = \(Self.plain(value))"
        case .isOneOf(let key, let values): "\(key) in [\(values.map(Self.plain).joined(separator: ", "))]"
        case .atLeastRows(let key, let count): "\(key) has \(count) rows or more"
        case .notAfter(let first, let second): "\(first) <= \(second)"
        case .atLeast(let key, let least): "\(key) >= \(least)"
        case .atMostCharacters(let key, let most): "\(key) has at most \(most) characters"
        case .not(let condition): "not (\(condition))"
        case .allOf(let conditions): conditions.map { "(\($0))" }.joined(separator: " and ")
        case .anyOf(let conditions): conditions.map { "(\($0))" }.joined(separator: " or ")
        }
    }

    private static func plain(_ value: Value) -> String { value.text ?? JSONWriter.text(of: value) }
}
