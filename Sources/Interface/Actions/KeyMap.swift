public import Terminal

/// Which key does what, and where.
public struct KeyMap: Sendable {
    /// One line of a key map file.
    public struct Binding: Hashable, Sendable {
        /// Where the key means something.
        public let context: KeyContext
        /// The key.
        public let key: Key
        /// What it does.
        public let action: ActionID
    }

    /// The bindings in the order of the files; the first key of an action is the one that hints show.
    public private(set) var bindings: [Binding] = []
    private var table: [KeyContext: [Key: ActionID]] = [:]

    /// An empty map.
    public init() {}

    /// Binds a key; what it did before in that context is gone.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - context: where.
    ///   - action: what it does.
    public mutating func bind(_ key: Key, in context: KeyContext, to action: ActionID) {
        unbind(key, in: context)
        bindings.append(Binding(context: context, key: key.folded, action: action))
        table[context, default: [:]][key.folded] = action
    }

    /// Takes a key's meaning away.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - context: where.
    public mutating func unbind(_ key: Key, in context: KeyContext) {
        guard table[context]?.removeValue(forKey: key.folded) != nil else { return }
        bindings.removeAll { $0.context == context && $0.key == key.folded }
    }

    /// What a key does where the focus stands.
    ///
    /// - Parameters:
    ///   - key: the key; full-width characters count as their ASCII key.
    ///   - chain: the contexts from the inside out.
    /// - Returns: the action of the innermost context that knows the key; `nil` when none does.
    public func action(for key: Key, in chain: [KeyContext]) -> ActionID? {
        let folded = key.folded
        for context in chain {
            if let action = table[context]?[folded] { return action }
        }
        return nil
    }

    /// The keys that lead to an action where the focus stands.
    ///
    /// - Parameters:
    ///   - action: the action.
    ///   - chain: the contexts from the inside out.
    ///   - whileTyping: whether plain characters are text there and so lead nowhere.
    /// - Returns: the keys in the order of the files, without those that mean something else further inside.
    public func keys(for action: ActionID, in chain: [KeyContext], whileTyping: Bool = false) -> [Key] {
        var keys: [Key] = []
        for binding in bindings where binding.action == action && chain.contains(binding.context) {
            guard !(whileTyping && binding.key.text != nil), self.action(for: binding.key, in: chain) == action,
                !keys.contains(binding.key)
            else { continue }
            keys.append(binding.key)
        }
        return keys
    }
}
