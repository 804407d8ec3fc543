import Records

extension Store {
    /// Exchanges with a directory, from beginning to end on this thread.
    ///
    /// A program that must answer keys meanwhile does the same in steps: ``exchangeSource(with:)``, then `PlaceSurvey`
    /// on any thread, ``plan(_:isThorough:)``, ``nextReopened()``, `ExchangeResult.transfer` on any thread, ``adopt(_:)`` for what came,
    /// and ``finish(_:)``.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - isThorough: whether everything there is read and verified again.
    ///   - isCancelled: asked before every file.
    ///   - progress: told after every file.
    ///   - onMeeting: called once the place was looked at and before the logs become segments.
    ///   - apply: takes the changes of each segment that came; what it throws ends the exchange.
    /// - Returns: what it brought.
    /// - Throws: ``StoreError``, and what `apply` throws.
    public func exchange(
        with path: String, isThorough: Bool = false, isCancelled: @escaping () -> Bool = { false },
        progress: @escaping (ExchangeProgress) -> Void = { _ in }, onMeeting: () -> Void = {},
        _ apply: ([LocatedChange]) throws -> Void
    ) throws -> ExchangeReport {
        let survey = try PlaceSurvey(exchangeSource(with: path))
        onMeeting()
        let plan = try plan(survey, isThorough: isThorough)
        while let arrival = try nextReopened() {
            try apply(arrival.changes)
            adopt(arrival)
        }
        return try withoutActuallyEscaping(apply) { apply in
            var failure: (any Error)?
            let result = ExchangeResult.transfer(plan, isCancelled: isCancelled, progress: progress) { arrival in
                do {
                    try apply(arrival.changes)
                    self.adopt(arrival)
                    return true
                } catch {
                    failure = error
                    return false
                }
            }
            let report = try finish(result)
            if let failure { throw failure }
            return report
        }
    }

    /// Whether the logs hold changes that are in no segment yet, and so have gone nowhere.
    public var hasUnsent: Bool { streams.values.contains { $0.isOpen && !$0.pending.isEmpty } }

    /// What is needed to look at a directory, on any thread.
    ///
    /// - Parameter path: the directory.
    /// - Returns: it.
    /// - Throws: ``StoreError/readOnly(_:)``, ``StoreError/file(_:)``.
    public func exchangeSource(with path: String) throws(StoreError) -> ExchangeSource {
        if let reason = readOnly { throw .readOnly(reason) }
        do throws(FileError) {
            return ExchangeSource(
                place: Folder(files: environment.files, root: path), home: folder, environment: environment,
                store: identity, isSealed: mode == .sealed, writer: writer,
                description: try folder.read(FileNames.store) ?? description.bytes)
        } catch {
            throw .file(error)
        }
    }

    /// Takes in new keys, turns the logs into segments, and says what is here: all that ``preparation(for:)`` begins, at once.
    ///
    /// - Parameters:
    ///   - survey: what was found at the place.
    ///   - isThorough: whether everything there is read and verified again.
    /// - Returns: what the transfer needs to know.
    /// - Throws: ``StoreError/retired`` when the keys there say that the officer's was taken away; then the store is
    ///   locked. ``StoreError/readOnly(_:)``, ``StoreError/file(_:)``.
    public func plan(_ survey: PlaceSurvey, isThorough: Bool = false) throws(StoreError) -> ExchangePlan {
        var preparation = try preparation(for: survey)
        while try prepare(&preparation) {}
        return plan(preparation, isThorough: isThorough)
    }

    /// Counts a segment that came as one of the store's, once its changes are applied.
    ///
    /// Until then no saved index may claim to contain it.
    ///
    /// - Parameter arrival: the segment.
    public func adopt(_ arrival: ExchangeArrival) {
        guard let state = streams[arrival.id.stream] else { return }
        state.add(arrival.id.name, of: arrival.id.writer)
        state.unread[arrival.id] = arrival.isRead ? nil : false
        noticeErasures(in: arrival, state)
        // Where changes were looked for in vain they may be found now.
        index = nil
        cache = nil
    }

    /// Ends an exchange: remembers the place and, when it brought this laptop's own forgotten segments, goes on under
    /// a new name.
    ///
    /// - Parameter result: what the transfer did.
    /// - Returns: what to tell the officer.
    /// - Throws: ``StoreError/file(_:)``.
    @discardableResult
    public func finish(_ result: ExchangeResult) throws(StoreError) -> ExchangeReport {
        for id in result.damaged { streams[id.stream]?.unread[id] = true }
        if result.report.bringsOwn, readOnly == nil { try becomeNewWriter() }
        noteMeeting(result)
        guard hasErasures, readOnly == nil else { return result.report }
        var report = result.report
        do throws(StoreError) {
            // What was erased goes from here first: the place gets what is here.
            if hasErasuresToCarryOut { try carryOutErasures() }
            if let place = report.place { try eraseInExchange(at: result.home, place: place) }
        } catch {
            // It is done again at the next opening and the next meeting.
            report.findings.append(ExchangeFinding(.erasures))
            report.isSafeToRemove = false
        }
        return report
    }

    private var hasErasures: Bool { openStreams.contains { !erasures($0).isEmpty } }

    /// Goes on as a new writer: somebody else writes, or wrote, under this one's name.
    private func becomeNewWriter() throws(StoreError) {
        let open = streams.values.filter(\.isOpen).sorted { $0.stream < $1.stream }
        let made = try Writer(
            random: environment.random, incarnation: incarnation + 1, streams: open.map(\.stream),
            former: FormerWriter(writer, since: environment.clock.now.milliseconds))
        let machine = WriterFile.machineHash(environment.machine, store: identity)
        do throws(FileError) {
            let boxes = keyring.map { WriterFile.seal(made, keyring: $0, kept: [:], environment: environment) }
            identityInUse = made
            for state in open {
                guard let log = state.log else { continue }
                let pending = Array(state.pending)
                try log.reset(pending: pending, number: 1, writer: made.id)
                state.writer = made.id
                state.setNewest(0, nil)
            }
            // As at opening, the file comes last.
            if let boxes {
                try WriterFile.write(made, boxes: boxes, to: self, machine: machine)
            } else {
                try WriterFile.write(made, store: identity, to: folder, machine: machine)
            }
            report.isNewWriter = true
        } catch {
            // Half-way between two names nothing may be written; opening again settles it.
            report.readOnly = .disk(error)
            throw .file(error)
        }
    }
}
