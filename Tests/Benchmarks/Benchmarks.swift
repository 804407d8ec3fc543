import Glibc
import TestSupport

/// Measures the budgets of the design (`DESIGN.md` §7) on generated rooms, and says which are missed.
///
/// `swift run -c release Benchmarks [--records 1000,10000,100000] [--only NAME,…] [--keep DIR]`
@main
enum Benchmarks {
    static func main() {
        let options = Options(CommandLine.arguments.dropFirst())
        if let problem = options.problem {
            print(problem)
            exit(64)
        }
        do {
            if let child = options.child {
                try Child(
                    name: child, store: options.store, records: options.records[0], show: options.show,
                    isSealed: options.isSealed
                ).run()
            } else {
                try Parent(options: options).run()
            }
        } catch {
            print("stopped: \(error)")
            exit(1)
        }
    }
}
