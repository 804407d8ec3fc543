import Glibc
import TestSupport

/// Makes the rooms, starts a process for every measurement, and prints the table.
struct Parent {
    let options: Options

    private let program: String
    private let environment: [String: String]

    /// Gets ready.
    init(options: Options) throws {
        self.options = options
        program = try BuiltProduct.path(of: "Benchmarks")
        environment = JourneyEnvironment.make(home: "/")
    }

    /// Takes all measurements that were asked for.
    func run() throws {
        print("load \(load) on \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors")
        print("records | what | measured | budget | verdict")
        if options.wants(.version) { try Version.measure(environment: environment) }
        let scratch = try ScratchFolder("benchmarks")
        let folder = options.keep ?? scratch.path
        for records in options.records {
            // A measurement that writes would change the next one, so each gets the room as it was made.
            let made = "\(folder)/room-\(records)"
            let room = "\(scratch.path)/room"
            try generate(made, records)
            for measurement in Measurement.allCases where options.wants(measurement) {
                ScratchFolder.remove(room)
                try copy(made, to: room)
                // The store sees that it was copied and says so once.
                _ = try child("settle", room, records)
                switch measurement {
                case .version, .generate: break
                case .frame: try frame(room, records)
                case .rebuild: try rebuild(room, records)
                case .bytes: try bytes(room, records)
                default: print(try child(measurement.rawValue, room, records), terminator: "")
                }
            }
            ScratchFolder.remove(room)
        }
        print("load \(load) at the end")
    }

    private var load: String {
        let text = String(decoding: (try? ScratchFolder.read("/proc/loadavg")) ?? [], as: UTF8.self)
        return text.split(separator: " ").prefix(2).joined(separator: " ")
    }

    private func child(_ name: String, _ room: String, _ records: Int) throws -> String {
        let run = try ToolRun(program, arguments(name, room, records), environment: environment, seconds: 1200)
        guard run.ending == .exited(0) else { throw BenchmarkError("\(name): \(run.text)\(run.errorText)") }
        return run.text
    }

    private func arguments(_ name: String, _ room: String, _ records: Int) -> [String] {
        ["--child", name, "--store", room, "--records", "\(records)"]
    }

    private func numbers(_ name: String, _ room: String, _ records: Int) throws -> [Double] {
        try child(name, room, records).split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
    }

    private func copy(_ room: String, to other: String) throws {
        let run = try ToolRun("cp", ["-a", room, other], environment: environment)
        guard run.ending == .exited(0) else { throw BenchmarkError("copying the room: \(run.errorText)") }
    }

    private func generate(_ room: String, _ records: Int) throws {
        let numbers = try numbers("generate", room, records)
        guard numbers.count == 2, options.wants(.generate) else { return }
        Line(
            what: "make a room", records: records,
            measured: "\(Line.text(numbers[0])) ms (cpu \(Line.text(numbers[1])))"
        ).print()
    }

    private func frame(_ room: String, _ records: Int) throws {
        let runs = try (0..<9).map { _ in try numbers("frame", room, records) }
        guard runs.allSatisfy({ $0.count == 6 }) else { throw BenchmarkError("frame told too little") }
        func median(_ place: Int) -> Double { Samples.quantile(0.5, of: runs.map { $0[place] }) }
        let texts = (0..<6).map { Line.text(median($0)) }
        Line(
            what: "first usable frame, Today filled in", records: records,
            measured: "median \(texts[0]) ms (cpu \(texts[1])); of it opening \(texts[2]) ms", value: median(0),
            budget: records > 10_000 ? 150 : 50
        ).print()
        Line(
            what: "resident, after looking around", records: records,
            measured: "\(texts[5]) MiB (first frame \(texts[3]), peak \(texts[4]))", value: median(5),
            budget: records > 1000 ? 200 : 40, unit: "MiB"
        ).print()
    }

    private func rebuild(_ room: String, _ records: Int) throws {
        let runs = try (0..<3).map { _ in
            Room.removeImages(in: room)
            return try numbers("rebuild", room, records)
        }
        guard runs.allSatisfy({ $0.count == 3 }) else { throw BenchmarkError("rebuild told too little") }
        func median(_ place: Int) -> Double { Samples.quantile(0.5, of: runs.map { $0[place] }) }
        Line(
            what: "rebuild the index", records: records,
            measured: "\(Line.text(median(0))) ms (cpu \(Line.text(median(1))), peak \(Line.text(median(2))) MiB)",
            value: median(0), budget: 3000 * max(0.1, Double(records) / 100_000)
        ).print()
    }

    /// Steps through lists on a real pseudo terminal, and counts what comes.
    private func bytes(_ room: String, _ records: Int) throws {
        try withTerminal(program, arguments("screen", room, records), environment: environment) { terminal in
            try terminal.waitIdle()
            for pane in 1...Places.panes.count {
                try terminal.press("<A-\(pane)>")
                if pane == 2 { try terminal.press("<Enter>") }
                var steps: [Double] = []
                for turn in 0..<40 {
                    steps.append(
                        Double(try terminal.bytesWritten { try terminal.send(turn % 10 < 7 ? "<Down>" : "<Up>") }))
                }
                let moved = steps.filter { $0 > 0 }
                let most = moved.max() ?? 0
                Line(
                    what: "bytes a cursor step writes, pane \(pane), 80×24", records: records,
                    measured: "median \(Line.text(Samples.quantile(0.5, of: moved))), most \(Line.text(most))",
                    value: most, budget: 300, unit: "B"
                ).print()
            }
            try terminal.send("<C-q>")
            _ = try terminal.waitForExit()
        }
    }
}
