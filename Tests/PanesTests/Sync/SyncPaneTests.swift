import Desk
import Glibc
import Interface
import Records
import Store
import TestSupport
import Testing

@testable import Panes

/// Meeting other laptops, on the screen.
struct SyncPaneTests {
    /// The shipped demo with a stick, and another laptop that met it before.
    private static func book(
        _ size: Size = .standard, mounted: [String] = ["/media/disk"], settings: NotebookSettings = NotebookSettings()
    ) throws -> (NotebookFixture, Desk) {
        let disk = try NotebookFixture.demoDisk()
        disk.copy(NotebookFixture.place, to: "other")
        for folder in ["/media", "/media/disk", "/media/disk/beatbook"] { try disk.makeDirectory(folder) }
        var late = StoreEnvironment.simulated(disk, seed: 91, machine: "other", tuning: StoreTuning())
        late.clock = ScriptedClock(milliseconds: ScriptedClock().now.milliseconds - 80_000_000)
        let other = try Desk.open(at: "other", environment: late)
        try other.signIn(#require(other.people().first { $0.name == "沈若谷" }).id)
        let places = SyncPlaces(
            mounted: { mounted }, folders: { path in path == "/media/disk/" ? ["beatbook", "照片"] : [] })
        return (try NotebookFixture(size, disk: disk, settings: settings, places: places), other)
    }

    private func lines(_ book: NotebookFixture) -> String {
        (0..<book.size.rows).map { book.row($0) }.joined(separator: "\n")
    }

    /// Lets what runs in the background come to its end; the thread needs its time, so only the number of turns is bounded.
    private static func finish(_ book: NotebookFixture) throws {
        for _ in 0..<20_000_000 {
            guard let work = book.notebook.shell.working else {
                book.notebook.refresh()
                return
            }
            if !work.work() { sched_yield() }
        }
        Issue.record("the sync does not end")
    }

    /// Writes a note about the first household.
    @discardableResult
    private static func write(_ desk: Desk, _ text: String) throws -> RecordID {
        let door = try #require(try desk.list(ListQuery(Household.type.id), limit: 1).records.first)
        var values = door.values
        values[Household.note] = text
        return try desk.save(values, of: Household.type, base: door).id
    }

    private static func open(_ book: NotebookFixture) {
        book.notebook.shell.show(book.notebook.shell.panes.firstIndex { $0.name == "sync" } ?? 0)
    }

    @Test func `the pane before anything was synced, 80×24`() throws {
        let (book, _) = try Self.book()
        Self.open(book)
        #expect(
            lines(book) == """
                 榆钱社区警务室 · 苏行简                                          11月21日 周六
                  今日 8    走访    法定协助    调解 3   [同步]

                 还没有同步过。插好 U 盘，按 Enter 选目录。

                 电脑 1
                 · 本机：最近写于 10:15。















                                                                               演示数据（虚构）
                 Enter 同步到…   Ctrl-F 查找   Ctrl-P 命令   F12 锁屏   ? 说明
                """)
    }

    @Test func `Enter asks for a directory and offers the stick that is plugged in`() throws {
        let (book, _) = try Self.book()
        Self.open(book)
        book.press("Enter")
        #expect(
            lines(book) == """
                 和哪个目录同步

                   /media/disk

                 ▌ /media/disk                                                           已插入
















                 ↑↓ 选，Tab 补全，Enter 开始
                                                                               演示数据（虚构）
                 Enter 确定   Tab 补全   Esc 返回   F12 锁屏   Ctrl-G 说明
                """)
    }

    @Test func `Tab completes what is typed; Enter syncs, and only then the stick is safe to remove`() throws {
        let (book, other) = try Self.book()
        let door = try Self.write(other, "别的电脑写的一句。")
        _ = try other.sync(with: "/media/disk/beatbook")
        Self.open(book)
        book.press("Enter")
        book.type("/b")
        book.press("Tab", "Enter")
        #expect(book.text.contains("正在同步：/media/disk/beatbook"))
        #expect(book.text.contains("还不能拔出") && !book.text.contains("可以拔出"))
        // Keys are answered while it runs.
        book.press("Alt-2")
        #expect(book.row(1).contains("[走访]"))
        Self.open(book)
        try Self.finish(book)
        #expect(book.text.contains("可以拔出"))
        #expect(try book.desk.record(door).values[Household.note] == "别的电脑写的一句。")
        #expect(
            lines(book) == """
                 榆钱社区警务室 · 苏行简                            11月21日 周六   已同步 今天
                  今日 8    走访    法定协助    调解 3   [同步]

                 这次同步 · /media/disk/beatbook
                 取回 2 次改动，送出 0 个文件，已核对。可以拔出。
                 ✓ 已写完并重新读过，可以拔出。

                 电脑 2
                 · 本机：最近写于 10:15。
                 · 沈若谷用的电脑：收到它 11-20 15:56 以前写的，它有本机全部内容。见面 14:10。

                 地方 1
                 1  /media/disk/beatbook                                       那里都有   14:10









                                                                               演示数据（虚构）
                 Enter 再同步一次   Ctrl-N 同步到…   Ctrl-F 查找   Ctrl-P 命令   ? 说明
                """)
    }

    @Test func `laptops, places and what waits, 100×30, after a conflict came`() throws {
        let (book, other) = try Self.book(.wide)
        try Self.write(other, "那边的说法。")
        try Self.write(book.desk, "这边的说法。")
        _ = try other.sync(with: "/media/disk/beatbook")
        _ = try book.desk.sync(with: "/media/disk/beatbook")
        _ = try other.sync(with: "/media/disk/beatbook")
        Self.open(book)
        book.press("1")
        try Self.finish(book)
        #expect(
            lines(book) == """
                 榆钱社区警务室 · 苏行简                                       11月21日 周六   已同步 今天   冲突 1
                  今日 8    走访    法定协助    调解 3   [同步]

                 这次同步 · /media/disk/beatbook
                 两边已经一致，没有新内容。可以拔出。
                 ✓ 已写完并重新读过，可以拔出。

                 等人决定 1 处                                                                            Ctrl-A 看

                 电脑 2
                 · 本机：最近写于 14:10。
                 · 沈若谷用的电脑：收到它 11-20 15:56 以前写的，它有本机 10:15 以前写的。见面 14:10。

                 地方 1
                 1  /media/disk/beatbook                                                           那里都有   14:10













                                                                                                   演示数据（虚构）
                 Enter 再同步一次   Ctrl-N 同步到…   Ctrl-F 查找   Ctrl-P 命令   F12 锁屏   ? 说明
                """)
    }

    @Test func `a directory that is not there is said to be missing, and Esc stops a sync`() throws {
        let (book, _) = try Self.book()
        Self.open(book)
        book.press("Enter", "Ctrl-U")
        book.type("media")
        book.press("Enter")
        #expect(book.status.contains("完整路径"))
        book.press("Ctrl-U")
        book.type("/media/none")
        book.press("Enter")
        try Self.finish(book)
        #expect(!book.text.contains("可以拔出"))
        book.press("Ctrl-N", "Ctrl-U")
        book.type("/media/disk/beatbook")
        book.press("Enter", "Esc")
        #expect(book.text.contains("正在中止"))
        try Self.finish(book)
        #expect(book.notebook.exitReason == nil)
        // Again: it goes on where it was and comes to its end.
        book.press("Ctrl-N", "Ctrl-U")
        book.type("/media/disk/beatbook")
        book.press("Enter")
        try Self.finish(book)
        #expect(book.text.contains("可以拔出"))
    }

    @Test func `garbage at the place gets a sentence each and stops nothing`() throws {
        let (book, _) = try Self.book()
        for (name, bytes) in [("片子.jsonl", [UInt8](repeating: 7, count: 5000)), ("空.txt", [])] {
            book.disk.put(bytes, at: "/media/disk/beatbook/\(name)")
        }
        Self.open(book)
        book.press("Ctrl-N", "Ctrl-U")
        book.type("/media/disk/beatbook")
        book.press("Enter")
        try Self.finish(book)
        #expect(book.text.contains("要留意的") && book.text.contains("不是片警本的"))
        #expect(book.text.contains("可以拔出"))
    }

    @Test func `behind the lock nothing of the pane is seen, and the sync comes to its end`() throws {
        let (book, _) = try Self.book()
        Self.open(book)
        book.press("Ctrl-N", "Ctrl-U")
        book.type("/media/disk/beatbook")
        book.press("Enter", "F12")
        #expect(!book.text.contains("beatbook"))
        try Self.finish(book)
        #expect(book.notebook.shell.working == nil && !book.text.contains("beatbook"))
    }

    @Test func `in English, too`() throws {
        let (book, _) = try Self.book(settings: NotebookSettings(language: .en))
        Self.open(book)
        #expect(book.row(3).contains("Never synced yet."))
        book.press("Enter")
        #expect(book.row(0).contains("Sync with which directory"))
    }
}
