import Records
import Terminal

extension KeyMap {
    /// Why a line of a key map file does not count.
    struct Fault: Error {
        let message: Label

        private init(_ zh: String, _ en: String) { message = Label(zh, en) }

        init(verb: Substring) {
            self.init(
                "「\(verb)」不认识，行首只能是 bind 或 unbind。",
                "“\(verb)” is not known; a line begins with bind or unbind.")
        }

        init(form verb: Substring) {
            let form = verb == "bind" ? "bind <context> <key> <action>" : "unbind <context> <key>"
            self.init("写法应为：\(form)", "The form is: \(form)")
        }

        init(context: Substring, known: Set<KeyContext>) {
            let list = known.sorted().map(\.rawValue).joined(separator: " ")
            self.init(
                "没有「\(context)」这个场合，可用：\(list)", "There is no context “\(context)”; there are: \(list)")
        }

        init(key: Substring) {
            self.init(
                "没有「\(key)」这个键，写法如 Ctrl-S、F2、PgUp、Space、?",
                "There is no key “\(key)”; write Ctrl-S, F2, PgUp, Space, ?")
        }

        init(action: Substring) {
            self.init(
                "没有「\(action)」这个命令，命令名见说明（Ctrl-G）。",
                "There is no action “\(action)”; the help (Ctrl-G) lists their names.")
        }

        init(action: ActionID, notIn context: KeyContext, but contexts: Set<KeyContext>) {
            let list = contexts.sorted().map(\.rawValue).joined(separator: " ")
            self.init(
                "命令 \(action) 在 \(context) 里不起作用，只用于：\(list)",
                "The action \(action) does nothing in \(context); it belongs to: \(list)")
        }

        init(twice key: Key, _ context: KeyContext, first: Int) {
            self.init(
                "\(key.name) 在 \(context) 里已由第 \(first) 行绑定，本行不算。",
                "\(key.name) is already bound in \(context) by line \(first); this line does not count.")
        }

        init(text key: Key, _ context: KeyContext) {
            self.init(
                "\(key.name) 在 \(context) 里用来输入文字，不能当命令键。",
                "\(key.name) is text in \(context) and cannot be a key there.")
        }

        /// A key that no terminal sends, or that arrives as another one (ASCII control codes).
        init?(unsendable key: Key) {
            guard key.modifiers.contains(.control), case .character(let character) = key.code else { return nil }
            let same: [Character: Key] = ["i": .tab, "m": .enter, "j": .enter, "h": .backspace, "[": .escape]
            if let other = same[character] {
                self.init(
                    "终端分不出 \(key.name) 和 \(other.name)，请换一个键。",
                    "Terminals cannot tell \(key.name) from \(other.name); choose another key.")
            } else if !(character.isASCII && character.isLetter), !"\\]^_ ".contains(character) {
                self.init(
                    "终端不发送 \(key.name)，请换一个键。", "Terminals do not send \(key.name); choose another key.")
            } else {
                return nil
            }
        }
    }
}
