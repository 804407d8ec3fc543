import Crypto
import Records

/// The keys of an unlocked store.
///
/// Nothing keeps it but the store, so letting go of it lets the library clear them.
final class Keyring {
    /// Who opened the store.
    private(set) var holder: KeyHolder
    /// What seals the holder's slot; `nil` for the recovery code.
    ///
    /// Whoever reads it from memory finds the holder's private key beside it.
    private(set) var slotKey: SymmetricKey?
    /// The keys of each stream that is open.
    private(set) var streams: [Stream: StreamKeys] = [:]
    /// Who may open each stream.
    private(set) var members: [Stream: [KeyMember]] = [:]
    /// Epochs that nobody proved; not used.
    private(set) var strange: Set<Int> = []

    /// Newest epochs beside the one in use: made by laptops that did not know of each other.
    private(set) var branches: [Stream: [Int: KeyBranch]] = [:]

    /// Whether somebody who had the keys made new ones without this holder.
    private(set) var isExcluded = false

    private let store: String
    private let witness: SealWitness?

    init(_ holder: KeyHolder, store: String, slotKey: SymmetricKey?, witness: SealWitness?) {
        self.holder = holder
        self.slotKey = slotKey
        self.store = store
        self.witness = witness
    }

    /// Walks from the first epoch this holder was given to the newest that follows from it.
    ///
    /// Two laptops may have changed the members without knowing of each other. Every proven branch is read. The walk goes
    /// on with the one that takes more keys away, since whoever was retired must not come back by a branch that did not
    /// know of it; the others are ``branches`` until somebody brings them together.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - files: the epochs, in order.
    /// - Returns: whether the stream is open: the walk reached an epoch nothing follows, with every key on the way.
    @discardableResult
    func open(_ stream: Stream, _ files: [EpochFile]) -> Bool {
        let sections = files.compactMap { file in file.sections[stream].map { (epoch: file.epoch, section: $0) } }
        func place(_ epoch: Int) -> EpochSection.Place { .init(store: store, stream: stream, epoch: epoch) }
        func read(_ entry: Entry) -> Opened? {
            guard let key = entry.section.key(for: holder, place(entry.epoch)),
                let content = entry.section.content(key, place(entry.epoch))
            else { return nil }
            return Opened(epoch: entry.epoch, key: key, earlier: content.earlier, members: content.members)
        }
        guard let first = start(stream, sections, { read($0)?.key }), var current = read(first) else { return false }
        // Whom this laptop found on the list before it was locked, it vouches for itself; the paper with the code knows nobody.
        let anchored = holder.officer == nil ? [] : Set(current.members.map(\.publicKey))
        var keys = current.earlier
        var opened = [current.epoch: current]
        var proven: Set<Int> = [current.epoch]
        var path: Set<Int> = [current.epoch]
        while true {
            keys[current.epoch] = current.key
            let following = sections.filter {
                $0.section.isProven(by: current.key, of: current.epoch, place($0.epoch))
            }
            proven.formUnion(following.map(\.epoch))
            let readable = following.compactMap { opened[$0.epoch] ?? read($0) }
            for entry in readable { opened[entry.epoch] = entry }
            if readable.count < following.count { isExcluded = true }
            guard let next = readable.min(by: { ($1.retired, $0.epoch) < ($0.retired, $1.epoch) }) else {
                if following.isEmpty { break }
                return false
            }
            current = next
            path.insert(next.epoch)
            keys.merge(next.earlier) { old, _ in old }
        }
        addBranches(stream, sections, &keys, &opened, &proven) { read($0) }
        // What the newest epoch follows, in one step or many, is no branch beside it.
        var behind = path
        var waiting = Array(path)
        while let epoch = waiting.popLast() {
            for proof in sections.first(where: { $0.epoch == epoch })?.section.proofs ?? []
            where behind.insert(proof.epoch).inserted {
                waiting.append(proof.epoch)
            }
        }
        let beside = opened.filter { entry in
            !behind.contains(entry.key) && keys[entry.key] != nil
                && !sections.contains { next in
                    opened[next.epoch] != nil && next.section.proofs.contains { $0.epoch == entry.key }
                }
        }
        let retired = current.retiredKeys
        branches[stream] = beside.mapValues { branch in
            // Since the epochs in which the branch began, nobody here may have lost the key that proves it.
            let roots = Self.roots(of: branch.epoch, sections, behind)
            let before = roots.map { root in
                sections.first { $0.epoch == root }.flatMap { entry in
                    keys[root].flatMap { entry.section.content($0, place(root))?.members }
                }
            }
            func hold(_ retired: Set<[UInt8]>) -> Bool {
                !before.isEmpty
                    && before.allSatisfy { $0.map { Set($0.filter(\.isRetired).map(\.publicKey)) == retired } ?? false }
            }
            var result = KeyBranch(members: branch.members, isTrusted: hold(retired))
            if !hold(branch.retiredKeys), holder.officer != nil {
                let known = before.reduce(into: anchored) { $0.formUnion(($1 ?? []).map(\.publicKey)) }
                result.unvouched = Set(current.members.map(\.publicKey)).subtracting(known)
                let codes = before.flatMap { ($0 ?? []).filter { $0.officer == nil && !$0.isRetired } }
                result.kept = Set(codes.map(\.publicKey)).intersection(
                    branch.members.filter { !$0.isRetired }.map(\.publicKey))
            }
            return result
        }
        strange.formUnion(sections.map(\.epoch).filter { keys[$0] == nil && !proven.contains($0) })
        adopt(stream, epoch: current.epoch, keys: keys, members: current.members)
        return true
    }

    private typealias Entry = (epoch: Int, section: EpochSection)

    private struct Opened {
        let epoch: Int
        let key: SymmetricKey
        let earlier: [Int: SymmetricKey]
        let members: [KeyMember]

        var retired: Int { members.count(where: \.isRetired) }
        var retiredKeys: Set<[UInt8]> { Set(members.filter(\.isRetired).map(\.publicKey)) }
    }

    /// The epochs of the way gone that a branch began at.
    private static func roots(of epoch: Int, _ sections: [Entry], _ behind: Set<Int>) -> Set<Int> {
        var roots: Set<Int> = []
        var seen: Set<Int> = [epoch]
        var waiting = [epoch]
        while let epoch = waiting.popLast() {
            for proof in sections.first(where: { $0.epoch == epoch })?.section.proofs ?? [] {
                if behind.contains(proof.epoch) {
                    roots.insert(proof.epoch)
                } else if seen.insert(proof.epoch).inserted {
                    waiting.append(proof.epoch)
                }
            }
        }
        return roots
    }

    /// Adds the keys of everything that follows, proven, from any key that is known: others write under them.
    private func addBranches(
        _ stream: Stream, _ sections: [Entry], _ keys: inout [Int: SymmetricKey], _ opened: inout [Int: Opened],
        _ proven: inout Set<Int>, _ read: (Entry) -> Opened?
    ) {
        var isNew = true
        while isNew {
            isNew = false
            for entry in sections where keys[entry.epoch] == nil {
                let place = EpochSection.Place(store: store, stream: stream, epoch: entry.epoch)
                let isProven = entry.section.proofs.contains { proof in
                    keys[proof.epoch].map { entry.section.isProven(by: $0, of: proof.epoch, place) } ?? false
                }
                guard isProven else { continue }
                proven.insert(entry.epoch)
                guard let found = opened[entry.epoch] ?? read(entry) else {
                    isExcluded = true
                    continue
                }
                opened[entry.epoch] = found
                keys[entry.epoch] = found.key
                isNew = true
            }
        }
    }

    private func start(
        _ stream: Stream, _ sections: [(epoch: Int, section: EpochSection)],
        _ key: ((epoch: Int, section: EpochSection)) -> SymmetricKey?
    ) -> (epoch: Int, section: EpochSection)? {
        // The paper with the recovery code cannot know epochs to come: the first that opens is where it starts.
        guard holder.officer != nil else { return sections.first { key($0) != nil } }
        guard let anchor = holder.anchors[stream] else { return nil }
        return sections.first { $0.epoch == anchor.epoch && $0.section.name == anchor.key }
    }

    /// Takes keys into use.
    func adopt(_ stream: Stream, epoch: Int, keys: [Int: SymmetricKey], members: [KeyMember]) {
        streams[stream] = StreamKeys(store: store, stream: stream, epoch: epoch, keys: keys, witness: witness)
        self.members[stream] = members
    }

    /// Has brought the branches of a stream together.
    func forgetBranches(_ stream: Stream) { branches[stream] = nil }

    /// The newest epoch of each open stream and the name of its key.
    var newestAnchors: [Stream: (epoch: Int, key: String)] {
        streams.compactMapValues { keys in keys.current.map { (keys.epoch, $0.name) } }
    }

    /// Goes on with a slot that was written again.
    func adopt(_ passphrase: SlotPassphrase, slotKey: SymmetricKey) {
        holder.passphrase = passphrase
        self.slotKey = slotKey
    }

    /// Makes the newest keys the ones that everything to come must descend from.
    ///
    /// A retired officer who kept an older key could otherwise have others go on from there.
    func pin() {
        for (stream, anchor) in newestAnchors { holder.anchors[stream] = anchor }
    }

    /// Seals a few bytes under a stream's newest key.
    func seal(
        _ plain: [UInt8], in stream: Stream, part: SealPart, context: [String], environment: StoreEnvironment
    ) -> SealedText? {
        guard let keys = streams[stream], let key = keys.current else { return nil }
        return SealedText(
            plain, key: key, epoch: keys.epoch, part: part, context: [store, stream.rawValue] + context,
            environment: environment)
    }

    /// Opens a few sealed bytes.
    func open(_ text: SealedText, in stream: Stream, part: SealPart, context: [String]) -> [UInt8]? {
        guard let key = streams[stream]?.keys[text.epoch] else { return nil }
        return text.open(key, part: part, context: [store, stream.rawValue] + context)
    }
}
