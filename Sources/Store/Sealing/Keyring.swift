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
    var slotKey: SymmetricKey?
    /// The keys of each stream that is open.
    private(set) var streams: [Stream: StreamKeys] = [:]
    /// Who may open each stream.
    private(set) var members: [Stream: [KeyMember]] = [:]
    /// Epochs that nobody proved; not used.
    private(set) var strange: Set<Int> = []

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
    /// - Parameters:
    ///   - stream: the stream.
    ///   - files: the epochs, in order.
    /// - Returns: whether the stream is open: the walk reached an epoch nothing follows, with every key on the way.
    @discardableResult
    func open(_ stream: Stream, _ files: [EpochFile]) -> Bool {
        let sections = files.compactMap { file in file.sections[stream].map { (epoch: file.epoch, section: $0) } }
        func place(_ epoch: Int) -> EpochSection.Place { .init(store: store, stream: stream, epoch: epoch) }
        func key(_ entry: (epoch: Int, section: EpochSection)) -> SymmetricKey? {
            entry.section.key(for: holder, place(entry.epoch))
        }
        guard var current = start(stream, sections, key) else { return false }
        var keys: [Int: SymmetricKey] = [:]
        var listed: [KeyMember] = []
        while true {
            guard let opened = key(current),
                let content = current.section.content(opened, place(current.epoch))
            else { return false }
            keys.merge(content.earlier) { old, _ in old }
            keys[current.epoch] = opened
            listed = content.members
            let following = sections.filter { entry in
                entry.section.proof?.epoch == current.epoch && entry.section.isProven(by: opened, place(entry.epoch))
            }
            guard let next = following.first else { break }
            // Two laptops changed the members without knowing of each other: both are read, the first is gone on with.
            for branch in following.dropFirst() {
                if let opened = key(branch) { keys[branch.epoch] = opened }
            }
            current = next
        }
        strange.formUnion(sections.map(\.epoch).filter { keys[$0] == nil })
        adopt(stream, epoch: current.epoch, keys: keys, members: listed)
        return true
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

    /// The newest epoch of each open stream and the name of its key.
    var newestAnchors: [Stream: (epoch: Int, key: String)] {
        streams.compactMapValues { keys in keys.current.map { (keys.epoch, $0.name) } }
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
