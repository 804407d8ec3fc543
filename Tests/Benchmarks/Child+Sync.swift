import Casework
import Desk
import Glibc
import Records
import Store
import TestSupport

extension Child {
    /// How many changes another laptop wrote meanwhile.
    private static let others = 20_000

    /// Syncs with a directory on the same disk.
    func sync() throws {
        let place = store + "-place"
        let second = store + "-second"
        for path in [place, second] { ScratchFolder.remove(path) }
        defer { for path in [place, second] { ScratchFolder.remove(path) } }
        try PosixFileSystem().makeDirectory(place)
        let desk = try Room.open(store)
        var watch = Stopwatch(wholeProcess: true)
        let sent = try desk.sync(with: place)
        line("sync: everything sent, \(Line.text(Double(sent.exchange.sent.bytes) / 1_048_576)) MiB", watch.time)
        var samples = Samples()
        for _ in 0..<9 {
            watch = Stopwatch(wholeProcess: true)
            _ = try desk.sync(with: place)
            samples.add(watch.time)
        }
        Line.of("sync: nothing new, open notebook", records, samples, budget: 30, byMedian: true).print()

        let environment = SystemEnvironment.environment()
        let isSealed = desk.isSealed
        Room.forgetPeak()
        watch = Stopwatch(wholeProcess: true)
        let joined = try Desk.join(
            at: second, from: place, environment: environment,
            admission: isSealed ? .passphrase(name: Room.name, Room.passphrase) : .open)
        line("sync: a laptop joins, \(joined.report.newChanges) changes", watch.time)
        printPeak("joined")
        joined.desk.close()
        desk.close()
        // As on any other day: from the image that was kept.
        let open = try Room.open(second)
        try write(to: place, environment, seed: 99)
        Room.forgetPeak()
        try take(open, place)
        printPeak("synced")
        try write(to: place, environment, seed: 100)
        try takeTyping(open, place)
        open.close()
    }

    /// Prints the most that was resident since the last time.
    private func printPeak(_ when: String) {
        defer { Room.forgetPeak() }
        print("\(records) | sync: resident at its highest, \(when) | \(Line.text(Room.resident.peak)) MiB | – | ")
    }

    private func line(_ what: String, _ time: Stopwatch.Time, budget: Double? = nil) {
        Line(
            what: what, records: records, measured: "\(Line.text(time.wall)) ms (cpu \(Line.text(time.processor)))",
            value: time.wall, budget: budget
        ).print()
    }

    /// The first laptop writes on, and brings it to the place.
    private func write(to place: String, _ environment: StoreEnvironment, seed: UInt64) throws {
        let first = try Store.open(at: store, environment: environment)
        if first.isLocked { try first.unlock(name: TextFolding.plain(Room.name), passphrase: Room.passphrase) }
        let all = DemoRoom.generate(records: Self.others, seed: seed, today: environment.clock.now.day)
        for start in stride(from: 0, to: all.count, by: 500) {
            for stream in Records.Stream.allCases {
                let changes = all[start..<min(all.count, start + 500)].compactMap { Room.change($0, in: stream) }
                if !changes.isEmpty { try first.append(batch: changes) }
            }
        }
        _ = try first.exchange(with: place) { _ in }
        first.close()
    }

    /// The second takes it in small steps, as it does behind the screen.
    private func take(_ desk: Desk, _ place: String) throws {
        let watch = Stopwatch(wholeProcess: true)
        let job = try desk.beginSync(with: place)
        var steps = Samples()
        while !job.isOver {
            let step = Stopwatch()
            if job.step() { steps.add(step.time) } else { usleep(100) }
        }
        guard case .finished(let report) = job.state else { throw BenchmarkError("\(job.state)") }
        line("sync: \(report.newChanges) new changes", watch.time, budget: 1500)
        let own = Line.text(steps.processor.reduce(0, +))
        print("\(records) | sync: of that the main loop's own | cpu \(own) ms | – | ")
        Line.of("sync: a step on the main loop", records, steps, budget: 2).print()
    }

    /// The second takes as many again while somebody types: every key waits for the step that is under way.
    private func takeTyping(_ desk: Desk, _ place: String) throws {
        let typist = Typist(desk)
        let job = try desk.beginSync(with: place)
        var keys = Samples()
        var last = Stopwatch()
        while !job.isOver {
            guard last.time.wall >= Self.pause else {
                if !job.step() { usleep(100) }
                continue
            }
            if keys.wall.count % 40 == 0 { typist.show(pane: keys.wall.count / 40 % Places.panes.count + 1) }
            let watch = Stopwatch()
            job.step()
            let step = watch.time
            _ = typist.wander(Places.moves, 1)
            keys.add(watch.time)
            if show { print("key", keys.wall.count, "step", step.processor, "in all", watch.time.processor) }
            last = Stopwatch()
        }
        guard case .finished = job.state else { throw BenchmarkError("\(job.state)") }
        Line.of("key → painted while \(Self.others) changes come", records, keys, budget: 8).print()
    }

    /// Milliseconds between two keys: faster than anybody types, so that there are enough of them.
    private static let pause = 5.0
}
