import Interface
import Records
import Terminal
import Testing

@Suite struct KeyMapTests {
    let actions = ActionRegistry()

    func read(_ own: String) -> (map: KeyMap, problems: [KeyMapProblem]) {
        KeyMap.read([.shipped, KeyMapFile(name: "own.conf", text: own)], for: actions)
    }

    @Test("The shipped key map has no problem, and no action is declared twice")
    func shipped() {
        let (map, problems) = KeyMap.read(for: actions)
        #expect(problems.isEmpty, "\(problems.map(\.label.zh))")
        #expect(actions.duplicates.isEmpty)
        #expect(map.bindings.count > 80)
    }

    @Test("Every action is reached without a letter and without an F-key")
    func everyActionWithoutLetters() {
        let map = KeyMap.read(for: actions).map
        func plain(_ key: Key) -> Bool {
            if case .function = key.code { return false }
            guard let text = key.text else { return true }
            return ("0"..."9").contains(text) || text == " "
        }
        let palette = map.bindings.contains { $0.action == StandardActions.commands && plain($0.key) }
        #expect(palette)
        for action in actions.actions {
            let direct = map.bindings.contains { $0.action == action.id && plain($0.key) }
            #expect(direct || action.isListed, "\(action.id)")
        }
    }

    @Test("The standard keys of the screens are bound")
    func standardKeys() {
        let map = KeyMap.read(for: actions).map
        let expected: [(String, [KeyContext], ActionID)] = [
            ("Enter", [.list, .global], "open"), ("Ctrl-N", [.global], "new"), ("Ctrl-F", [.global], "find"),
            ("F2", [.form, .global], "save"), ("Ctrl-S", [.form, .global], "save"), ("Ctrl-Z", [.global], "undo"),
            ("Ctrl-Y", [.global], "redo"), ("F6", [.global], "unfinished"), ("F7", [.form, .global], "phrases"),
            ("Ctrl-O", [.global], "menu"), ("Ctrl-P", [.global], "commands"), ("F12", [.global], "lock"),
            ("Ctrl-K", [.global], "lock"), ("Ctrl-L", [.global], "redraw"), ("Esc", [.global], "back"),
            ("Ctrl-G", [.global], "help"), ("?", [.global], "help"), ("Ctrl-E", [.global], "reveal"),
            ("Alt-3", [.global], "pane.3"), ("Ctrl-Right", [.list, .global], "pane.next"),
            ("Ctrl-Right", [.editor, .form, .global], "move.word-right"), ("Ctrl-Q", [.global], "quit"),
            ("？", [.list, .global], "help"), ("／", [.list, .global], "find"),
        ]
        for (name, chain, action) in expected {
            let key = Key(name: name) ?? .escape
            #expect(map.action(for: key, in: chain) == action, "\(name)")
        }
    }

    @Test("The officer's own file wins over the shipped one, and can take a key away")
    func own() {
        let (map, problems) = read("bind global F12 find  # 查找\nunbind global Ctrl-K\n\n  # 说明\nbind list Ctrl-T new")
        #expect(problems.isEmpty, "\(problems.map(\.label.zh))")
        #expect(map.action(for: .function(12), in: [.global]) == "find")
        #expect(map.action(for: .control("k"), in: [.global]) == nil)
        #expect(map.action(for: .control("t"), in: [.list, .global]) == "new")
    }

    @Test(
        "A wrong line is named with its number and reason, and the rest counts",
        arguments: [
            ("bnd global F5 find", "「bnd」不认识"), ("bind global F5", "写法应为"), ("bind global F5 find find", "写法应为"),
            ("bind globl F5 find", "没有「globl」这个场合"), ("bind global Ctrl-Foo find", "没有「Ctrl-Foo」这个键"),
            ("bind global F5 fnd", "没有「fnd」这个命令"), ("bind global Ctrl-I find", "终端分不出 Ctrl-I 和 Tab"),
            ("bind global Ctrl-M find", "终端分不出 Ctrl-M 和 Enter"), ("bind global Ctrl-1 find", "终端不发送 Ctrl-1"),
            ("bind field x move.left", "用来输入文字"), ("bind editor 1 move.left", "用来输入文字"),
            ("bind dialog F5 rows.add", "在 dialog 里不起作用"),
        ])
    func wrongLine(line: String, reason: String) {
        let (map, problems) = read("# 我的键\n\(line)\nbind global F9 find")
        #expect(problems.map(\.line) == [2])
        #expect(problems.first?.label.zh.hasPrefix("own.conf 第 2 行：") == true)
        #expect(problems.first?.message.zh.contains(reason) == true, "\(problems.first?.message.zh ?? "")")
        #expect(problems.first?.label.en.hasPrefix("own.conf line 2: ") == true)
        #expect(map.action(for: .function(9), in: [.global]) == "find")
    }

    @Test("The same key twice in one context is a conflict; the first line counts")
    func conflict() {
        let (map, problems) = read(
            "bind global F9 find\nbind list F9 new\nbind global f9 new\nbind global ？ new\nbind global ? find")
        #expect(problems.map(\.line) == [3, 5])
        #expect(problems.first?.message.zh.contains("第 1 行") == true)
        #expect(map.action(for: .function(9), in: [.global]) == "find")
        #expect(map.action(for: .character("?"), in: [.global]) == "new")
    }

    @Test("An action that only letters or F-keys reach is named")
    func unreachable() {
        let (_, problems) = read("unbind list Down\n")
        #expect(problems.isEmpty)
        let lost = read("unbind form F2\nunbind form Ctrl-S\nunbind global Ctrl-P\n").problems
        #expect(lost.contains { $0.message.zh.contains("（save）") && $0.line == nil })
        #expect(lost.contains { $0.message.zh.contains("（commands）") })
        let letters = read("unbind global Ctrl-P\nunbind global Ctrl-F\n").problems
        #expect(letters.contains { $0.message.zh.contains("（find）") })
    }

    @Test("The manual page names every bound key and every action of the palette")
    func manual() {
        let map = KeyMap.read(for: actions).map
        for language in Language.allCases {
            let page = KeyPage.markdown(actions: actions, keys: map, language: language)
            for action in actions.actions { #expect(page.contains("(`\(action.id)`)"), "\(action.id)") }
            for binding in map.bindings { #expect(page.contains("`\(binding.key.name)`"), "\(binding.key.name)") }
        }
        #expect(KeyPage.markdown(actions: actions, keys: map, language: .zh).contains("| `Ctrl-F` `/` | 查找 (`find`) |"))
    }

    @Test("Every text exists in both languages")
    func bothLanguages() {
        for action in actions.actions {
            for label in [action.title, action.help] + (action.hint.map { [$0.text] } ?? []) {
                #expect(!label.zh.isEmpty && !label.en.isEmpty, "\(action.id)")
                #expect(label.en.allSatisfy { $0.isASCII || "’“”–".contains($0) }, "\(action.id)")
            }
        }
    }
}
