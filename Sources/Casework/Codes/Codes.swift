public import Records

extension FieldValue where Self: RawRepresentable, RawValue == String {
    /// Reads a code; one that this version does not know gives `nil`.
    public init?(stored: Value) {
        guard let text = stored.text else { return nil }
        self.init(rawValue: text)
    }

    /// The code as stored.
    public var stored: Value { .text(rawValue) }
}
