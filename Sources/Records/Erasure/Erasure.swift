/// That something was erased: all that is left of it.
public struct Erasure: Hashable, Sendable {
    /// What went.
    public let scope: ErasureScope
    /// What kind of record it was.
    public let type: TypeID?
    /// The reason, in words that name nobody.
    public let basis: String
    /// The numbers that it bore: papers may bear them, so no laptop gives them a second time.
    public let numbers: [String]

    /// Describes an erasure.
    ///
    /// - Parameters:
    ///   - scope: what goes.
    ///   - type: what kind of record it was.
    ///   - basis: the reason, in words that name nobody.
    ///   - numbers: the numbers that it bore.
    public init(_ scope: ErasureScope, type: TypeID?, basis: String, numbers: [String] = []) {
        self.scope = scope
        self.type = type
        self.basis = basis
        self.numbers = numbers
    }

    /// Reads an op; any but an erasure's gives `nil`.
    ///
    /// - Parameter op: the op.
    public init?(_ op: Op) { self.init(at: op.path, of: op.record, value: op.value) }

    /// Reads a value at an erasure's path.
    init?(at path: FieldPath, of record: RecordID, value: Value) {
        guard let scope = ErasureScope(record, markedBy: path) else { return nil }
        self.scope = scope
        type = value["type"]?.text.map { TypeID($0) }
        basis = value["basis"]?.text ?? ""
        numbers = value["numbers"]?.list?.compactMap(\.text) ?? []
    }

    /// The op that erases: it replaces nothing, so that two erasures of the same thing are both kept.
    public var op: Op {
        var members: [Value.Member] = [.init("basis", .text(basis))]
        if let type { members.append(.init("type", .text(type.rawValue))) }
        if !numbers.isEmpty { members.append(.init("numbers", .list(numbers.map { .text($0) }))) }
        return Op(record: scope.record, path: scope.path, value: .object(members))
    }
}
