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
            for measurement in Measurement.allCases where options.wants(measurement) {
                var clear: [Row] = []
                for isSealed in [false, true] {
                    let made = "\(folder)/\(isSealed ? "sealed" : "room")-\(records)"
                    var rows = try generate(made, records, isSealed: isSealed, isWanted: measurement == .generate)
                    // A measurement that writes would change the next one, so each gets the room as it was made.
                    let room = "\(scratch.path)/room"
                    ScratchFolder.remove(room)
                    try copy(made, to: room)
                    // The store sees that it was copied and says so once.
                    _ = try child("settle", room, records)
                    switch measurement {
                    case .version, .generate: break
                    case .frame: rows += try frame(room, records, isSealed: isSealed)
                    case .rebuild: rows += try rebuild(room, records, isSealed: isSealed)
                    case .bytes: rows += try bytes(room, records)
                    default:
                        rows += try child(measurement.rawValue, room, records).split(separator: "\n")
                            .map { Row(String($0)) }
                    }
                    ScratchFolder.remove(room)
                    for (place, row) in rows.enumerated() {
                        row.print(beside: isSealed && clear.indices.contains(place) ? clear[place] : nil, isSealed)
                    }
                    clear = rows
                }
            }
        }
        print("load \(load) at the end")
    }

    private var load: String {
        let text = String(decoding: (try? ScratchFolder.read("/proc/loadavg")) ?? [], as: UTF8.self)
        return text.split(separator: " ").prefix(2).joined(separator: " ")
    }

    private func child(
        _ name: String, _ room: String, _ records: Int, _ more: [String] = []
    ) throws -> String {
        let run = try ToolRun(
            program, arguments(name, room, records) + more, environment: environment, seconds: 1200)
        guard run.ending == .exited(0) else { throw BenchmarkError("\(name): \(run.text)\(run.errorText)") }
        return run.text
    }

    private func arguments(_ name: String, _ room: String, _ records: Int) -> [String] {
        ["--child", name, "--store", room, "--records", "\(records)"]
    }

    private func copy(_ room: String, to other: String) throws {
        let run = try ToolRun("cp", ["-a", room, other], environment: environment)
        guard run.ending == .exited(0) else { throw BenchmarkError("copying the room: \(run.errorText)") }
    }

    private func generate(
        _ room: String, _ records: Int, isSealed: Bool, isWanted: Bool
    ) throws -> [Row] {
        let numbers = try child("generate", room, records, isSealed ? ["--sealed"] : []).numbers
        guard numbers.count == 2, isWanted else { return [] }
        return [
            Row(
                Line(
                    what: "make a room", records: records,
                    measured: "\(Line.text(numbers[0])) ms (cpu \(Line.text(numbers[1])))"))
        ]
    }

    private func frame(_ room: String, _ records: Int, isSealed: Bool) throws -> [Row] {
        let runs = try (0..<9).map { _ in try child("frame", room, records).numbers }
        guard runs.allSatisfy({ $0.count == 6 }) else { throw BenchmarkError("frame told too little") }
        func median(_ place: Int) -> Double { Samples.quantile(0.5, of: runs.map { $0[place] }) }
        let texts = (0..<6).map { Line.text(median($0)) }
        let budget = records > 10_000 ? 150.0 : 50
        let resident = Row(
            Line(
                what: "resident, after looking around", records: records,
                measured: "\(texts[5]) MiB (first frame \(texts[3]), peak \(texts[4]))", value: median(5),
                budget: records > 1000 ? 200 : 40, unit: "MiB"))
        let measured = "median \(texts[0]) ms (cpu \(texts[1])); of it opening \(texts[2]) ms"
        guard isSealed else {
            return [
                Row(
                    Line(
                        what: "first usable frame, Today filled in", records: records, measured: measured,
                        value: median(0), budget: budget)), resident,
            ]
        }
        let passphrase = try passphrase()
        let wall = median(0) - passphrase.wall
        let processor = median(1) - passphrase.processor
        return [
            Row(
                Line(
                    what: "first usable frame, from the derived key", records: records,
                    measured: "median \(Line.text(wall)) ms (cpu \(Line.text(processor)))", value: wall,
                    budget: max(budget, 150))), resident,
            Row(
                Line(
                    what: "first usable frame, from Enter on the passphrase", records: records, measured: measured,
                    value: median(0), budget: 600)),
        ]
    }

    /// What the passphrase costs: the same without records, and taken off it leaves the time from the derived key.
    private func passphrase() throws -> Stopwatch.Time {
        let empty = try ScratchFolder("empty")
        let unlocks = try (0..<5).map { _ in try child("unlock", "\(empty.path)/room", 1).numbers }
        guard unlocks.allSatisfy({ $0.count == 2 }) else { throw BenchmarkError("unlock told too little") }
        return Stopwatch.Time(
            wall: Samples.quantile(0.5, of: unlocks.map { $0[0] }),
            processor: Samples.quantile(0.5, of: unlocks.map { $0[1] }))
    }

    private func rebuild(_ room: String, _ records: Int, isSealed: Bool) throws -> [Row] {
        let runs = try (0..<3).map { _ in
            Room.removeImages(in: room)
            return try child("rebuild", room, records).numbers
        }
        guard runs.allSatisfy({ $0.count == 3 }) else { throw BenchmarkError("rebuild told too little") }
        func median(_ place: Int) -> Double { Samples.quantile(0.5, of: runs.map { $0[place] }) }
        let before = isSealed ? try passphrase() : Stopwatch.Time(wall: 0, processor: 0)
        let wall = median(0) - before.wall
        let processor = median(1) - before.processor
        let measured = "median \(Line.text(wall)) ms (cpu \(Line.text(processor)), peak \(Line.text(median(2))) MiB)"
        return [
            Row(
                Line(
                    what: isSealed ? "rebuild the index, from the derived key" : "rebuild the index",
                    records: records, measured: measured, value: wall,
                    budget: 3000 * max(0.1, Double(records) / 100_000)))
        ]
    }

    /// Steps through lists on a real pseudo terminal, and counts what comes.
    private func bytes(_ room: String, _ records: Int) throws -> [Row] {
        var rows: [Row] = []
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
                rows.append(
                    Row(
                        Line(
                            what: "bytes a cursor step writes, pane \(pane), 80×24", records: records,
                            measured: "median \(Line.text(Samples.quantile(0.5, of: moved))), most \(Line.text(most))",
                            value: most, budget: 300, unit: "B")))
            }
            try terminal.send("<C-q>")
            _ = try terminal.waitForExit()
        }
        return rows
    }
}

extension String {
    /// The numbers in what a child printed.
    fileprivate var numbers: [Double] { split { $0 == " " || $0 == "\n" }.compactMap { Double($0) } }
}
