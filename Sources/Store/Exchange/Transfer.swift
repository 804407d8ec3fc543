import Records

/// Copies segments both ways between the private folder and a place.
///
/// Whatever it is interrupted by, doing it again goes on where it was: a file counts only when it is whole, and every
/// file is put in place whole. It uses nothing of the open store, so any thread may run it.
struct Transfer {
    let plan: ExchangePlan
    let source: ExchangeSource
    let intake: SegmentIntake
    let isCancelled: () -> Bool
    let onProgress: (ExchangeProgress) -> Void
    let deliver: (ExchangeArrival) -> Bool

    var report = ExchangeReport()
    var findings: ExchangeFindings
    var progress = ExchangeProgress()
    let start: Int
    var memory: PlaceMemory
    /// What is here.
    var here: Set<SegmentID>
    /// Own segments that are damaged; afterwards those that still are.
    var damaged: Set<SegmentID>
    /// What the place has whole.
    var there: Set<SegmentID> = []
    /// Files of the place that are not whole, and which segment they should be, if that is known.
    var incomplete: [(file: PlaceScan.File, id: SegmentID?)] = []
    /// Whether the place can still be written to.
    var isWritable = true
    var touchedHere: Set<String> = []
    var touchedThere: Set<String> = []

    init(
        _ plan: ExchangePlan, isCancelled: @escaping () -> Bool, progress: @escaping (ExchangeProgress) -> Void,
        deliver: @escaping (ExchangeArrival) -> Bool
    ) {
        self.plan = plan
        source = plan.survey.source
        intake = SegmentIntake(
            store: source.store, isSealed: source.isSealed, keys: plan.keys, redactors: plan.redactors)
        self.isCancelled = isCancelled
        onProgress = progress
        self.deliver = deliver
        findings = plan.survey.findings
        findings.add(plan.findings)
        memory = plan.survey.memory
        here = plan.here
        damaged = plan.damaged
        start = source.environment.clock.now.milliseconds
    }

    /// Does it.
    mutating func run() {
        let known = memory.all
        memory.keep(only: Set(plan.survey.scan.files.map(\.path)))
        let toRead = sortFiles()
        let isRoomHere = checkRoomHere(toRead)
        progress.total = toRead.reduce(0) { $0 + $1.size }
        prepare()
        progress.total += sizes(of: here.subtracting(there).subtracting(toRead.compactMap { SegmentID(path: $0.path) }))
        progress.isLooking = false
        report.lastMet = memory.met > 0 ? memory.met : nil
        if isRoomHere { fetch(toRead) }
        sync(touchedHere, in: source.home)
        noteLosses(known)
        send()
        finish()
    }

    /// Makes names durable.
    @discardableResult
    mutating func sync(_ directories: Set<String>, in folder: Folder) -> Bool {
        var isGood = true
        for directory in directories.sorted() {
            do throws(FileError) {
                try folder.syncNames(in: directory)
            } catch {
                isGood = false
            }
        }
        return isGood
    }

    mutating func finish() {
        let isSynced = sync(touchedThere, in: source.place)
        if !isSynced { findings.add(.broken) }
        for (file, id) in incomplete {
            // Another copy there is whole.
            if let id, there.contains(id) { continue }
            findings.add(.incomplete, file.path)
        }
        report.isSafeToRemove = isSynced && isWritable && !report.isCancelled && report.missingThere == 0
        report.findings = findings.all
        remember()
        onProgress(progress)
    }

    mutating func remember() {
        guard report.place != nil else { return }
        let now = source.environment.clock.now.milliseconds
        // The hour is enough, and costs nothing when there is nothing new.
        guard memory.isChanged || abs(now - memory.met) > 3_600_000 else { return }
        memory.met = now
        do throws(FileError) {
            try source.home.makeDirectory(FileNames.places)
            try source.home.publish(memory.bytes(store: source.store), as: PlaceMemory.file(memory.place))
        } catch {
            // Then everything is read again next time.
        }
    }

    mutating func stopsNow() -> Bool {
        if isCancelled() { report.isCancelled = true }
        return report.isCancelled
    }

    mutating func advance(_ bytes: Int) {
        progress.done += bytes
        // A clock that was set back must not give a negative rate.
        progress.elapsed = max(progress.elapsed, source.environment.clock.now.milliseconds - start)
        progress.total = max(progress.total, progress.done)
        onProgress(progress)
    }
}
