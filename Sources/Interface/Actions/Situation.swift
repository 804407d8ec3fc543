public import Records

/// What is the case where the focus stands, as far as actions ask: a row is selected, something can be undone.
public struct Situation: Hashable, Sendable {
    /// Something an action may need.
    public struct Flag: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name.
        public let rawValue: String

        /// Takes a text.
        public init(stringLiteral value: String) { rawValue = value }

        /// A row is selected.
        public static let selection: Flag = "selection"
        /// Something can be undone.
        public static let canUndo: Flag = "can-undo"
        /// Something can be redone.
        public static let canRedo: Flag = "can-redo"
        /// Something was left open last time.
        public static let unfinished: Flag = "unfinished"
        /// A masked value stands on the screen.
        public static let hiddenValue: Flag = "hidden-value"
    }

    /// What is the case.
    public var flags: Set<Flag>
    /// Actions that are refused here, with the reason and the next step.
    public var refusals: [ActionID: Label]

    /// A situation.
    ///
    /// - Parameters:
    ///   - flags: what is the case.
    ///   - refusals: actions that are refused, with reasons.
    public init(_ flags: Set<Flag> = [], refusals: [ActionID: Label] = [:]) {
        self.flags = flags
        self.refusals = refusals
    }
}
