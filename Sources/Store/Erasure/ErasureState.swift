import Records

/// What a laptop remembers of the erasures of one stream: what went, and how far it got.
///
/// All of it could be found again by reading every segment. It is kept so that a crash in the middle goes on where it
/// stopped, and so that an old copy of a file that is put back is noticed by its size alone: taking values out always
/// makes a segment shorter.
struct ErasureState: Hashable, Sendable {
    /// What was erased.
    private(set) var list = ErasureList()
    /// Whether something is still to be taken out of files that were there before.
    private(set) var isPending = false
    /// Segments that are known to hold something that must go.
    private(set) var suspects: Set<SegmentPlace> = []
    /// The sizes, in bytes, of the segments that values were taken out of.
    var sizes: [SegmentPlace: Int] = [:]
    /// What was carried out and not yet acknowledged by a change.
    private(set) var owed: Set<ErasureScope> = []
    /// The exchange directories by their names, and the ``ErasureList/stamp`` that each was cleaned for.
    var places: [String: String] = [:]
    /// The segments that were looked through already for what is known to go now; forgotten when the store is closed.
    private(set) var looked: Set<SegmentPlace> = []
    /// Whether the saved index may be from before an erasure.
    var dropsSnapshot = false
    /// Whether there is anything to do.
    var needsWork: Bool { isPending || !suspects.isEmpty }

    /// Learns of an erasure.
    mutating func note(_ scope: ErasureScope) {
        guard list.insert(scope) else { return }
        isPending = true
        looked = []
    }

    /// Learns that values were written that go at once, since what they are about was erased.
    mutating func noteLateValues() { isPending = true }

    /// Learns that a segment holds something that must go.
    mutating func suspect(_ place: SegmentPlace) {
        suspects.insert(place)
        looked.remove(place)
    }

    /// Has looked through a segment.
    mutating func note(lookedAt place: SegmentPlace) { looked.insert(place) }

    /// Has carried everything out.
    ///
    /// - Parameter scopes: what was known to go when it was begun.
    mutating func finish(_ scopes: [ErasureScope]) {
        if isPending { owed.formUnion(scopes) }
        isPending = false
        suspects = []
        looked = []
    }

    /// Has said by a change that it carried something out.
    mutating func acknowledge(_ scopes: some Sequence<ErasureScope>) { owed.subtract(scopes) }

    init() {}

    /// The state as stored.
    var value: Value {
        let bySize = Dictionary(grouping: sizes, by: \.key.writer).sorted { $0.key < $1.key }.map { writer, sizes in
            Value.Member(
                writer.rawValue,
                .object(sizes.sorted { $0.key.name < $1.key.name }.map { .init($0.key.name.text, .number($0.value)) }))
        }
        return .object([
            .init("erased", .list(list.scopes.map { .text($0.description) })), .init("pending", .bool(isPending)),
            .init("owed", .list(owed.sorted().map { .text($0.description) })), .init("sizes", .object(bySize)),
            .init("places", .object(places.sorted { $0.key < $1.key }.map { .init($0.key, .text($0.value)) })),
        ])
    }

    /// Reads what ``value`` wrote.
    init?(_ value: Value) {
        guard let scopes = value["erased"]?.list, let isPending = value["pending"]?.bool else { return nil }
        list = ErasureList(scopes.compactMap { $0.text.map { ErasureScope($0) } })
        self.isPending = isPending
        owed = Set((value["owed"]?.list ?? []).compactMap { $0.text.map { ErasureScope($0) } })
        for writer in value["sizes"]?.members ?? [] {
            for member in writer.value.members ?? [] {
                guard let name = SegmentName(member.name), let size = member.value.number else { continue }
                sizes[SegmentPlace(writer: WriterID(writer.name), name: name)] = size
            }
        }
        for member in value["places"]?.members ?? [] { places[member.name] = member.value.text }
    }
}
