import Desk
import Interface
import Records
import Store
import Synchronization
import TestSupport
import Testing

@testable import Panes

/// The frame around every pane: who is there, which day, what is fictional, how to lock and leave.
struct NotebookTests {
    @Test
    func
        `the title line names the room, the officer and the day, and says nothing about conflicts when there are none`()
        throws
    {
        let book = try NotebookFixture()
        #expect(book.row(0).hasPrefix(" 榆钱社区警务室 · 苏行简"))
        #expect(book.row(0).hasSuffix("11月21日 周六"))
        #expect(book.row(1).contains("[今日 8]   走访"))
    }

    @Test func `every screen says that the demo is fictional`() throws {
        let book = try NotebookFixture()
        let places: [[String]] = [
            [], ["Ctrl-Right"], ["Enter"], ["Enter"], ["Ctrl-P"], ["Esc", "F12"], ["2"], ["Ctrl-G"],
        ]
        for keys in places {
            for key in keys { book.press(key) }
            #expect(book.text.contains("演示数据（虚构）"), "after \(keys)")
        }
    }

    @Test func `with several people in office the notebook asks who is there, and a digit signs in`() throws {
        let book = try NotebookFixture(signsIn: false)
        #expect(book.desk.person == nil)
        #expect(book.text.contains("谁在用？"))
        #expect(!book.text.contains("今日"))
        book.press("Alt-2", "Esc", "x", "9")
        #expect(book.desk.person == nil)
        book.press("2")
        #expect(book.desk.person?.name == "苏行简")
        #expect(book.row(1).contains("[今日"))
    }

    @Test func `locking blanks everything, and the same officer finds the form as it was left`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("Enter", "Ctrl-N", "2", "Tab")
        book.type("说到一半")
        book.press("F12")
        #expect(book.text.contains("已锁屏"))
        #expect(!book.text.contains("老榆里"))
        #expect(try book.desk.drafts().count == 1)
        book.press("Ctrl-N", "Ctrl-P", "Alt-1", "Esc")
        #expect(book.text.contains("已锁屏"))
        book.press("Enter")
        #expect(book.text.contains("说到一半"))
    }

    @Test func `handing over closes the screens of the one before, whose draft waits for its owner`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("Enter", "Ctrl-N", "2", "Tab")
        book.type("我的草稿")
        book.press("Ctrl-K", "1")
        #expect(book.desk.person?.name == "沈若谷")
        #expect(!book.text.contains("我的草稿"))
        #expect(book.row(1).contains("[今日"))
        book.press("Ctrl-K", "2")
        #expect(book.text.contains("有 1 份草稿"))
    }

    @Test func `a stop from outside locks first`() throws {
        let book = try NotebookFixture()
        book.notebook.handle(.suspend)
        #expect(book.screen.suspendCount == 1)
        #expect(book.screen.text.contains("已锁屏"))
        #expect(book.text.contains("已锁屏"))
    }

    @Test func `a notebook left alone locks itself when the officer wants that`() throws {
        let book = try NotebookFixture(settings: NotebookSettings(lockAfterMinutes: 5))
        book.notebook.idle(milliseconds: 4 * 60_000)
        #expect(!book.text.contains("已锁屏"))
        book.notebook.idle(milliseconds: 60_000)
        #expect(book.text.contains("已锁屏"))
    }

    @Test func `language and theme change while the notebook is open and are remembered`() throws {
        let book = try NotebookFixture()
        book.command("english")
        #expect(book.row(1).contains("[Today 8]"))
        #expect(book.text.contains("Demo data (fictional)"))
        for name in BuiltInThemes.names {
            let before = book.text
            book.command("theme.\(name)")
            let theme = try #require(try BuiltInThemes.theme(name))
            #expect(book.notebook.workspace.look[.text] == Look(theme: theme)[.text])
            #expect(book.text == before)
        }
        book.command("中文")
        #expect(book.row(1).contains("[今日 8]"))
        #expect(book.remembered.map(\.theme) == ["dark"] + BuiltInThemes.names + ["mono"])
        #expect(book.remembered.last?.language == .zh)
        let again = try book.reopened(settings: NotebookSettings(language: .en, theme: "light"))
        #expect(again.row(1).contains("[Today 8]"))
    }

    @Test func `panes change by arrows, by number and from the palette`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        #expect(book.row(1).contains("[走访]"))
        book.press("Ctrl-Left")
        #expect(book.row(1).contains("[今日"))
        book.press("Alt-2")
        #expect(book.row(1).contains("[走访]"))
        // A pane is a command of its own name, however that is typed; where there is none, nothing is offered.
        for (typed, shown) in [("今日", "[今日"), ("tongbu", "[同步"), ("Follow-ups", "[法定协助"), ("调解", "[调解"), ("走访", "[走访")]
        {
            book.command(typed)
            #expect(book.row(1).contains(shown), "\(typed)")
        }
        book.press("Alt-9")
        #expect(book.row(1).contains("[走访"))
        book.press("Ctrl-P")
        book.type("页签")
        #expect(!book.text.contains("没有这个页签"))
    }

    @Test func `a window that is too small says so and loses nothing`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        for (rows, columns) in [(12, 40), (1, 1), (2, 300), (23, 79)] {
            book.size = Size(rows: rows, columns: columns)
            #expect(!book.text.contains("老榆里"))
        }
        book.size = Size(rows: 12, columns: 40)
        #expect(book.text.contains("窗口太小"))
        book.size = Size(rows: 50, columns: 160)
        #expect(book.text.contains("老榆里3号楼2单元"))
    }

    @Test func `what cannot be read and what is pasted outside a field is said, not taken`() throws {
        let book = try NotebookFixture()
        book.notebook.handle(.unreadable(3))
        #expect(book.status.contains("无法识别"))
        book.paste("1\n1\n1")
        #expect(book.status.contains("粘贴只在输入框里有效"))
        book.press("Ctrl-Z")
        #expect(book.status.contains("没有可撤销的操作"))
    }

    @Test func `the key map names only keys and actions that exist, and every action has a way without letters`() {
        var registry = ActionRegistry()
        registry.add(Features.all.flatMap(\.actions))
        #expect(registry.duplicates.isEmpty)
        #expect(KeyMap.read(KeyMapFile.allShipped, for: registry).problems.map(\.label.zh) == [])
    }

    @Test func `the loop paints, keeps drafts while nothing happens, and ends with the terminal`() throws {
        let book = try NotebookFixture()
        book.screen.press("Ctrl-Right", "Enter", "1")
        book.screen.append([.timeout, .hangup])
        #expect(book.notebook.run() == .hangup)
        #expect(book.text.contains("✓ 见面·无新情况"))
        #expect(book.screen.frames.count <= 3)
    }

    @Test func `what is deleted is found in the list of deleted records and restored with Enter`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        let household = try #require(book.focused)
        book.press("Del", "Enter")
        #expect(try book.desk.record(household).isDeleted == false)
        book.press("Del", "2")
        #expect(book.status.contains("已删除：户"))
        #expect(throws: DeskError.notFound) { try book.desk.record(household) }
        book.command("已删除的记录")
        #expect(book.text.contains("删于 14:10") || book.text.contains("删于 11-21"))
        book.press("Enter")
        #expect(book.status.contains("已恢复：户"))
        #expect(try book.desk.record(household).isDeleted == false)
    }

    @Test func `a full disk is said and what was typed stays in the form`() throws {
        let book = try NotebookFixture()
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("Enter", "Ctrl-N", "2", "Tab")
        book.type("磁盘满了")
        book.disk.faults = [.init(nil, at: 0, reason: .full, isLasting: true)]
        book.press("F2")
        #expect(book.text.contains("磁盘满了"))
        #expect(!book.status.contains("已保存"))
        #expect(!book.status.isEmpty)
    }
}

/// A clock that a test moves on.
private final class MovingClock: WallClock {
    private let moment: Mutex<Moment>

    init(_ moment: Moment) { self.moment = Mutex(moment) }

    var now: Moment { moment.withLock { $0 } }

    func move(to moment: Moment) { self.moment.withLock { $0 = moment } }
}

struct MidnightTests {
    @Test func `a notebook left open overnight shows the new day without a key`() throws {
        let clock = MovingClock(ScriptedClock().now)
        var environment = StoreEnvironment.simulated(SimulatedFileSystem(), seed: 5, tuning: StoreTuning())
        environment.clock = clock
        let desk = try Desk.create(at: "room", environment: environment, room: "榆钱社区警务室", officer: "苏行简")
        let size = Size(rows: 24, columns: 80)
        let notebook = Notebook(desk: desk, screen: RecordingScreen(size: size))
        #expect(notebook.frame(size).rowText(0).hasSuffix("11月21日 周六"))
        #expect(!notebook.frame(size).text().contains("演示数据"))
        clock.move(to: Moment(milliseconds: clock.now.milliseconds + 86_400_000, zoneMinutes: 480))
        notebook.idle(milliseconds: 60_000)
        #expect(notebook.frame(size).rowText(0).hasSuffix("11月22日 周日"))
    }
}
