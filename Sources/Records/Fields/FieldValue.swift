/// A Swift type that a field can hold.
public protocol FieldValue: Sendable {
    /// Reads a stored value.
    ///
    /// - Parameter stored: the stored value; one of another kind gives `nil`.
    init?(stored: Value)

    /// The value as stored.
    var stored: Value { get }
}

extension String: FieldValue {
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self = text
    }

    public var stored: Value { .text(self) }
}

extension Int: FieldValue {
    public init?(stored: Value) {
        guard let number = stored.number else { return nil }
        self = number
    }

    public var stored: Value { .number(self) }
}

extension Bool: FieldValue {
    public init?(stored: Value) {
        guard let bool = stored.bool else { return nil }
        self = bool
    }

    public var stored: Value { .bool(self) }
}

extension CalendarDay: FieldValue {
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(text)
    }

    public var stored: Value { .text(description) }
}

extension TimeOfDay: FieldValue {
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(text)
    }

    public var stored: Value { .text(description) }
}

extension RecordID: FieldValue {
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(text)
    }

    public var stored: Value { .text(rawValue) }
}

extension Array: FieldValue where Element: FieldValue {
    public init?(stored: Value) {
        guard let list = stored.list else { return nil }
        self = list.compactMap { Element(stored: $0) }
    }

    public var stored: Value { .list(map(\.stored)) }
}
