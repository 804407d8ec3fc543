extension Condition {
    /// The condition in words, for whoever reads what a field asks for; ``description`` is what programs read.
    public var label: Label {
        switch self {
        case .always: return Label("总是", description)
        case .isSet(let key): return Label("\(key) 已填", description)
        case .not(.isSet(let key)): return Label("\(key) 未填", "\(key) is empty")
        case .isOneOf(let key, let values):
            let codes = values.map { $0.text ?? "\($0)" }
            return Label("\(key) 是 \(codes.joined(separator: "、")) 之一", description)
        case .equals(let key, .bool(let yes)): return Label("\(key) 选 \(yes ? "是" : "否")", description)
        case .atLeastRows(let key, let count): return Label("\(key) 至少 \(count) 行", description)
        case .atMostCharacters(let key, let most): return Label("\(key) 不超过 \(most) 字", description)
        case .not(let condition): return Label("不是（\(condition.label.zh)）", "not (\(condition.label.en))")
        case .allOf(let conditions):
            return Label(
                conditions.map(\.label.zh).joined(separator: " 且 "),
                conditions.map(\.label.en).joined(separator: " and "))
        case .anyOf(let conditions):
            return Label(
                conditions.map(\.label.zh).joined(separator: " 或 "),
                conditions.map(\.label.en).joined(separator: " or "))
        case .equals, .notAfter, .atLeast: return Label(description, description)
        }
    }
}
