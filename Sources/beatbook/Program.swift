import ArgumentParser
import Glibc

/// Where the program begins and ends.
@main
enum Program {
    static func main() {
        do {
            let arguments = try Arguments.ofProcess()
            try CommandNames.check(arguments)
            var command = try Beatbook.parseAsRoot(arguments)
            try command.run()
            try Console.flush()
        } catch {
            exit(Ending.report(error))
        }
    }
}
