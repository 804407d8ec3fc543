public import Records

extension Store {
    /// Everything that was erased in a stream, as far as is known here.
    ///
    /// - Parameter stream: the stream.
    /// - Returns: what was erased, in order; nothing while the stream is not open.
    public func erasures(_ stream: Stream) -> [ErasureScope] { streams[stream]?.erasures.list.scopes ?? [] }

    /// Whether something is still to be taken out of the files: a crash, a full disk, or an old file that came back.
    public var hasErasuresToCarryOut: Bool { Stream.allCases.contains { hasErasuresToCarryOut($0) } }

    /// Whether something is still to be taken out of the files of a stream.
    ///
    /// - Parameter stream: the stream.
    /// - Returns: whether there is.
    public func hasErasuresToCarryOut(_ stream: Stream) -> Bool {
        streams[stream].map { $0.isOpen && ($0.erasures.needsWork || $0.erasures.dropsSnapshot) } ?? false
    }

    /// The file that a change lies in.
    ///
    /// - Parameter location: where the change lies.
    /// - Returns: the file, relative to the store.
    /// - Throws: ``StoreError``.
    public func fileName(of location: ChangeLocation) throws(StoreError) -> String {
        let state = try state(location.stream)
        let names = state.catalog[location.writer] ?? []
        guard let name = names.first(where: { $0.number == location.number }) else {
            return "\(location.stream.rawValue)/\(FileNames.log)"
        }
        return path(location.writer, name, location.stream)
    }

    /// Learns of erasures that came in, so that ``carryOutErasures()`` takes them out of everything that is here.
    ///
    /// - Parameters:
    ///   - scopes: what was erased.
    ///   - stream: the stream.
    public func note(_ scopes: [ErasureScope], in stream: Stream) {
        for scope in scopes { streams[stream]?.erasures.note(scope) }
    }

    /// What takes erased values out of segments of a stream: for every segment that comes in, before it is kept.
    ///
    /// - Parameter stream: the stream.
    /// - Returns: a value that knows what was erased up to now.
    public func redactor(_ stream: Stream) -> Redactor {
        let state = streams[stream]
        return Redactor(
            isSealed: mode == .sealed, keys: state?.keys, list: state?.erasures.list ?? ErasureList(),
            random: environment.random)
    }

    /// Takes everything that was erased out of every file here: log, segments, saved index, drafts, and what was put
    /// aside as damaged.
    ///
    /// Opening does this too. Interrupted anywhere it goes on at the next opening; done again it changes nothing. Flash
    /// disks and old copies of the whole disk are out of its reach.
    ///
    /// - Throws: ``StoreError``; what is not done yet stays to be done.
    public func carryOutErasures() throws(StoreError) {
        if let reason = readOnly { throw .readOnly(reason) }
        do throws(FileError) {
            for state in openStates where state.erasures.needsWork || state.erasures.dropsSnapshot {
                try ErasureWork(store: self, state: state).run()
            }
            erasureFailure = nil
        } catch {
            erasureFailure = .file(error)
            throw .file(error)
        }
    }

    /// Looks through some segments for what was erased, so that ``carryOutErasures()`` keeps nobody waiting.
    ///
    /// - Parameter segments: how many at most.
    /// - Returns: whether more are left.
    /// - Throws: ``StoreError``; what is not done yet stays to be done.
    public func prepareErasures(segments: Int) throws(StoreError) -> Bool {
        if let reason = readOnly { throw .readOnly(reason) }
        do throws(FileError) {
            for state in openStates where state.erasures.needsWork {
                if try ErasureWork(store: self, state: state).prepare(segments) { return true }
            }
            return false
        } catch {
            throw .file(error)
        }
    }

    /// Takes what was erased out of the segments in an exchange directory.
    ///
    /// Media that are not here cannot be reached, and old copies elsewhere cannot be proven clean: what comes back from
    /// them is taken out on the way in.
    ///
    /// - Parameters:
    ///   - path: the exchange directory.
    ///   - place: a name by which it is remembered that this place was cleaned; never shown to anybody else.
    /// - Returns: how many files were replaced or removed.
    /// - Throws: ``StoreError``; done again it goes on.
    @discardableResult
    public func eraseInExchange(at path: String, place: String) throws(StoreError) -> Int {
        if let reason = readOnly { throw .readOnly(reason) }
        do throws(FileError) {
            let count = try ExchangeErasure(store: self, folder: Folder(files: environment.files, root: path)).run()
            for state in openStates where !state.erasures.list.isEmpty {
                guard !state.erasures.needsWork, state.erasures.places[place] != state.erasures.list.stamp else {
                    continue
                }
                state.erasures.places[place] = state.erasures.list.stamp
                try ErasureFile(store: self, state: state).write()
            }
            return count
        } catch {
            throw .file(error)
        }
    }

    /// The places that held something that was erased since they were last seen here.
    ///
    /// - Parameter places: the names under which they were cleaned.
    /// - Returns: those that were not cleaned since the last erasure.
    public func placesToClean(_ places: [String]) -> [String] {
        places.filter { place in
            openStates.contains { !$0.erasures.list.isEmpty && $0.erasures.places[place] != $0.erasures.list.stamp }
        }
    }

    /// What this laptop carried out and has not yet said so by a change.
    ///
    /// - Parameter stream: the stream.
    /// - Returns: what was erased.
    public func owedAcknowledgements(_ stream: Stream) -> [ErasureScope] {
        guard let state = streams[stream], !state.erasures.needsWork else { return [] }
        return state.erasures.owed.sorted()
    }

    /// Has said by a change that erasures were carried out here.
    ///
    /// - Parameters:
    ///   - scopes: what was erased.
    ///   - stream: the stream.
    /// - Throws: ``StoreError``; it is then said once more, which does no harm.
    public func acknowledged(_ scopes: [ErasureScope], in stream: Stream) throws(StoreError) {
        if let reason = readOnly { throw .readOnly(reason) }
        let state = try state(stream)
        state.erasures.acknowledge(scopes)
        do throws(FileError) {
            try ErasureFile(store: self, state: state).write()
        } catch {
            throw .file(error)
        }
    }

    /// Whether the stamp of a saved index, or of a place, is the one of what is erased now.
    func stamped(_ schema: String, _ state: StreamState) -> String {
        let stamp = state.erasures.list.stamp
        return stamp.isEmpty ? schema : "\(schema)+\(stamp)"
    }

    /// At opening: remembers what was erased.
    func loadErasures() throws(FileError) {
        for state in openStates {
            let (saved, isDamaged) = try ErasureFile(store: self, state: state).read()
            state.erasures = saved ?? ErasureState()
            // Without the memory everything is read again, which brings every erasure back to mind.
            if isDamaged, report.readOnly == nil { try state.folder.remove(FileNames.snapshot) }
        }
    }

    /// At opening: notices what was put back, and goes on with what was interrupted.
    func resumeErasures() {
        for state in openStates where !state.erasures.list.isEmpty {
            do throws(FileError) {
                let work = ErasureWork(store: self, state: state)
                try work.noticeWhatCameBack()
                if state.erasures.needsWork { try work.run() }
            } catch {
                erasureFailure = .file(error)
            }
        }
    }

    /// Notices erasures that are saved, and values of what was erased before.
    func noticeErasures(in batch: [Change], _ state: StreamState) {
        for change in batch {
            for op in change.ops where op.path.isErasure {
                if let scope = ErasureScope(op.record, markedBy: op.path) { state.erasures.note(scope) }
            }
        }
        if batch.contains(where: { holdsErased($0, state.erasures.list) }) { state.erasures.noteLateValues() }
    }

    /// Notices erasures that are read, and values that should have gone: a segment that was copied here by hand.
    func noticeErasures(
        in changes: [LocatedChange], of place: SegmentPlace, _ state: StreamState, isTail: Bool
    ) {
        for change in changes.lazy.map(\.stored.change) {
            for op in change.ops where op.path.isErasure {
                if isTail { state.erasures.dropsSnapshot = true }
                if let scope = ErasureScope(op.record, markedBy: op.path) { state.erasures.note(scope) }
            }
        }
        if changes.contains(where: { holdsErased($0.stored.change, state.erasures.list) }) {
            state.erasures.suspect(place)
        }
    }

    /// Notices what a segment that came by exchange says was erased, and that values were taken out of it on the way in.
    func noticeErasures(in arrival: ExchangeArrival, _ state: StreamState) {
        // Nearly always nothing was ever erased: then nobody waits while every op is looked at.
        guard arrival.hasErasures || !state.erasures.list.isEmpty else { return }
        let place = SegmentPlace(writer: arrival.id.writer, name: arrival.id.name)
        noticeErasures(in: arrival.changes, of: place, state, isTail: true)
        guard arrival.changes.contains(where: { $0.stored.change.ops.contains { $0.value == .erased } }) else { return }
        let path = StreamState.path(place.writer, place.name)
        state.erasures.sizes[place] = ((try? state.folder.status(path)) ?? nil)?.size
    }

    /// Whether a change holds values of something that was erased.
    func holdsErased(_ change: Change, _ list: ErasureList) -> Bool {
        guard !list.isEmpty else { return false }
        var last: (record: RecordID, isMentioned: Bool)?
        for op in change.ops {
            if last?.record != op.record { last = (op.record, list.mentions(op.record)) }
            if last?.isMentioned == true, op.value != .erased, list.covers(op.record, CollectionOfOne(op.path)) {
                return true
            }
        }
        return false
    }

    private var openStates: [StreamState] {
        streams.values.filter(\.isOpen).sorted { $0.stream < $1.stream }
    }
}
