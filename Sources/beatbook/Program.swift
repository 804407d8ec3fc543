import Glibc

/// Where the program begins and ends.
@main
enum Program {
    static func main() {
        do {
            var command = try Beatbook.parseAsRoot(try Arguments.ofProcess())
            try command.run()
            try Console.flush()
        } catch {
            exit(Ending.report(error))
        }
    }
}
