import Casework
import Index
import Records

extension Desk {
    /// Records that refer to one that was merged into another, as far as the officer may read them.
    ///
    /// They follow from the records alone, so that every laptop asks the same; what somebody decides on one holds on all.
    ///
    /// - Returns: what strayed, by the record that was merged, the last one first.
    /// - Throws: ``DeskError``.
    public func strays() throws(DeskError) -> [Strays] {
        try refuseLocked()
        if let known = memo.strays, !memo.hasStaleStrays { return known }
        var result: [Strays] = []
        for merged in try indexed({ () throws(IndexError) in try index.merged() }) where mayRead(merged) {
            guard let stands = try standing(for: merged) else { continue }
            let all = try indexed { () throws(IndexError) in
                try index.referring(to: merged.id, limit: Self.mostReferring)
            }
            let records = all.filter { record in
                !record.isDeleted && mayRead(record) && !isRestricted(record)
                    && Self.moved(record, from: merged.id, to: stands.id) != record.values
            }
            if !records.isEmpty { result.append(Strays(merged: merged, stands: stands, records: records)) }
        }
        memo.strays = result
        memo.hasStaleStrays = false
        return result
    }

    /// Makes what strayed refer to the record that stands: ordinary changes in one batch, so that undo takes all of it back.
    ///
    /// - Parameter strays: what strayed, as it was shown; what came since goes with it.
    /// - Throws: ``DeskError``.
    public func follow(_ strays: Strays) throws(DeskError) {
        let batch = "merge-" + RandomText.base32(count: 12, using: &random)
        for (ops, stream) in try referring(to: strays.merged.id, movedTo: strays.stands.id) {
            try commit(ops, to: stream, batch: batch)
        }
    }

    /// The record that stands for one that was merged, maybe over others; `nil` when there is none any more.
    private func standing(for merged: Record) throws(DeskError) -> Record? {
        var now = merged
        var seen: Set<RecordID> = []
        while let next = now.mergedInto, seen.insert(now.id).inserted {
            guard let record = try indexed({ () throws(IndexError) in try index.record(next) }), mayRead(record) else {
                return nil
            }
            now = record
        }
        return now.isDeleted || now.isLimited ? nil : now
    }
}
