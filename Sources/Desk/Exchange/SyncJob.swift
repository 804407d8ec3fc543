import Index
import Records
public import Store

/// A sync while the notebook stays open: the files are a thread's of their own, what came is taken in small steps.
///
/// It belongs to the desk's thread, which calls ``step(changes:)`` whenever it has a moment.
public final class SyncJob {
    /// How far it is.
    public enum State: Sendable {
        /// It looks at the place or copies files.
        case running
        /// It came to its end, or was called off.
        case finished(SyncReport)
        /// It did not work.
        case failed(DeskError)
    }

    /// Up to so many changes are followed one by one in what was worked out from the records; more are counted again.
    private static let few = 200

    /// How far it is.
    public private(set) var state = State.running

    private let desk: Desk
    private let path: String
    private let isThorough: Bool
    private let worker: ExchangeWorker
    private let conflictsBefore: Int
    private var current: (arrival: ExchangeArrival, taken: Int)?
    private var isNoted = false
    private var count = 0
    private var seen = 0
    /// What is left to do before anything is copied.
    private var preparation: ExchangePreparation?
    /// Whether so much full text waits that it is written first.
    private var isFull = false
    /// What the thread brought, while the full text of what came is written, and what another laptop erased is taken out of the
    /// segments here.
    private var last: ExchangeResult?

    init(_ desk: Desk, path: String, isThorough: Bool) throws(DeskError) {
        try desk.refuseLocked()
        self.desk = desk
        self.path = path
        self.isThorough = isThorough
        conflictsBefore = desk.conflictCount
        worker = ExchangeWorker(try desk.stored { () throws(StoreError) in try desk.store.exchangeSource(with: path) })
    }

    deinit {
        worker.cancel()
        if !isOver { desk.endDeferring() }
    }

    /// How far the files are.
    public var progress: ExchangeProgress { worker.progress }

    /// Whether it came to its end.
    public var isOver: Bool { if case .running = state { false } else { true } }

    /// Ends it after the file it is at.
    ///
    /// What came stays; doing it again goes on there.
    public func cancel() { worker.cancel() }

    /// Does a little: takes a few changes into the notebook, or what the thread asks for.
    ///
    /// - Parameter changes: at most so many changes; two dozen take well under 2 ms.
    /// - Returns: whether there was anything to do; `false` means that the thread is at work or all is over.
    @discardableResult
    public func step(changes: Int = 24) -> Bool {
        guard case .running = state else { return false }
        if desk.isLocked {
            // What came lies in the folder: the next unlocking finds it.
            worker.cancel()
            state = .failed(.locked)
            return false
        }
        do {
            if isFull || desk.index.waitingTexts > Desk.mostTexts {
                isFull = desk.writeTexts(limit: changes)
                if !isFull { desk.index.deferTexts() }
                return true
            }
            if let result = last {
                if desk.writeTexts(limit: changes) { return true }
                // What is not done now is done at the end, or at the next opening.
                if (try? desk.store.prepareErasures(segments: 1)) == true { return true }
                try finish(result)
                return true
            }
            if var now = preparation {
                preparation = try desk.store.prepare(&now) ? now : nil
                if preparation == nil { worker.go(on: desk.store.plan(now, isThorough: isThorough)) }
                return true
            }
            // What came before its key did is read as soon as the key is here.
            if current == nil, let arrival = try desk.store.nextReopened() { current = (arrival, 0) }
            if current == nil {
                guard let event = worker.take() else { return false }
                try handle(event)
            }
            try takeSome(changes)
        } catch {
            worker.cancel()
            desk.endDeferring()
            desk.workOutAgain()
            state = .failed(desk.synced(error))
        }
        return true
    }

    private func handle(_ event: ExchangeWorker.Event) throws(StoreError) {
        switch event {
        case .surveyed(let survey):
            isNoted = desk.noteMeeting()
            preparation = try desk.store.preparation(for: survey)
        case .failed(let error):
            worker.end()
            throw error
        case .arrived(let arrival): current = (arrival, 0)
        case .done(let result):
            worker.end()
            last = result
        }
    }

    private func finish(_ result: ExchangeResult) throws(StoreError) {
        last = nil
        let report = try desk.store.finish(result)
        desk.noteMeeting(report, isNoted)
        desk.settle()
        if seen > Self.few { desk.workOutAgain() }
        // What another laptop erased is gone from the files; what the index in memory still holds of it goes by itself.
        try? desk.carryOutErasures()
        state = .finished(
            SyncReport(
                path: path, exchange: report, newChanges: count,
                newConflicts: max(0, desk.conflictCount - conflictsBefore)))
    }

    private func takeSome(_ limit: Int) throws(IndexError) {
        guard let (arrival, taken) = current else { return }
        let end = min(arrival.changes.count, taken + max(1, limit))
        // From so many on it is worth while to write the full text together.
        if seen <= Self.few, seen + end - taken > Self.few { desk.index.deferTexts() }
        seen += end - taken
        count += try desk.take(arrival.changes[taken..<end], isLast: seen <= Self.few)
        current = end < arrival.changes.count ? (arrival, end) : nil
        if current == nil { desk.store.adopt(arrival) }
    }
}

extension Desk {
    /// Begins to sync with a directory while the notebook stays open.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - isThorough: whether everything there is read and verified again.
    /// - Returns: the job; call its ``SyncJob/step(changes:)`` until ``SyncJob/isOver``.
    /// - Throws: ``DeskError``.
    public func beginSync(with path: String, isThorough: Bool = false) throws(DeskError) -> SyncJob {
        try SyncJob(self, path: path, isThorough: isThorough)
    }
}
