/// One stored value, as JSON knows it.
public enum Value: Hashable, Sendable {
    /// Nothing; a field without a value.
    case null
    /// Yes or no.
    case bool(Bool)
    /// A whole number; money is whole 分.
    case number(Int)
    /// A number that is not whole, or too large: only a newer version writes one, and its digits are kept as they are.
    case decimal(String)
    /// Text, codes, days, moments and references.
    case text(String)
    /// Several values in order.
    case list([Value])
    /// Named values in the order in which they were written.
    case object([Member])

    /// One named value of an object.
    public struct Member: Hashable, Sendable {
        /// The name, unique within its object.
        public let name: String
        /// The value.
        public let value: Value

        /// Makes a member.
        ///
        /// - Parameters:
        ///   - name: the name.
        ///   - value: the value.
        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The text, when it is one.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The whole number, when it is one.
    public var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The yes or no, when it is one.
    public var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// The elements, when it is a list.
    public var list: [Value]? {
        if case .list(let list) = self { list } else { nil }
    }

    /// The members, when it is an object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The value of a member, when it is an object that has it.
    ///
    /// - Complexity: O(*n*) in the number of members.
    public subscript(name: String) -> Value? {
        members?.first { $0.name == name }?.value
    }

    /// Whether nothing was entered: null, an empty text, an empty list.
    public var isEmpty: Bool {
        switch self {
        case .null: true
        case .text(let text): text.isEmpty
        case .list(let list): list.isEmpty
        default: false
        }
    }
}
