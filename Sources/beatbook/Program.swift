import ArgumentParser
import Glibc
import Store

/// Where the program begins and ends.
@main
enum Program {
    static func main() {
        // A crash must not write keys and records to the disk.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Nor hand them to a program that collects crashes, which a limit does not stop, or to another program of the same user.
        ProcessPrivacy.begin()
        FreedMemory.keepInOneHeap()
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
