public import Casework
import Index
import Records
public import Store

extension Desk {
    /// Opens the notebook in a directory, whatever state a crash left it in.
    ///
    /// - Parameters:
    ///   - path: the private directory.
    ///   - environment: everything taken from outside.
    ///   - holidays: the days off, if the unit has loaded them.
    /// - Returns: the notebook; nobody has signed in yet, and a sealed one is locked.
    /// - Throws: ``DeskError``.
    public static func open(
        at path: String, environment: StoreEnvironment, holidays: HolidayTable = HolidayTable()
    ) throws(DeskError) -> Desk {
        do throws(StoreError) {
            return try Desk.over(
                try Store.open(at: path, environment: environment), environment: environment, holidays: holidays)
        } catch {
            throw DeskError(error)
        }
    }

    /// Whether a directory holds a notebook.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - environment: everything taken from outside.
    /// - Returns: whether it does.
    /// - Throws: ``DeskError/storage(_:)``.
    public static func exists(at path: String, environment: StoreEnvironment) throws(DeskError) -> Bool {
        do throws(StoreError) {
            return try Store.exists(at: path, environment: environment)
        } catch {
            throw .storage(error.label)
        }
    }

    /// Sets a clear notebook up: the police room and its first officer.
    ///
    /// Only where that was chosen in so many words; ``create(at:environment:room:officer:sealed:)`` makes the usual one.
    ///
    /// - Parameters:
    ///   - path: the private directory; it must hold no notebook.
    ///   - environment: everything taken from outside.
    ///   - room: the name of the police room.
    ///   - officer: the name of the first officer.
    ///   - demo: whether it will hold invented records for practice.
    /// - Returns: the notebook, with that officer signed in.
    /// - Throws: ``DeskError``.
    public static func create(
        at path: String, environment: StoreEnvironment, room: String, officer: String, demo: Bool = false
    ) throws(DeskError) -> Desk {
        let desk: Desk
        do throws(StoreError) {
            desk = try over(
                try Store.create(at: path, environment: environment, mode: .clear, demo: demo),
                environment: environment, holidays: HolidayTable())
        } catch {
            throw .storage(error.label)
        }
        try desk.setUp(room: room, officer: officer, id: RecordID.random(using: &desk.random))
        return desk
    }

    /// Writes the first two records.
    ///
    /// The officer's own record is written by the officer.
    func setUp(room name: String, officer: String, id: RecordID) throws(DeskError) {
        person = Person(id: id, name: officer, role: .beat)
        var values = newValues(of: Officer.type)
        values[Officer.name] = officer
        values[Officer.role] = .beat
        try refuse(problems(in: values, of: Officer.type, base: nil))
        var room = newValues(of: Room.type)
        room[Room.name] = name
        room[Room.station] = name
        try refuse(problems(in: room, of: Room.type, base: nil))
        try commit(Record.creation(id: id, type: Officer.type.id, values: values), to: .general, batch: Self.fixedBatch)
        try commit(
            Record.creation(id: RecordID.random(using: &random), type: Room.type.id, values: room), to: .general,
            batch: Self.fixedBatch)
    }

    private func refuse(_ problems: [Problem]) throws(DeskError) {
        let refusals = problems.filter { $0.severity == .refusal }
        if !refusals.isEmpty { throw .refused(refusals) }
    }

    static func over(
        _ store: Store, environment: StoreEnvironment, holidays: HolidayTable
    ) throws(StoreError) -> Desk {
        let desk: Desk
        do {
            let index = try Index(types: Casework.storedTypes, projection: projection(holidays))
            desk = Desk(store: store, index: index, environment: environment, holidays: holidays)
        } catch {
            // The index lives in memory: only the machine itself can fail it.
            throw .damaged("index")
        }
        if desk.isSealed { FreedMemory.overwriteFromNowOn() }
        if store.isLocked {
            // Nothing was read yet.
            desk.drop()
            let tries = store.wrongTries
            if tries.count > 0 {
                desk.failedAttempt = FailedAttempt(milliseconds: tries.milliseconds, delay: tries.delay)
            }
        } else {
            for stream in desk.index.openStreams where !store.openStreams.contains(stream) {
                desk.index.detach(stream)
            }
            try desk.loadAll(store.openStreams)
        }
        return desk
    }

    /// Fills the indexes of the streams that are open.
    func loadAll(_ streams: Set<Stream>) throws(StoreError) {
        do {
            for stream in streams.sorted() { try load(stream) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw .damaged("index")
        }
    }

    /// What the index works out from every record.
    static func projection(_ holidays: HolidayTable) -> Projection {
        Projection(
            version: "casework 2",
            scopes: { _, values, _ in (values[Visit.visitors] ?? []).map(\.rawValue) },
            likeness: { values, type in Likeness.key(type.id, values) },
            hasTwinRows: { values, type in !Likeness.rows(type.id, values).isEmpty },
            due: { record, values, type in
                Tasks.projection(of: record.id, type: type.id, values: values, holidays: holidays).items.map {
                    DueRow(
                        record: $0.record, rule: $0.row.map { row in "raised/\(row)" } ?? $0.rule,
                        anchor: $0.anchor, day: $0.expires ?? .distantFuture, windowStart: $0.opens,
                        priority: $0.priority, kind: $0.type.rawValue)
                }
            })
    }

    /// Fills the index of a stream: from the saved image and what came since, or from everything.
    func load(_ stream: Stream) throws {
        try loadOnce(stream)
        // Erasures that came in from elsewhere, or old files that were put back: what is in memory now may hold values that
        // are gone from the files.
        guard store.hasErasuresToCarryOut(stream), store.readOnly == nil else { return }
        do throws(StoreError) {
            try store.carryOutErasures()
        } catch {
            // It stays to be done; ``erasureTrouble`` says so.
            return
        }
        try loadOnce(stream)
    }

    private func loadOnce(_ stream: Stream) throws {
        spoiled.remove(stream)
        memo = Memo()
        if let heads = try loadImage(stream) {
            do {
                try apply(stream, from: heads)
                return
            } catch is IndexError {
                // An image that was authenticated and still cannot be used: make it again.
            }
        }
        rebuilt.insert(stream)
        let queue = DecodingQueue<Void>(helpers: environment.decodingThreads)
        defer { queue.end() }
        try index.beginRebuild(of: stream, helper: queue.helper)
        try apply(stream, from: nil)
        try index.finishRebuild(of: stream)
    }

    private func loadImage(_ stream: Stream) throws -> Heads? {
        var image: IndexImage?
        let heads = try store.loadSnapshot(stream, schema: index.schemaStamp) { count in
            // The memory belongs to the image, which outlives the reading.
            var memory: UnsafeMutableRawBufferPointer?
            let make = { try? IndexImage(count: count) { memory = $0 } }
            image = isSealed ? FreedMemory.unfilled(make) : make()
            return memory
        }
        guard let heads, let image else { return nil }
        do {
            try index.attach(stream, adopting: image)
            return heads
        } catch {
            return nil
        }
    }

    private func apply(_ stream: Stream, from heads: Heads?) throws {
        let report = try store.readAll(stream, from: heads) { changes in
            try index.apply(changes.map { ($0.stored, PackedLocation($0.location).number) })
        }
        contained[stream] = report.heads
        changesSinceImage[stream, default: 0] += report.changes
        findings += report.findings
    }

    /// What was found when the notebook was opened, in the officer's words.
    public var opening: OpeningReport {
        var notices: [Label] = []
        if let reason = store.readOnly, reason != .locked { notices.append(reason.label) }
        notices += Finding.labels(of: store.report.findings + findings)
        if store.report.isNewWriter, store.incarnation > 1 {
            notices.append(
                Label(
                    "这台电脑的数据像是拷贝或恢复而来，此后用新的编号字母书写，原有内容不受影响。",
                    "This notebook looks copied or restored: it writes under a new letter from now on; nothing is lost."
                ))
        }
        return OpeningReport(notices: notices, wasRebuilt: !rebuilt.isEmpty)
    }
}

extension DecodingQueue<Void> {
    /// The queue as the index takes it.
    var helper: Helper {
        Helper { [self] job in
            let place = add(job)
            return { self.take(at: place) }
        }
    }
}

extension CalendarDay {
    /// The last day there is: what has no end.
    static let distantFuture = CalendarDay(ordinal: 2_932_896)
}
