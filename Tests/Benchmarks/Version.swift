import Glibc
import TestSupport

/// How long a program takes to say its version, and how long others take.
enum Version {
    /// Prints the line, with editors and pagers of the system as yardsticks.
    static func measure(environment: [String: String]) throws {
        guard let program = try? BuiltProduct.path(of: "beatbook"),
            let run = try? ToolRun(program, ["--version"], environment: environment), run.ending == .exited(0),
            !run.output.isEmpty
        else {
            print("        | beatbook --version | not built: skipped | |")
            return
        }
        let samples = try time(program)
        Line.of("beatbook --version, whole process", 0, samples, budget: 20, byMedian: true).print()
        for peer in ["less", "vim", "git"] {
            guard let path = ToolRun.path(of: peer) else { continue }
            let other = try time(path)
            let ratio = Line.text(samples.median / other.median)
            Line(
                what: "  beside \(peer) --version", records: 0,
                measured: "median \(Line.text(other.median)) ms: beatbook takes ×\(ratio)"
            ).print()
        }
    }

    private static func time(_ program: String) throws -> Samples {
        var samples = Samples()
        for _ in 0..<30 {
            let watch = Stopwatch()
            try runToEnd(program)
            samples.add(watch.time)
        }
        return samples
    }

    private static func runToEnd(_ program: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in Int32(1)...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("--version"), nil]
        defer { arguments.forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, program, &actions, nil, &arguments, environ) == 0 else {
            throw BenchmarkError("cannot start \(program)")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
}
