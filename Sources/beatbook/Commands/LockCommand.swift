import ArgumentParser
import Desk

/// `beatbook lock`: says how locking works, since no command leaves anything unlocked behind it.
struct LockCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "lock", abstract: Label("说明怎样锁定。", "How to lock.").spoken)
    }

    @OptionGroup var language: LanguageOption

    func run() throws {
        Console.note(
            Label(
                "每条命令结束时都会锁定，没有什么要锁。屏幕上的本子按 F12 或 Ctrl-K 锁定。",
                "Every command locks when it ends: there is nothing to lock. The notebook on a screen locks with F12 or Ctrl-K."
            ))
    }
}
