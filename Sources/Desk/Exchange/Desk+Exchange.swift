import Casework
import Index
import Records
public import Store

extension Desk {
    /// Syncs with a directory, from beginning to end on this thread.
    ///
    /// A screen that answers keys meanwhile uses a ``SyncJob``.
    ///
    /// - Parameters:
    ///   - path: the directory: on a stick, a share, or of a carrier such as Syncthing.
    ///   - isThorough: whether everything there is read and verified again.
    ///   - isCancelled: asked before every file; doing it again goes on where it was.
    ///   - progress: told after every file.
    /// - Returns: what it brought.
    /// - Throws: ``DeskError``.
    public func sync(
        with path: String, isThorough: Bool = false, isCancelled: @escaping () -> Bool = { false },
        progress: @escaping (ExchangeProgress) -> Void = { _ in }
    ) throws(DeskError) -> SyncReport {
        try refuseLocked()
        let before = conflictCount
        var count = 0
        var isNoted = false
        index.deferTexts()
        do {
            let report = try store.exchange(
                with: path, isThorough: isThorough, isCancelled: isCancelled, progress: progress,
                onMeeting: { isNoted = noteMeeting() }
            ) { changes in
                count += try take(changes, isLast: false)
                guard index.waitingTexts > Self.mostTexts else { return }
                endDeferring()
                index.deferTexts()
            }
            endDeferring()
            noteMeeting(report, isNoted)
            settle()
            if count > 0 { workOutAgain() }
            try? carryOutErasures()
            return SyncReport(
                path: path, exchange: report, newChanges: count, newConflicts: max(0, conflictCount - before))
        } catch {
            endDeferring()
            workOutAgain()
            throw synced(error)
        }
    }

    /// Takes changes that came from a place into the index.
    ///
    /// - Returns: how many were new.
    func take(_ changes: some Sequence<LocatedChange>, isLast: Bool) throws(IndexError) -> Int {
        let packed = changes.map { ($0.stored, PackedLocation($0.location).number) }
        guard let stream = packed.first?.0.change.stream else { return 0 }
        let applied = try apply(packed, isLast: isLast)
        changesSinceImage[stream, default: 0] += applied.changes
        return applied.changes
    }

    /// Has what follows from changes that came from a place worked out beside this thread; they are not applied yet.
    func prepare(
        _ changes: some Sequence<LocatedChange>, of stream: Stream, helper: Helper, releasing remains: [any Sendable]
    ) throws(IndexError) -> ChangesAhead {
        try index.prepare(
            changes.map { ($0.stored, PackedLocation($0.location).number) }, of: stream, helper: helper,
            releasing: remains)
    }

    /// Takes changes that were prepared into the index.
    ///
    /// - Returns: how many were new.
    func take(_ ahead: ChangesAhead, isLast: Bool) throws(IndexError) -> Int {
        let applied = try apply(ahead, isLast: isLast)
        changesSinceImage[ahead.stream, default: 0] += applied.changes
        return applied.changes
    }

    /// Notes that what the notebook holds goes to a place, while it may still go with it.
    ///
    /// Nothing is written when there is nothing new to go: a line of its own would be new the next time, and so for ever.
    ///
    /// - Returns: whether a line was written.
    func noteMeeting() -> Bool {
        guard store.hasUnsent else { return false }
        note(AuditLine(.synced))
        return true
    }

    /// Notes a sync that put files there although nothing was new here: a place that was new, or had lost them.
    func noteMeeting(_ report: ExchangeReport, _ isNoted: Bool) {
        if !isNoted, report.sent.segments > 0 { note(AuditLine(.synced)) }
    }

    /// Writes some of the full text that waits; where that does not work the index is made again at the next chance.
    ///
    /// - Returns: whether more waits.
    func writeTexts(limit: Int) -> Bool {
        guard !isLocked else { return false }
        do throws(IndexError) {
            return try index.writeTexts(limit: limit)
        } catch {
            mendIndex()
            return false
        }
    }

    /// The full text of at most so many records waits: a million would fill the memory.
    static let mostTexts = 20_000

    /// Writes all of the full text that waits.
    func endDeferring() {
        while writeTexts(limit: 1000) {}
    }

    /// Notes what the indexes contain after a sync.
    func settle() {
        for stream in index.openStreams { contained[stream] = store.heads(stream) }
    }

    /// Puts what went wrong into the officer's words; a store that locked itself locks the desk.
    func synced(_ error: any Error) -> DeskError {
        if store.isLocked, isSealed { forget() }
        switch error {
        case let error as StoreError: return DeskError(error)
        case let error as IndexError: return DeskError(error)
        case let error as DeskError: return error
        default: return .storage(Label("同步没有完成，请重试。", "The sync did not finish; try again."))
        }
    }
}
