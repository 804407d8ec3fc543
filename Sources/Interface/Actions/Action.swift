public import Records

/// Something the officer can do, declared once.
///
/// Its keys stand only in the key map file.
///
/// The hint line, the help, the command palette, the numbered menu and the manual page are generated from it.
public struct Action: Hashable, Sendable, Identifiable {
    /// Something that must be the case, and what to say when it is not.
    public struct Need: Hashable, Sendable {
        /// What must be the case.
        public let flag: Situation.Flag
        /// Why it cannot be done otherwise, and the next step.
        public let otherwise: Label

        /// A need.
        ///
        /// - Parameters:
        ///   - flag: what must be the case.
        ///   - otherwise: why it cannot be done otherwise, and the next step.
        public init(_ flag: Situation.Flag, otherwise: Label) {
            self.flag = flag
            self.otherwise = otherwise
        }
    }

    /// A short text for the hint line.
    public struct Hint: Hashable, Sendable {
        /// One word, if possible.
        public let text: Label
        /// Its place from the left; when the line is too short, the highest go first.
        public let rank: Int

        /// A hint.
        ///
        /// - Parameters:
        ///   - text: one word, if possible.
        ///   - rank: its place from the left.
        public init(_ text: Label, rank: Int) {
            self.text = text
            self.rank = rank
        }
    }

    /// Names it.
    public let id: ActionID
    /// What it is called in the palette and the menu.
    public let title: Label
    /// What it does, in a sentence.
    public let help: Label
    /// Where it means something.
    public let contexts: Set<KeyContext>
    /// What the hint line says; `nil` keeps it out of there.
    public let hint: Hint?
    /// What must be the case.
    public let needs: [Need]
    /// Whether the palette offers it; steps such as "one row down" are only keys.
    public let isListed: Bool
    /// Whether the numbered menu (Ctrl-O) offers it: what can be done with this matter.
    public let isInMenu: Bool
    /// Whether it works even over a question that waits for an answer: locking, redrawing.
    public let isUrgent: Bool

    /// Declares an action.
    ///
    /// - Parameters:
    ///   - id: names it.
    ///   - title: what it is called.
    ///   - help: what it does, in a sentence.
    ///   - contexts: where it means something.
    ///   - hint: what the hint line says.
    ///   - needs: what must be the case.
    ///   - isListed: whether the palette offers it.
    ///   - isInMenu: whether the numbered menu offers it.
    ///   - isUrgent: whether it works over a question that waits for an answer.
    public init(
        _ id: ActionID, _ title: Label, help: Label, in contexts: Set<KeyContext> = [.global], hint: Hint? = nil,
        needs: [Need] = [], isListed: Bool = true, isInMenu: Bool = false, isUrgent: Bool = false
    ) {
        self.id = id
        self.title = title
        self.help = help
        self.contexts = contexts
        self.hint = hint
        self.needs = needs
        self.isListed = isListed
        self.isInMenu = isInMenu
        self.isUrgent = isUrgent
    }

    /// Whether it can be taken.
    ///
    /// - Parameter situation: what is the case where the focus stands.
    /// - Returns: that it can, or why not.
    public func availability(in situation: Situation) -> Availability {
        if let refusal = situation.refusals[id] { return .refused(refusal) }
        for need in needs where !situation.flags.contains(need.flag) { return .refused(need.otherwise) }
        return .available
    }
}
