public import Records

/// All actions of the program.
public struct ActionRegistry: Sendable {
    /// The actions in the order in which they were declared.
    public private(set) var actions: [Action]
    /// Names that were declared twice; the first declaration counts.
    ///
    /// A test keeps this empty.
    public private(set) var duplicates: [ActionID] = []
    /// What the contexts of the panes are called in the help.
    public private(set) var contextNames: [KeyContext: Label] = [:]
    private var positions: [ActionID: Int] = [:]

    /// Collects actions.
    ///
    /// - Parameter actions: what can be done; ``StandardActions/all`` first, then what the panes add.
    public init(_ actions: [Action] = StandardActions.all) {
        self.actions = []
        add(actions)
    }

    /// Adds actions.
    ///
    /// - Parameter added: what can be done besides.
    public mutating func add(_ added: [Action]) {
        for action in added {
            guard positions[action.id] == nil else {
                duplicates.append(action.id)
                continue
            }
            positions[action.id] = actions.count
            actions.append(action)
        }
    }

    /// Declares an action anew, such as a pane's place once it is known which pane stands there.
    ///
    /// - Parameter action: the action; one of the same name must be there.
    public mutating func replace(_ action: Action) {
        if let place = positions[action.id] { actions[place] = action }
    }

    /// Says what a pane's context is called in the help.
    ///
    /// - Parameters:
    ///   - context: the context.
    ///   - name: what it is called.
    public mutating func name(_ context: KeyContext, _ name: Label) { contextNames[context] = name }

    /// An action by its name.
    ///
    /// - Parameter id: the name.
    /// - Returns: the action; `nil` when there is none.
    public subscript(id: ActionID) -> Action? { positions[id].map { actions[$0] } }

    /// Every context in which an action means something.
    public var contexts: Set<KeyContext> { actions.reduce(into: [.global]) { $0.formUnion($1.contexts) } }

    /// The actions that mean something where the focus stands.
    ///
    /// - Parameter chain: the contexts from the inside out.
    /// - Returns: the actions, innermost context first, in the order of declaration.
    public func actions(in chain: [KeyContext]) -> [Action] {
        var seen: Set<ActionID> = []
        return chain.flatMap { context in
            actions.filter { $0.contexts.contains(context) && seen.insert($0.id).inserted }
        }
    }
}
