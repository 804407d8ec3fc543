extension FieldPath {
    /// The mark of a record whose use is limited: 限制处理.
    public static let limited = FieldPath("@limited")
}

extension Record {
    /// Why the use of the record is limited, with who said so and when; `nil` when it is not.
    ///
    /// Limiting is a change like any other: it merges, has a history and can be taken back.
    public var limit: (basis: String, version: Version)? {
        guard let version = registers[.limited]?.versions.first, let basis = version.value.text else { return nil }
        return (basis, version)
    }

    /// Whether the use of the record is limited: then no list, search or due list has it.
    public var isLimited: Bool { limit != nil }

    /// The op that limits the use of the record, or ends that.
    ///
    /// - Parameter basis: the reason, in words that name nobody; `nil` to end it.
    /// - Returns: the op.
    public func limiting(_ basis: String?) -> Op {
        Op(
            record: id, path: .limited, value: basis.map { .text($0) } ?? .null,
            pred: (registers[.limited]?.versions.map(\.change) ?? []).sorted())
    }
}
