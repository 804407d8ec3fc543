import ArgumentParser
import Desk

/// How the process ends when a command did not run to its end.
enum Ending {
    /// Says why, and gives the exit status.
    static func report(_ error: any Error) -> Int32 {
        switch error {
        case let failure as CommandFailure: return say(failure)
        case let error as DeskError: return say(CommandFailure(error))
        default: return parser(error)
        }
    }

    private static func say(_ failure: CommandFailure) -> Int32 {
        // What was found before the failure is worth having; a second failure to write adds nothing.
        try? Console.flush()
        for line in failure.lines { Console.note(line) }
        return failure.status.rawValue
    }

    /// Help and version, which are no failures, and what ArgumentParser says about wrong usage.
    private static func parser(_ error: any Error) -> Int32 {
        let code = Beatbook.exitCode(for: error).rawValue
        let text = ParserText.spoken(Beatbook.fullMessage(for: error))
        guard code != 0 else {
            Console.out(text)
            do throws(CommandFailure) {
                try Console.flush()
                return 0
            } catch {
                return say(error)
            }
        }
        Console.note(Label(text, text))
        return code
    }
}
