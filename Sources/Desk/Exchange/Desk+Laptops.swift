import Casework
import Records
import Store

extension Desk {
    /// The laptops that write to this notebook, this one first, then by when they wrote last.
    ///
    /// A laptop that was restored from a backup or moved writes under a new name; it counts once.
    ///
    /// - Returns: how far each is; none while it is locked.
    /// - Complexity: reads a few files of each.
    public func laptops() -> [Laptop] {
        guard !store.isLocked else { return [] }
        let known = store.knownWriters()
        let folded = Self.folded(known)
        let own = known.first(where: \.isOwn)
        return known.filter { folded.successor[$0.id] == nil && (!$0.newest.isEmpty || $0.isOwn) }.map { writer in
            laptop(writer, former: folded.former[writer.id] ?? [], own: own)
        }.sorted {
            ($0.isOwn ? 0 : 1, -($0.lastChange?.milliseconds ?? 0), $0.id)
                < ($1.isOwn ? 0 : 1, -($1.lastChange?.milliseconds ?? 0), $1.id)
        }
    }

    /// The names that nobody writes under any more, since the laptop goes on under another one.
    func retiredWriters() -> Set<String> { Set(Self.folded(store.knownWriters()).successor.keys.map(\.rawValue)) }

    private func laptop(_ writer: Store.KnownWriter, former: [Store.KnownWriter], own: Store.KnownWriter?) -> Laptop {
        let behind = own?.newest.reduce(into: Int?.none) { sum, entry in
            guard writer.newest[entry.key] != nil else { return }
            sum = (sum ?? 0) + max(0, entry.value - (writer.knowsOwn[entry.key] ?? 0))
        }
        let all = [writer] + former
        let last = writer.lastChange?.change ?? former.lazy.compactMap(\.lastChange?.change).first
        let lastMet = all.compactMap(\.met).max().map { moment($0) }
        let letter = writer.isOwn ? knownLetter : letter(of: writer)
        let limit = now.milliseconds + (writer.isOwn ? Self.ownSkew : Self.otherSkew)
        return Laptop(
            id: writer.id.rawValue, isOwn: writer.isOwn, officer: last.map { officerName($0.officer) },
            isRetired: !writer.isOwn
                && (last.map { holder($0.officer) == nil && !officerName($0.officer).isEmpty } ?? false),
            letter: letter, former: former.map(\.id.rawValue).sorted(),
            files: all.reduce(0) { $0 + $1.newest.values.reduce(0, +) - $1.missing.values.reduce(0, +) },
            missing: all.reduce(0) { $0 + $1.missing.values.reduce(0, +) }, behind: behind,
            hasUntil: writer.knowsOwnUntil.map { moment($0) }, lastChange: last?.moment, lastMet: lastMet,
            daysApart: lastMet.map { $0.day.days(until: today) },
            isAhead: last.map { $0.moment.milliseconds > limit } ?? false)
    }

    /// Which writers are earlier incarnations of which laptop.
    ///
    /// Both a restored backup and a copy go on from somebody; the one that was copied from writes on itself, the one that
    /// was restored does not.
    private static func folded(
        _ known: [Store.KnownWriter]
    ) -> (successor: [WriterID: WriterID], former: [WriterID: [Store.KnownWriter]]) {
        let byID = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
        var successor: [WriterID: WriterID] = [:]
        for writer in known.sorted(by: { ($0.former?.since ?? 0, $0.id) < ($1.former?.since ?? 0, $1.id) }) {
            guard let former = writer.former, let before = byID[former.id], !before.isOwn, before.id != writer.id,
                before.lastChange?.change.moment.milliseconds ?? .min <= former.since
            else { continue }
            successor[before.id] = writer.id
        }
        var former: [WriterID: [Store.KnownWriter]] = [:]
        for writer in known where successor[writer.id] != nil {
            var last = writer.id
            // Two that name each other are a mistake of somebody's clock, and no reason to go round for ever.
            for _ in 0..<known.count { last = successor[last] ?? last }
            if successor[last] == nil { former[last, default: []].append(writer) } else { successor[writer.id] = nil }
        }
        return (
            successor,
            former.mapValues {
                $0.sorted {
                    $0.lastChange?.change.moment.milliseconds ?? 0 > $1.lastChange?.change.moment.milliseconds ?? 0
                }
            }
        )
    }

    /// The letter of a laptop, from the newest number it gave.
    private func letter(of writer: Store.KnownWriter) -> String? {
        if let known = memo.letters[writer.id.rawValue], !known.isEmpty { return known }
        // Restricted numbers carry an R before the laptop's own letter.
        guard let terminal = writer.lastNumber.flatMap({ WorkingNumber($0) })?.terminal else {
            // What came last may be lines of the log alone.
            return writer.lastChange.flatMap { (try? letter(of: writer.id, near: $0.change.officer)) ?? nil }
        }
        memo.letters[writer.id.rawValue] = String(terminal.suffix(1))
        return memo.letters[writer.id.rawValue]
    }

    private func moment(_ milliseconds: Int) -> Moment {
        Moment(milliseconds: milliseconds, zoneMinutes: now.zoneMinutes)
    }

    private static let otherSkew = 24 * 3_600_000
    private static let ownSkew = 60_000

    /// The places that this laptop synced with, the last one first; none while it is locked.
    public func syncPlaces() -> [SyncPlace] {
        let known = store.knownPlaces
        let unclean = known.isEmpty ? [] : Set(store.placesToClean(known.map(\.id)))
        return known.map {
            SyncPlace(
                path: $0.path, met: moment($0.met), missing: $0.missing, findings: $0.findings,
                needsCleaning: unclean.contains($0.id))
        }
    }
}
