import Casework
import Desk
import Interface
import Records
import Store
import Synchronization
import TestSupport
import Testing

@testable import Panes

/// A clock that a test moves on.
private final class SealedClock: WallClock {
    private let moment = Mutex(ScriptedClock().now)

    var now: Moment { moment.withLock { $0 } }

    func pass(milliseconds: Int) {
        moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + milliseconds, zoneMinutes: $0.zoneMinutes) }
    }
}

/// A sealed notebook, pressed key by key: asking, locking, handing over.
struct SealedNotebookTests {
    private static let passphrase = "老榆树下三只猫"
    private static let helperPassphrase = "stones by the river"
    private let clock = SealedClock()

    /// A sealed notebook of two officers with a household in it, as after a restart.
    private func book(_ settings: NotebookSettings = NotebookSettings()) throws -> (NotebookFixture, code: String) {
        let disk = SimulatedFileSystem()
        var environment = StoreEnvironment.simulated(disk, seed: 5, tuning: StoreTuning())
        environment.clock = clock
        let (made, code) = try Desk.create(
            at: "room", environment: environment, room: "榆钱社区警务室", officer: "苏行简", sealed: Self.passphrase)
        var officer = made.newValues(of: Officer.type)
        officer[Officer.name] = "陶望舒"
        officer[Officer.role] = .auxiliary
        try made.addOfficer(officer, passphrase: Self.helperPassphrase)
        var household = made.newValues(of: Household.type)
        household[Household.address] = "老榆里3号楼501室"
        household[Household.head] = "单翠萍"
        try made.save(household, of: Household.type)
        made.close()
        var again = StoreEnvironment.simulated(disk, seed: 6, tuning: StoreTuning())
        again.clock = clock
        let desk = try Desk.open(at: "room", environment: again)
        return (NotebookFixture(desk, disk: disk, size: .standard, settings: settings), code)
    }

    /// Whether anything of the notebook or a passphrase is on the screen.
    private func tells(_ book: NotebookFixture) -> Bool {
        ["榆钱", "单翠萍", "老榆里", "今日", "三只猫", "stones"].contains { book.text.contains($0) }
    }

    @Test func `it starts blank, asks who and the passphrase, and never draws what is typed there`() throws {
        let (book, _) = try book()
        #expect(book.text.contains("已锁屏"))
        #expect(!tells(book))
        book.type("苏行简")
        #expect(book.text.contains("苏行简"))
        book.press("Ctrl-P", "Alt-2", "Ctrl-F", "Enter")
        #expect(book.text.contains("已锁屏"))
        book.type("老榆树下三只猫x")
        #expect(book.row(with: "口令").contains("********"))
        #expect(!tells(book))
        book.press("Backspace")
        #expect(!book.row(with: "口令").contains("********"))
        book.press("Enter")
        #expect(book.desk.person?.name == "苏行简")
        #expect(book.row(0).hasPrefix(" 榆钱社区警务室 · 苏行简"))
        #expect(book.row(1).contains("[今日"))
    }

    @Test func `a passphrase can be pasted, and ends where the line ends`() throws {
        let (book, _) = try book()
        book.type("苏行简")
        book.press("Tab")
        book.paste(Self.passphrase + "\n")
        book.press("Enter")
        #expect(!book.desk.isLocked)
    }

    @Test func `a wrong one gives one answer and a wait that counts down and grows, while keys are still taken`() throws
    {
        let (book, _) = try book()
        book.unlock("不是这一句话", as: "苏行简")
        #expect(book.text.contains("1 秒后可再试"))
        #expect(book.notebook.isCountingDown)
        let first = book.text
        // During the wait nothing is tried, but help opens and text is taken.
        book.type(Self.passphrase)
        book.press("Enter")
        #expect(book.desk.isLocked)
        clock.pass(milliseconds: 1000)
        #expect(!book.notebook.isCountingDown)
        #expect(!book.text.contains("秒后"))
        book.press("Ctrl-U")
        book.type("还不是这一句")
        book.press("Enter")
        #expect(book.text.contains("2 秒后可再试"))
        clock.pass(milliseconds: 1000)
        #expect(book.text.contains("1 秒后可再试"))
        // Somebody who is not there gets the same screen, but for the name that was typed.
        let (other, _) = try self.book()
        other.unlock("不是这一句话", as: "不在的")
        #expect(other.text.replacing("不在的", with: "苏行简") == first)
    }

    @Test(arguments: ["F12", "Ctrl-K"])
    func `locking drops everything, and another officer goes on in the same process`(key: String) throws {
        let (book, _) = try book()
        book.unlock(Self.passphrase)
        book.press("Ctrl-Right")
        #expect(try book.desk.count(ListQuery(Household.type.id)) == 1)
        book.press(key)
        #expect(book.desk.isLocked)
        #expect(!tells(book))
        #expect(book.notebook.stack.layers.count == 2)
        book.press("Ctrl-K", "Esc", "Alt-2", "Ctrl-N")
        #expect(book.desk.isLocked)
        book.unlock(Self.helperPassphrase, as: "陶望舒")
        #expect(book.desk.person?.name == "陶望舒")
        #expect(book.row(0).hasPrefix(" 榆钱社区警务室 · 陶望舒"))
        #expect(book.row(1).contains("[今日"))
        book.press("Ctrl-Right")
        #expect(try book.desk.count(ListQuery(Household.type.id)) == 1)
    }

    @Test func `a draft is kept at locking and waits for its owner alone`() throws {
        let (book, _) = try book()
        book.unlock(Self.passphrase)
        book.press("Ctrl-Right")
        book.openBlock("老榆里3号楼")
        book.press("Enter", "Ctrl-N", "2", "Tab")
        book.type("说到一半")
        book.press("F12")
        #expect(!book.text.contains("说到一半"))
        book.unlock(Self.helperPassphrase, as: "陶望舒")
        #expect(!book.text.contains("草稿"))
        book.press("F12")
        book.unlock(Self.passphrase)
        #expect(book.text.contains("有 1 份草稿"))
    }

    @Test func `it locks after ten minutes without a key, or after as many as were chosen`() throws {
        let (book, _) = try book()
        book.unlock(Self.passphrase)
        book.notebook.idle(milliseconds: 9 * 60_000)
        #expect(!book.desk.isLocked)
        book.notebook.idle(milliseconds: 60_000)
        #expect(book.desk.isLocked)
        let (quick, _) = try self.book(NotebookSettings(lockAfterMinutes: 2))
        quick.unlock(Self.passphrase)
        quick.notebook.idle(milliseconds: 2 * 60_000)
        #expect(quick.desk.isLocked)
        #expect(!tells(quick))
    }

    @Test func `a stop from outside locks first`() throws {
        let (book, _) = try book()
        book.unlock(Self.passphrase)
        book.notebook.handle(.suspend)
        #expect(book.desk.isLocked)
        #expect(book.screen.suspendCount == 1)
        #expect(!book.screen.text.contains("榆钱"))
    }

    @Test func `the recovery code opens it without a name, and somebody says who is there`() throws {
        let (book, code) = try book()
        book.press("Enter")
        #expect(book.text.contains("恢复码"))
        book.type(code.lowercased())
        book.press("Enter")
        #expect(book.text.contains("谁在用？"))
        #expect(book.status.contains("officers key"))
        book.press("1")
        #expect(book.desk.person?.name == "苏行简")
        #expect(book.row(1).contains("[今日"))
    }
}
