extension Value {
    /// What an op shows in place of a value that was erased on record: an object that no field ever holds.
    public static let erased = Value.object([Member("@gone", .text("erased"))])

    /// What an op shows in place of a value whose bytes are damaged here; another laptop may still have them.
    public static let unreadable = Value.object([Member("@gone", .text("unreadable"))])

    /// Whether the value is not there any more: ``erased`` or ``unreadable``.
    public var isGone: Bool {
        // Asked for every value that is shown, so the common cases are answered without comparing objects.
        if case .object = self { self == .erased || self == .unreadable } else { false }
    }
}
