import Records

/// Copies segments both ways between the private folder and a place.
///
/// Whatever it is interrupted by, doing it again goes on where it was: a file counts only when it is whole, and every
/// file is put in place whole. It uses nothing of the open store, so any thread may run it.
struct Transfer {
    private let plan: ExchangePlan
    private let source: ExchangeSource
    private let intake: SegmentIntake
    private let isCancelled: () -> Bool
    private let onProgress: (ExchangeProgress) -> Void
    private let deliver: (ExchangeArrival) -> Bool

    private(set) var report = ExchangeReport()
    private var findings: ExchangeFindings
    private var progress = ExchangeProgress()
    private let start: Int
    private var memory: PlaceMemory
    /// What is here.
    private var here: Set<SegmentID>
    /// Own segments that are damaged; afterwards those that still are.
    private(set) var damaged: Set<SegmentID>
    /// What the place has whole.
    private var there: Set<SegmentID> = []
    /// Files of the place that are not whole, and which segment they should be, if that is known.
    private var incomplete: [(file: PlaceScan.File, id: SegmentID?)] = []
    /// Whether the place can still be written to.
    private var isWritable = true
    private var touchedHere: Set<String> = []
    private var touchedThere: Set<String> = []

    init(
        _ plan: ExchangePlan, isCancelled: @escaping () -> Bool, progress: @escaping (ExchangeProgress) -> Void,
        deliver: @escaping (ExchangeArrival) -> Bool
    ) {
        self.plan = plan
        source = plan.survey.source
        intake = SegmentIntake(store: source.store, isSealed: source.isSealed, keys: plan.keys)
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

    // MARK: - What there is

    /// Sorts the place's files into those that are known and those that must be read.
    private mutating func sortFiles() -> [PlaceScan.File] {
        var wanted: [PlaceScan.File] = []
        var strays: [PlaceScan.File] = []
        for file in plan.survey.scan.files {
            let isInPlace = SegmentID(path: file.path) != nil
            if let id = memory.known(file), !plan.isThorough, here.contains(id), !damaged.contains(id) {
                there.insert(id)
            } else if file.size > SegmentCheck.largest {
                isInPlace ? incomplete.append((file, SegmentID(path: file.path))) : findings.add(.strange, file.path)
            } else if isInPlace || memory.known(file) != nil {
                wanted.append(file)
            } else {
                strays.append(file)
            }
        }
        for file in strays {
            if isCancelled() { break }
            // A renamed film must not be read to its end.
            switch opening(of: file) {
            case true?: wanted.append(file)
            case false?: findings.add(.strange, file.path)
            case nil: findings.add(.unreadable, file.path)
            }
        }
        return wanted
    }

    /// Whether a file begins as a segment does; `nil` when it cannot be read.
    private func opening(of file: PlaceScan.File) -> Bool? {
        let magic = SegmentCheck.opening
        // An empty file may be one that is just being copied.
        guard file.size > 0 else { return file.path.hasSuffix(".jsonl") }
        do throws(FileError) {
            let handle = try source.place.open(file.path, .read)
            defer { source.place.files.close(handle) }
            var bytes = [UInt8](repeating: 0, count: min(magic.count, file.size))
            let result = bytes.withUnsafeMutableBytes { buffer in
                Result { () throws(FileError) in
                    try source.place.fill(buffer, from: handle, at: 0, name: file.path)
                }
            }
            return try result.get() == bytes.count && magic.starts(with: bytes)
        } catch {
            return nil
        }
    }

    private mutating func checkRoomHere(_ files: [PlaceScan.File]) -> Bool {
        let needed = files.reduce(0) { sum, file in
            SegmentID(path: file.path).map { here.contains($0) } == true ? sum : sum + file.size
        }
        guard needed > 0, let free = try? source.home.files.freeSpace(source.home.root),
            needed + source.environment.tuning.logBytes > free
        else { return true }
        findings.add(.fullHere(needed + source.environment.tuning.logBytes - free))
        return false
    }

    private func sizes(of segments: Set<SegmentID>) -> Int {
        segments.reduce(0) { $0 + (((try? source.home.status(Self.home($1))) ?? nil)?.size ?? 0) }
    }

    /// Where a segment lies in the private folder.
    private static func home(_ id: SegmentID) -> String {
        "\(id.stream.rawValue)/\(StreamState.path(id.writer, id.name))"
    }

    // MARK: - From the place

    private mutating func fetch(_ files: [PlaceScan.File]) {
        for file in files {
            if stopsNow() { return }
            fetch(file)
            advance(file.size)
            if report.isCancelled { return }
        }
    }

    private mutating func fetch(_ file: PlaceScan.File) {
        let bytes: [UInt8]
        do throws(FileError) {
            guard let read = try source.place.read(file.path) else { return }
            bytes = read
        } catch {
            findings.add(.unreadable, file.path)
            return
        }
        if let check = SegmentCheck(bytes), check.header.store == source.store, here.contains(check.id),
            !damaged.contains(check.id), !check.isNewer
        {
            note(check.id, file, bytes.count, isWhole: check.isWhole)
            return
        }
        switch intake.examine(bytes) {
        case .good(let id, let kept, let changes, let isKeyMissing):
            guard take(id, kept) else { return }
            note(id, file, bytes.count, isWhole: true)
            if isKeyMissing { findings.add(.keyMissing, file.path) }
            hand(ExchangeArrival(id: id, changes: changes, isRead: !isKeyMissing))
        case .newer(let id, let kept):
            findings.add(.newer, file.path)
            let size = here.contains(id) ? ((try? source.home.status(Self.home(id))) ?? nil)?.size ?? 0 : -1
            // Its end cannot be told, so of several copies the longest counts.
            guard bytes.count > size else { return note(id, file, bytes.count, isWhole: bytes.count == size) }
            guard take(id, kept) else { return }
            note(id, file, bytes.count, isWhole: true)
            hand(ExchangeArrival(id: id, changes: [], isRead: false))
        case .foreign: findings.add(.foreign, file.path)
        case .incomplete(let id): incomplete.append((file, id ?? SegmentID(path: file.path)))
        case .strange:
            if let id = SegmentID(path: file.path) {
                incomplete.append((file, id))
            } else {
                findings.add(.strange, file.path)
            }
        }
    }

    private mutating func note(_ id: SegmentID, _ file: PlaceScan.File, _ size: Int, isWhole: Bool) {
        guard isWhole else {
            incomplete.append((file, id))
            return
        }
        there.insert(id)
        memory.remember(id, PlaceScan.File(path: file.path, size: size))
    }

    /// Puts a segment into the private folder.
    private mutating func take(_ id: SegmentID, _ bytes: [UInt8]) -> Bool {
        let name = Self.home(id)
        let directory = "\(id.stream.rawValue)/\(FileNames.segments)/\(id.writer.rawValue)"
        do throws(FileError) {
            if touchedHere.insert(directory).inserted {
                try source.home.makeDirectory("\(id.stream.rawValue)/\(FileNames.segments)")
                try source.home.makeDirectory(directory)
                touchedHere.insert("\(id.stream.rawValue)/\(FileNames.segments)")
            }
            try source.home.put(bytes, as: name, by: name + Folder.unfinished)
        } catch {
            if error.reason == .full {
                findings.add(.fullHere(bytes.count))
            } else {
                findings.add(.unreadable, name)
            }
            report.isCancelled = true
            return false
        }
        if damaged.remove(id) != nil { findings.add(.healed, name) }
        if id.writer == source.writer, !here.contains(id) {
            findings.add(.own, id.path)
            report.bringsOwn = true
        }
        here.insert(id)
        report.received.segments += 1
        report.received.bytes += bytes.count
        report.arrived[id.writer, default: 0] += 1
        return true
    }

    private mutating func hand(_ arrival: ExchangeArrival) {
        report.changes += arrival.changes.count
        let limit = source.environment.clock.now.milliseconds + 24 * 3_600_000
        findings.add(
            .ahead, count: arrival.changes.reduce(0) { $0 + ($1.stored.change.moment.milliseconds > limit ? 1 : 0) })
        if !deliver(arrival) { report.isCancelled = true }
    }

    /// Says what the place had last time and has no more.
    private mutating func noteLosses(_ known: Set<SegmentID>) {
        guard !report.isCancelled else { return }
        let lost = known.subtracting(there)
        guard !lost.isEmpty else { return }
        findings.add(lost.count == known.count ? .emptied : .wentBack, lost.min()?.path, count: lost.count)
    }

    // MARK: - To the place

    /// Gives the place its description, its identity and the files with keys.
    private mutating func prepare() {
        let survey = plan.survey
        let isOther = survey.findings.contains(.otherStore)
        for path in survey.scan.leftovers { try? source.place.remove(path) }
        do throws(FileError) {
            if !survey.isDescribed, !isOther {
                try publish(source.description, at: FileNames.storeCopy)
                try publish(source.description, at: FileNames.store)
            }
            if let place = survey.place {
                report.place = place
            } else if !isOther {
                let place = RandomText.base32(count: 20, using: source.environment.random)
                let marker = CheckedObject.bytes(
                    kind: "place", [.init("format", .number(1)), .init("place", .text(place))])
                try publish(marker, at: FileNames.place)
                memory = memory.named(place)
                report.place = place
            }
            for name in try source.home.list(FileNames.keys)
            where source.isSealed && name.hasSuffix(".json") && !survey.keysThere.contains(String(name.prefix { $0 != "." })) {
                guard let bytes = try source.home.read("\(FileNames.keys)/\(name)") else { continue }
                try source.place.makeDirectory(FileNames.keys)
                try publish(bytes, at: "\(FileNames.keys)/\(name)")
            }
        } catch {
            fail(error)
        }
    }

    private mutating func publish(_ bytes: [UInt8], at path: String) throws(FileError) {
        try source.put(bytes, at: path)
        touchedThere.insert(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
    }

    private mutating func send() {
        let missing = here.subtracting(there).sorted()
        report.missingThere = missing.count
        guard !missing.isEmpty, isWritable, !report.isCancelled, isRoomThere(missing) else { return }
        for id in missing {
            if stopsNow() || !isWritable { return }
            send(id)
        }
    }

    private mutating func isRoomThere(_ missing: [SegmentID]) -> Bool {
        let needed = sizes(of: Set(missing))
        guard let free = try? source.place.files.freeSpace(source.place.root), needed > free else { return true }
        findings.add(.fullThere(needed - free))
        return false
    }

    private mutating func send(_ id: SegmentID) {
        let name = Self.home(id)
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try source.home.read(name) ?? []
        } catch {
            bytes = []
        }
        defer { advance(bytes.count) }
        let check = SegmentCheck(bytes)
        // Damage is not passed on: what the place has or another laptop brings may be better.
        guard let check, check.id == id, check.isWhole || check.isNewer else {
            findings.add(.damagedHere, name)
            damaged.insert(id)
            return
        }
        do throws(FileError) {
            try source.place.makeDirectory(FileNames.segments)
            try source.place.makeDirectory("\(FileNames.segments)/\(id.stream.rawValue)")
            try source.place.makeDirectory("\(FileNames.segments)/\(id.stream.rawValue)/\(id.writer.rawValue)")
            for parent in ["", FileNames.segments, "\(FileNames.segments)/\(id.stream.rawValue)"] {
                touchedThere.insert(parent)
            }
            let path = try freePath(for: id, bytes)
            try publish(bytes, at: path)
            there.insert(id)
            memory.remember(id, PlaceScan.File(path: path, size: bytes.count))
            report.sent.segments += 1
            report.sent.bytes += bytes.count
            report.missingThere -= 1
        } catch {
            fail(error)
        }
    }

    /// Where a segment can be put without taking anything away: over what is missing or is its own beginning, else beside.
    private func freePath(for id: SegmentID, _ bytes: [UInt8]) throws(FileError) -> String {
        let stem = id.path.dropLast(".jsonl".count)
        for number in 1...9 {
            let path = number == 1 ? id.path : "\(stem).\(number).jsonl"
            guard let status = try source.place.status(path) else { return path }
            guard !status.isDirectory, !status.isOther, status.size <= bytes.count else { continue }
            if bytes.starts(with: try source.place.read(path) ?? []) { return path }
        }
        throw FileError(.open, id.path, code: 0, reason: .exists)
    }

    private mutating func fail(_ error: FileError) {
        switch error.reason {
        case .denied:
            findings.add(.readOnly)
            isWritable = false
        case .full:
            findings.add(.fullThere(1))
            isWritable = false
        case .exists: findings.add(.broken, error.name)
        default:
            findings.add(.broken, error.name)
            isWritable = false
        }
    }

    // MARK: - The end

    /// Makes names durable.
    @discardableResult
    private mutating func sync(_ directories: Set<String>, in folder: Folder) -> Bool {
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

    private mutating func finish() {
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

    private mutating func remember() {
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

    private mutating func stopsNow() -> Bool {
        if isCancelled() { report.isCancelled = true }
        return report.isCancelled
    }

    private mutating func advance(_ bytes: Int) {
        progress.done += bytes
        progress.elapsed = source.environment.clock.now.milliseconds - start
        progress.total = max(progress.total, progress.done)
        onProgress(progress)
    }
}
