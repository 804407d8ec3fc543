public import Records
import Terminal

/// Lists of keys made from the actions and the key map: for the help and for the manual.
public enum KeyPage {
    /// The keys of one context.
    struct Section {
        let title: Label
        let rows: [Row]
    }

    /// An action with its keys.
    struct Row {
        let action: Action
        let keys: [Key]
        var keyText: String { keys.prefix(3).map(\.name).joined(separator: " ") }
    }

    /// The names of the contexts declared in this room; a pane's context is called by its own name.
    static let names: [KeyContext: Label] = [
        .global: Texts.everywhere,
        .list: Label("列表", "Lists"),
        .detail: Label("阅读", "Reading"),
        .form: Label("表单", "Forms"),
        .field: Label("输入框", "Fields"),
        .editor: Label("多行文字", "Longer texts"),
        .choice: Label("选项", "Choices"),
        .rows: Label("表格行", "Rows of a table"),
        .dialog: Label("对话框", "Dialogs"),
        .prompt: Label("填一行的对话框", "Dialogs with a line to fill in"),
    ]

    private static func name(of context: KeyContext, _ actions: ActionRegistry) -> Label {
        actions.contextNames[context] ?? names[context] ?? Label(context.rawValue, context.rawValue)
    }

    /// The actions that have keys where the focus stands; the palette has the others.
    static func sections(
        in chain: [KeyContext], whileTyping: Bool, actions: ActionRegistry, keys: KeyMap
    ) -> [Section] {
        var seen: Set<ActionID> = []
        return chain.map { context in
            let rows = actions.actions.compactMap { action -> Row? in
                guard action.contexts.contains(context), !seen.contains(action.id) else { return nil }
                let found = keys.keys(for: action.id, in: chain, whileTyping: whileTyping)
                guard !found.isEmpty else { return nil }
                // An action that is bound further out belongs to the section of that binding.
                let isHere = keys.bindings.contains { $0.action == action.id && $0.context == context }
                guard isHere || context == chain.last else { return nil }
                seen.insert(action.id)
                return Row(action: action, keys: found)
            }
            return Section(title: name(of: context, actions), rows: rows)
        }.filter { !$0.rows.isEmpty }
    }

    /// The manual page of all keys.
    ///
    /// - Parameters:
    ///   - actions: all actions.
    ///   - keys: which key does what.
    ///   - language: the language of the page.
    /// - Returns: Markdown: a table for each context.
    public static func markdown(actions: ActionRegistry, keys: KeyMap, language: Language) -> String {
        var page = "# \(Texts.manualTitle[language])\n"
        for context in actions.contexts.sorted(by: order) {
            let rows = actions.actions.filter { $0.contexts.contains(context) }.compactMap { action -> String? in
                let names = keys.bindings.filter { $0.context == context && $0.action == action.id }
                    .map { "`\($0.key.name)`" }
                guard !names.isEmpty || action.isListed && context == .global else { return nil }
                let text = names.isEmpty ? Texts.inPalette[language] : names.joined(separator: " ")
                return "| \(text) | \(action.title[language]) (`\(action.id)`) | \(action.help[language]) |"
            }
            guard !rows.isEmpty else { continue }
            page += "\n## \(name(of: context, actions)[language]) (`\(context)`)\n\n"
            page +=
                "| \(Texts.manualKeys[language]) | \(Texts.manualAction[language]) | \(Texts.manualHelp[language]) |\n"
            page += "|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
        }
        return page
    }

    private static func order(_ left: KeyContext, _ right: KeyContext) -> Bool {
        let ranks: [KeyContext] = [.global, .list, .detail, .form, .field, .editor, .choice, .rows, .dialog, .prompt]
        let first = ranks.firstIndex(of: left) ?? ranks.count
        let second = ranks.firstIndex(of: right) ?? ranks.count
        return first == second ? left < right : first < second
    }
}
