import Records
import Terminal

extension KeyMap {
    /// Reads key map files, each over the ones before.
    ///
    /// - Parameters:
    ///   - files: the shipped file first, the officer's own last.
    ///   - actions: what there is to bind.
    /// - Returns: the map, and what was wrong; a wrong line is left out and does not stop the start.
    public static func read(
        _ files: [KeyMapFile] = [.shipped], for actions: ActionRegistry
    ) -> (map: KeyMap, problems: [KeyMapProblem]) {
        var map = KeyMap()
        var problems: [KeyMapProblem] = []
        let contexts = actions.contexts
        for file in files {
            var lines: [Place: Int] = [:]
            for (offset, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let number = offset + 1
                do throws(Fault) {
                    guard let order = try order(line, actions: actions, contexts: contexts) else { continue }
                    let place = Place(context: order.context, key: order.key.folded)
                    if let first = lines[place] { throw Fault(twice: order.key, order.context, first: first) }
                    lines[place] = number
                    if let action = order.action {
                        map.bind(order.key, in: order.context, to: action)
                    } else {
                        map.unbind(order.key, in: order.context)
                    }
                } catch {
                    problems.append(KeyMapProblem(file: file.name, line: number, message: error.message))
                }
            }
        }
        let name = files.last?.name ?? ""
        problems += map.unreachable(actions).map { KeyMapProblem(file: name, line: nil, message: $0) }
        return (map, problems)
    }

    /// One line of a file.
    private struct Order {
        let context: KeyContext
        let key: Key
        let action: ActionID?
    }

    private struct Place: Hashable {
        let context: KeyContext
        let key: Key
    }

    private static func order(
        _ line: Substring, actions: ActionRegistry, contexts: Set<KeyContext>
    ) throws(Fault) -> Order? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let verb = words.first, !verb.hasPrefix("#") else { return nil }
        let wanted = verb == "bind" ? 4 : 3
        guard verb == "bind" || verb == "unbind" else { throw Fault(verb: verb) }
        guard words.count == wanted || words.count > wanted && words[wanted].hasPrefix("#") else {
            throw Fault(form: verb)
        }
        let context = KeyContext(String(words[1]))
        guard contexts.contains(context) else { throw Fault(context: words[1], known: contexts) }
        guard let key = Key(name: String(words[2])) else { throw Fault(key: words[2]) }
        if let fault = Fault(unsendable: key) { throw fault }
        if context.takesText, key.text != nil { throw Fault(text: key, context) }
        guard verb == "bind" else { return Order(context: context, key: key, action: nil) }
        let id = ActionID(String(words[3]))
        guard let action = actions[id] else { throw Fault(action: words[3]) }
        guard action.contexts.contains(context) || context == .global || action.contexts.contains(.global) else {
            throw Fault(action: id, notIn: context, but: action.contexts)
        }
        return Order(context: context, key: key, action: id)
    }

    /// Says which actions cannot be reached while a Chinese input method is on.
    private func unreachable(_ actions: ActionRegistry) -> [Label] {
        func hasPlainWay(_ id: ActionID) -> Bool {
            bindings.contains { $0.action == id && !$0.key.isLetterOrMark && !$0.key.isFunction }
        }
        let palette = hasPlainWay(StandardActions.commands)
        return actions.actions.compactMap { action in
            guard !hasPlainWay(action.id), !(action.isListed && palette) else { return nil }
            return Label(
                "「\(action.title.zh)」（\(action.id)）没有字母和 F 键以外的键，打开中文输入法时按不到。请再绑定一个 Ctrl 键。",
                "“\(action.title.en)” (\(action.id)) has no key besides letters and F-keys and cannot be reached while"
                    + " an input method is on. Bind a Ctrl key too.")
        }
    }
}

extension Key {
    /// Whether a Chinese input method keeps the key to itself: a letter or a mark, but not a digit.
    var isLetterOrMark: Bool {
        guard let text else { return false }
        return !("0"..."9").contains(text) && text != " "
    }

    /// Whether it is an F-key, which laptops and desktop terminals may keep to themselves.
    var isFunction: Bool {
        if case .function = code { true } else { false }
    }
}
