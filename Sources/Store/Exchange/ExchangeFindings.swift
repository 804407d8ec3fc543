/// Gathers findings, one for each kind.
struct ExchangeFindings: Sendable {
    private(set) var all: [ExchangeFinding] = []

    /// Adds one, or counts it with those of its kind.
    mutating func add(_ kind: ExchangeFinding.Kind, _ example: String? = nil, count: Int = 1) {
        guard count > 0 else { return }
        if let place = all.firstIndex(where: { $0.kind == kind }) {
            all[place].count += count
        } else {
            all.append(ExchangeFinding(kind, count: count, example: example))
        }
    }

    /// Adds those of another.
    mutating func add(_ other: ExchangeFindings) {
        for finding in other.all { add(finding.kind, finding.example, count: finding.count) }
    }

    func contains(_ kind: ExchangeFinding.Kind) -> Bool { all.contains { $0.kind == kind } }
}
