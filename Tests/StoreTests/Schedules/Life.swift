import Records
import TestSupport

@testable import Store

/// One invented life of a notebook on a simulated disk: sittings of its officers, faults and crashes, all from one seed.
///
/// It remembers what was acknowledged and what was only tried, and after every restart compares that with what is there.
final class Life {
    /// Somebody who may open the notebook, and with what: several while a change of passphrase was cut short.
    struct Person {
        let officer: RecordID
        let isAuxiliary: Bool
        var passphrases: [String]
        /// Whether they have a key; `nil` when adding or retiring them was cut short.
        var isMember: Bool?
    }

    let seed: UInt64
    let mode: StoreMode
    let rules: SimulatedFileSystem.Rules
    var random: SeededGenerator
    var disk: SimulatedFileSystem
    var root = "/s"
    var machine = "laptop"
    var store: Store?
    var current = 0
    var people: [Person] = []
    var recovery: RecoveryCode?
    /// What was acknowledged, in order, and so must survive.
    var acknowledged: [Stream: [StoredChange]] = [:]
    /// What of it has certainly reached a disk that lies.
    var settled: [Stream: [StoredChange]] = [:]
    /// The streams that were read since the machine last went off, so that it is known what was lost with it.
    var known = Set(Stream.allCases)
    /// Everything that was ever handed over: nothing else may come back.
    var attempted: Set<Change> = []
    /// The contents that a draft may have; `nil` is none.
    var drafts: [String: Set<[UInt8]?>] = [:]
    /// What was in the saved images, by the number that is their content.
    var images: [UInt8: Set<ChangeID>] = [:]
    /// How much damage was reported since the notebook was opened.
    var said = 0
    /// Whether the laptop may go on under a new name.
    var mayBeNew = false
    /// What went wrong, in words.
    var problems: [String] = []
    /// What happened, for whoever looks into a failure.
    var story: [String] = []
    /// Every call of every disk, as one number.
    var trace = Hashing()
    let nonces = NonceCount()
    private var numbers = 0
    private var opened: UInt64 = 0

    /// Whether the disk keeps what it says it keeps.
    var isHonest: Bool { SimulatedFileSystem.Rules.honest.contains(rules) }

    init(seed: UInt64, mode: StoreMode, rules: SimulatedFileSystem.Rules) {
        self.seed = seed
        self.mode = mode
        self.rules = rules
        random = SeededGenerator(seed: seed)
        disk = SimulatedFileSystem(rules: rules)
        people = [
            Person(officer: Samples.officer, isAuxiliary: false, passphrases: ["a"], isMember: true),
            Person(officer: RecordID("colleague"), isAuxiliary: false, passphrases: ["b"], isMember: false),
            Person(officer: RecordID("helper"), isAuxiliary: true, passphrases: ["c"], isMember: false),
        ]
    }

    func chance(_ parts: Int, of whole: Int) -> Bool { Int.random(in: 0..<whole, using: &random) < parts }
    func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    func problem(_ text: String) {
        problems.append(text)
        story.append("!!! \(text)")
    }

    /// An environment with numbers of its own.
    func environment() -> StoreEnvironment {
        opened += 1
        var environment = StoreEnvironment.simulated(disk, seed: seed &* 1000 &+ opened, machine: machine)
        environment.witness = SealWitness { [nonces] key, nonce in nonces.note(key, nonce) }
        return environment
    }

    /// A change that there was not before, now and then long, now and then of something that was saved earlier.
    func change(_ stream: Stream) -> Change {
        numbers += 1
        let text = String(repeating: "户", count: chance(1, of: 8) ? number(100..<1500) : number(1..<40))
        var record = RecordID("r\(numbers)")
        var pred: [ChangeID] = []
        if let earlier = acknowledged[stream]?.randomElement(using: &random), chance(1, of: 3) {
            record = earlier.change.ops[0].record
            pred = [earlier.id]
        }
        let change = Change(
            stream: stream, officer: people[current].officer,
            moment: Moment(milliseconds: 1_795_241_400_000 + numbers, zoneMinutes: 480),
            ops: [
                Op(record: record, path: .life, value: .text("visit"), pred: pred),
                Op(record: record, path: FieldPath("text"), value: .text("\(numbers) \(text)"), pred: pred),
            ])
        attempted.insert(change)
        return change
    }

    /// The streams that are open.
    var streams: [Stream] { Stream.allCases.sorted().filter { mode == .clear || store?.keyring?.streams[$0] != nil } }

    /// Lives it.
    func run() {
        begin()
        for _ in 0..<number(2..<5) where problems.isEmpty && !people.isEmpty {
            if store == nil { open() }
            guard store != nil else { break }
            sitting()
        }
        if problems.isEmpty, !people.isEmpty { open() }
        store?.close()
        store = nil
        note(disk)
        if nonces.twice > 0 { problem("a nonce was used twice") }
    }

    /// Adds a disk's calls to the trace and forgets them.
    func note(_ disk: SimulatedFileSystem) {
        for call in disk.trace {
            trace.add(Array(call.operation.rawValue.utf8))
            trace.add(Array(call.path.utf8))
        }
        disk.trace = []
    }
}
