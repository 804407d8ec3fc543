import Desk
import Interface
import Records
import Testing

@testable import Panes

/// The help and the palette: every place has a name, and words that officers use find a command.
struct HelpTests {
    @Test func `every place in which a key works has a name in both languages`() throws {
        let book = try NotebookFixture()
        let actions = book.notebook.stack.actions
        let standard = ActionRegistry().contexts
        let added = actions.contexts.subtracting(standard)
        #expect(!added.isEmpty)
        for context in added {
            let name = try #require(actions.contextNames[context], "\(context)")
            #expect(name.zh.contains { !$0.isASCII } && name.en != context.rawValue, "\(context)")
        }
    }

    @Test func `the help of the mediations is in Chinese and lists only what has a key of its own`() throws {
        let book = try NotebookFixture(Size(rows: 50, columns: 160))
        for keys in [["Alt-4"], ["Enter"], ["Esc", "Alt-3"], ["Alt-2"]] {
            for key in keys { book.press(key) }
            book.press("Ctrl-G")
            let lines = book.text.split(separator: "\n")
            #expect(book.text.contains("其他能办的：Ctrl-O 按数字选，Ctrl-P 按名字找。"), "\(book.text)")
            #expect(lines.count { $0.hasPrefix(" Ctrl-P") } == 1, "\(book.text)")
            #expect(!lines.contains { $0.hasPrefix(" mediation") || $0.hasPrefix(" followup") })
            book.press("Esc")
        }
    }

    @Test func `the theme is found by either word for it`() throws {
        for word in ["主题", "配色", "zhuti"] {
            let book = try NotebookFixture()
            book.press("Ctrl-P")
            book.type(word)
            #expect(book.text.contains("配色（主题）：深色"), "\(word) \(book.text)")
        }
    }
}
