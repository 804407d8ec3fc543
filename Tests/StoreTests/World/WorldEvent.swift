import TestSupport

/// One thing that happens in a simulated world.
///
/// Everything else about it is drawn from its own seed and from the state of the world, so that a list of events still
/// means something when some are left out.
struct WorldEvent: Hashable, CustomStringConvertible {
    enum Kind: String, CaseIterable {
        case write, sync, crashWriting, crashSyncing, reopen, clock, copyPlace, wipePlace, backupPlace, restorePlace
        case clone, backup, restore, fill, garbage, carry, newer, erase, failSyncing, rot, joiner
        case hire, retire, rotate, passphrase, fillPlace

        /// How often it happens among the others.
        var weight: Int {
            switch self {
            case .write: 40
            case .sync: 30
            case .carry: 10
            case .reopen, .crashWriting, .crashSyncing, .copyPlace, .garbage, .failSyncing: 5
            case .clock, .backupPlace, .restorePlace, .wipePlace, .fill, .rot: 3
            case .fillPlace: 3
            case .backup, .restore, .newer, .erase, .hire, .retire, .rotate, .passphrase: 2
            case .clone, .joiner: 1
            }
        }
    }

    let kind: Kind
    let seed: UInt64

    var description: String { "\(kind.rawValue):\(String(seed, radix: 36))" }

    init(_ kind: Kind, _ seed: UInt64) {
        self.kind = kind
        self.seed = seed
    }

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let seed = UInt64(parts[1], radix: 36)
        else {
            return nil
        }
        self.init(kind, seed)
    }

    /// The events of a world's seed.
    static func list(seed: UInt64) -> [WorldEvent] {
        var random = SeededGenerator(seed: seed ^ 0x5EED)
        let total = Kind.allCases.reduce(0) { $0 + $1.weight }
        return (0..<Int.random(in: 10...60, using: &random)).map { _ in
            var place = Int.random(in: 0..<total, using: &random)
            let kind = Kind.allCases.first { kind in
                place -= kind.weight
                return place < 0
            }
            return WorldEvent(kind ?? .write, random.next() >> 24)
        }
    }
}
