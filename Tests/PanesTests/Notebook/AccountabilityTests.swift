import Casework
import Desk
import Interface
import Records
import Store
import Synchronization
import TestSupport
import Testing

@testable import Panes

/// Who may look answers for it, on the screen of a sealed notebook.
struct AccountabilityTests {
    private static let passphrase = "老榆树下三只猫"
    private static let other = "河边的石头很凉"

    /// A sealed notebook of an officer, a leader and an auxiliary, with one restricted duty due now.
    private func book() throws -> NotebookFixture {
        let disk = SimulatedFileSystem()
        let desk = try Desk.create(
            at: "room", environment: .simulated(disk, seed: 5, tuning: StoreTuning()), room: "榆钱社区警务室",
            officer: "苏行简", sealed: Self.passphrase
        ).desk
        for (name, role) in [("岑所长", OfficerRole.leader), ("陶望舒", .auxiliary)] {
            var officer = desk.newValues(of: Officer.type)
            officer[Officer.name] = name
            officer[Officer.role] = role
            try desk.addOfficer(officer, passphrase: Self.other)
        }
        var values = desk.newValues(of: Followup.type)
        values[Followup.kind] = .violenceWarning
        values[Followup.subject] = "隐名者"
        values[Followup.basisType] = "08"
        values[Followup.basisNumber] = "测〔2026〕17号"
        values[Followup.basisIssuer] = "出具单位"
        values[Followup.basisDate] = CalendarDay("2026-11-16")
        values[Followup.purpose] = "协助目的"
        values[Followup.leadBody] = "牵头单位"
        values[Followup.duty] = "职责"
        values[Followup.start] = CalendarDay("2026-11-16")
        values[Followup.end] = CalendarDay("2026-12-16")
        values[Followup.cadence] = FollowupKind.violenceWarning.cadences[0]
        values[Followup.cadenceSource] = "文书"
        try desk.save(values, of: Followup.type)
        desk.lock()
        return NotebookFixture(desk, disk: disk, size: .standard, settings: NotebookSettings())
    }

    @Test func `opening a restricted duty asks why, and the answer stands on the page of whoever leads`() throws {
        let book = try book()
        book.unlock(Self.passphrase)
        book.press("Alt-3")
        #expect(book.row(with: "▌").contains("家庭暴力"))
        book.press("Enter")
        #expect(book.text.contains("为什么打开"))
        book.press("Esc")
        #expect(!book.text.contains("隐名者"))
        book.press("Enter", "1")
        #expect(book.text.contains("隐名者"))
        // What was opened is closed again with the screen.
        book.press("F12")
        book.unlock(Self.passphrase)
        book.press("Alt-3", "Enter")
        #expect(book.text.contains("为什么打开"))
        book.press("Esc")
        book.command("操作日志")
        #expect(book.text.contains("没有别人的操作"))
        #expect(book.status.contains("由别人审阅"))
        book.press("F12")
        book.unlock(Self.other, as: "岑所长")
        book.command("操作日志")
        let line = book.row(with: "打开  ")
        #expect(line.contains("苏行简") && line.contains("按期协助") && line.contains("受限"), "\(book.text)")
        #expect(!book.text.contains("隐名者"))
        // What a line is about does not open for who may not read it.
        book.press("Enter")
        #expect(!book.text.contains("隐名者"))
        book.press("F4", "2")
        #expect(book.status.contains("已记下审阅：苏行简 2026-11"), "\(book.text)")
        #expect(book.text.contains("操作日志 · 2026-11"))
        book.press("Tab")
        #expect(book.row(0).contains("打开"))
        book.press("F3")
        #expect(book.row(0).contains("苏行简 · 打开"))
        book.press("Left")
        #expect(book.row(0).contains("2026-10"))
        #expect(book.text.contains("没有别人的操作"))
    }

    @Test func `an auxiliary sees no restricted line`() throws {
        let book = try book()
        book.unlock(Self.passphrase)
        book.press("Alt-3", "Enter", "1", "F12")
        book.unlock(Self.other, as: "陶望舒")
        book.command("操作日志")
        #expect(book.text.contains("苏行简"))
        #expect(!book.text.contains("按期协助") && !book.text.contains("受限"), "\(book.text)")
        book.press("F4", "2")
        #expect(book.status.contains("您的身份不能看"))
    }

    @Test func `handing over leaves a note, locks, and is shown until somebody takes it over`() throws {
        let book = try book()
        book.unlock(Self.passphrase)
        book.command("交接并锁屏")
        #expect(book.text.contains("未了事项 1 项"), "\(book.text)")
        book.type("钥匙在抽屉里")
        book.press("Enter")
        #expect(book.desk.isLocked)
        #expect(book.text.contains("已锁屏"))
        book.unlock(Self.other, as: "陶望舒")
        #expect(book.text.contains("苏行简 的交接"), "\(book.text)")
        #expect(book.text.contains("钥匙在抽屉里"))
        #expect(!book.text.contains("家庭暴力"))
        // Keys meant for something else take nothing over: Enter leaves it where it is, on the day's page.
        book.press("Enter")
        #expect(!book.text.contains("苏行简 的交接"))
        #expect(book.row(with: "交接").contains("苏行简：交接说明未确认"), "\(book.text)")
        book.press("Home", "Enter")
        #expect(book.text.contains("苏行简 的交接"), "\(book.text)")
        book.press("2", "F12")
        book.unlock(Self.other, as: "陶望舒")
        book.press("1")
        #expect(book.status.contains("已确认接收"))
        #expect(!book.text.contains("未确认"), "\(book.text)")
        book.command("查看未确认的交接")
        #expect(book.status.contains("没有未确认的交接"))
        // One's own is not offered to oneself.
        book.press("F12")
        book.unlock(Self.passphrase)
        #expect(!book.text.contains("的交接"))
    }

    @Test func `what comes by itself at signing in tells nobody at the desk who is followed up, nor why`() throws {
        let book = try book()
        book.unlock(Self.passphrase)
        var deputy = book.desk.newValues(of: Officer.type)
        deputy[Officer.name] = "孟知远"
        deputy[Officer.role] = .beat
        let other = try book.desk.addOfficer(deputy, passphrase: Self.other)
        let duty = try #require(try book.desk.list(ListQuery(Followup.type.id), limit: 1).records.first)
        let whole = try book.desk.openRecord(duty.id, reason: "按期协助")
        var values = whole.values
        values[Followup.officers] = (values[Followup.officers] ?? []) + [other.id]
        try book.desk.save(values, of: Followup.type, base: whole)
        book.command("交接并锁屏")
        book.press("Enter")
        book.unlock(Self.other, as: "孟知远")
        #expect(book.text.contains("（受限事项）") && book.text.contains("法定协助 1 项"), "\(book.text)")
        #expect(!book.text.contains("家庭暴力") && !book.text.contains("隐名者"))
        book.press("Esc")
        #expect(book.row(with: "交接").contains("苏行简：1 项未确认"), "\(book.text)")
        // Who leads takes nothing over, and is not told that the notebook is empty.
        book.press("F12")
        book.unlock(Self.other, as: "岑所长")
        #expect(!book.text.contains("交接") && !book.text.contains("登记第一户") && !book.text.contains("/80"), "\(book.text)")
    }

    @Test func `one's passphrase is changed on the screen: the old one, then the new one twice`() throws {
        let book = try book()
        book.unlock(Self.passphrase)
        book.command("改自己的口令")
        func answer(_ texts: String...) {
            for text in texts {
                book.type(text)
                book.press("Enter")
            }
        }
        answer(Self.passphrase, "新的一句长口令", "新的一句短口令")
        #expect(book.text.contains("两遍新口令不一样"))
        answer(Self.passphrase, "短", "短")
        #expect(book.text.contains("口令太短"))
        #expect(!book.text.contains("老榆树"))
        answer("不是这一句话", "新的一句长口令", "新的一句长口令")
        #expect(book.text.contains("旧口令不对，1 秒"))
        #expect(book.desk.unlockDelay > 0)
        // The wait is over when the program says so; a lock does not end it.
        book.press("F12")
        #expect(book.text.contains("秒后可再试"))
        book.desk.close()
        let (other, disk) = (try Desk.open(at: "room", environment: later(book.disk)), book.disk)
        let again = NotebookFixture(other, disk: disk, size: .standard, settings: NotebookSettings())
        again.unlock(Self.passphrase)
        again.command("改自己的口令")
        for text in [Self.passphrase, "新的一句长口令", "新的一句长口令"] {
            again.type(text)
            again.press("Enter")
        }
        #expect(again.status.contains("口令已改"), "\(again.text)")
        again.press("F12")
        again.unlock("新的一句长口令")
        #expect(!again.desk.isLocked)
    }

    private func later(_ disk: SimulatedFileSystem) -> StoreEnvironment {
        var environment = StoreEnvironment.simulated(disk, seed: 9, tuning: StoreTuning())
        environment.clock = ScriptedClock(milliseconds: ScriptedClock().now.milliseconds + 60_000)
        return environment
    }
}
