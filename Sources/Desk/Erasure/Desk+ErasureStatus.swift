import Casework
import Index
public import Records
import Store

extension Desk {
    /// Every erasure with the laptops that have carried it out and those that have not said so yet.
    ///
    /// - Returns: the erasures, the newest first; of types that the officer may read.
    /// - Throws: ``DeskError``.
    public func erasures() throws(DeskError) -> [ErasureStatus] {
        try refuseLocked()
        guard index.openStreams.contains(where: { !store.erasures($0).isEmpty }) else { return [] }
        // Whoever writes under another name now says it under that one.
        let writers = Set(store.writers.map(\.rawValue)).subtracting(retiredWriters())
        var result: [ErasureStatus] = []
        for stream in Stream.allCases.sorted() where index.openStreams.contains(stream) {
            for id in Set(store.erasures(stream).map(\.record)).sorted() {
                guard let record = try indexed({ () throws(IndexError) in try index.record(id) }), mayRead(record)
                else {
                    continue
                }
                let appliers = record.erasureAppliers
                for (erasure, version) in record.erasures {
                    result.append(
                        ErasureStatus(
                            scope: erasure.scope, type: (erasure.type ?? record.type).flatMap { Casework.type($0) },
                            basis: erasure.basis, officer: officerName(version.officer), moment: version.moment,
                            applied: appliers.sorted(), missing: writers.subtracting(appliers).sorted()))
                }
            }
        }
        return result.sorted { ($0.moment.milliseconds, $0.id) > ($1.moment.milliseconds, $1.id) }
    }

    /// What the page about erasures must say besides: what cannot be known.
    public static let erasureLimits = Label(
        "未归还的U盘、旧备份和固态盘的备用区无法证明已清除；它们带回的旧内容会在并入时清除。",
        "Media not returned, old backups and spare blocks of flash disks cannot be proven clean; what they bring back is taken out on the way in."
    )

    /// Why cleaning the files was interrupted; `nil` when nothing is left to do.
    public var erasureTrouble: Label? { store.erasureFailure?.label }
}
