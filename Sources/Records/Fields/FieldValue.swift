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
    /// The value as stored.
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self = text
    }

    /// The value as stored.
    public var stored: Value { .text(self) }
}

extension Int: FieldValue {
    /// The value as stored.
    public init?(stored: Value) {
        guard let number = stored.number else { return nil }
        self = number
    }

    /// The value as stored.
    public var stored: Value { .number(self) }
}

extension Bool: FieldValue {
    /// The value as stored.
    public init?(stored: Value) {
        guard let bool = stored.bool else { return nil }
        self = bool
    }

    /// The value as stored.
    public var stored: Value { .bool(self) }
}

extension CalendarDay: FieldValue {
    /// The value as stored.
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(text)
    }

    /// The text form.
    public var stored: Value { .text(description) }
}

extension TimeOfDay: FieldValue {
    /// The value as stored.
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(text)
    }

    /// The text form.
    public var stored: Value { .text(description) }
}

extension RecordID: FieldValue {
    /// The value as stored.
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(text)
    }

    /// The value as stored.
    public var stored: Value { .text(rawValue) }
}

extension Array: FieldValue where Element: FieldValue {
    /// The value as stored.
    public init?(stored: Value) {
        guard let list = stored.list else { return nil }
        self = list.compactMap { Element(stored: $0) }
    }

    /// The value as stored.
    public var stored: Value { .list(map(\.stored)) }
}
