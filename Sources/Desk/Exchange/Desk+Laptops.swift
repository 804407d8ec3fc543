import Casework
import Records
import Store

extension Desk {
    /// The laptops that write to this notebook, this one first, then by when they wrote last.
    ///
    /// - Returns: how far each is; none while it is locked.
    /// - Complexity: reads one file of each.
    public func laptops() -> [Laptop] {
        guard !store.isLocked else { return [] }
        let known = store.knownWriters()
        let own = known.first(where: \.isOwn)
        let limit = now.milliseconds + 24 * 3_600_000
        return known.filter { !$0.newest.isEmpty || $0.isOwn }.map { writer in
            let behind = own?.newest.reduce(into: Int?.none) { sum, entry in
                guard writer.newest[entry.key] != nil else { return }
                sum = (sum ?? 0) + max(0, entry.value - (writer.knowsOwn[entry.key] ?? 0))
            }
            let last = writer.lastChange?.change
            return Laptop(
                id: writer.id.rawValue, isOwn: writer.isOwn,
                officer: last.flatMap { holder($0.officer)?.name },
                files: writer.newest.values.reduce(0, +) - writer.missing.values.reduce(0, +),
                missing: writer.missing.values.reduce(0, +), behind: behind, lastChange: last?.moment,
                lastMet: writer.met.map { Moment(milliseconds: $0, zoneMinutes: now.zoneMinutes) },
                isAhead: last.map { $0.moment.milliseconds > limit } ?? false)
        }.sorted {
            ($0.isOwn ? 0 : 1, -($0.lastChange?.milliseconds ?? 0), $0.id)
                < ($1.isOwn ? 0 : 1, -($1.lastChange?.milliseconds ?? 0), $1.id)
        }
    }

    /// The places that this laptop synced with, the last one first; none while it is locked.
    public func syncPlaces() -> [SyncPlace] {
        store.knownPlaces.map {
            SyncPlace(
                path: $0.path, met: Moment(milliseconds: $0.met, zoneMinutes: now.zoneMinutes), missing: $0.missing)
        }
    }
}
