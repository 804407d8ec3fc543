import Crypto
import Records

/// New keys for some streams, prepared but not yet in place.
struct EpochChange {
    /// The file that puts them in place.
    let file: EpochFile
    /// The new keys.
    let keys: [Stream: SymmetricKey]
    private let members: [Stream: [KeyMember]]

    /// Prepares new keys.
    ///
    /// - Parameters:
    ///   - ring: the keys in use.
    ///   - streams: which streams get a new key; each must be open.
    ///   - store: the store.
    ///   - edit: changes who may open a stream.
    /// - Throws: ``StoreError/unopened(_:)``, ``StoreError/file(_:)``.
    init(
        _ ring: Keyring, _ streams: Set<Stream>, store: Store, _ edit: (Stream, inout [KeyMember]) -> Void
    ) throws(StoreError) {
        let random = store.environment.random
        let known = try store.keyFiles().epochs.map(\.epoch) + ring.streams.values.map(\.epoch)
        let epoch = EpochFile.number(after: known, random: random)
        var keys: [Stream: SymmetricKey] = [:]
        var members: [Stream: [KeyMember]] = [:]
        var sections: [Stream: EpochSection] = [:]
        for stream in streams.sorted() {
            guard let old = ring.streams[stream], var list = ring.members[stream] else { throw .unopened(stream) }
            edit(stream, &list)
            var secret = random.bytes(32)
            let key = SymmetricKey(data: secret)
            secret.wipe()
            sections[stream] = try EpochSection(
                key, .init(store: store.identity, stream: stream, epoch: epoch), members: list, previous: old.keys,
                following: [old.epoch] + ring.branches[stream, default: [:]].keys.sorted(),
                environment: store.environment)
            keys[stream] = key
            members[stream] = list
        }
        file = EpochFile(epoch: epoch, sections: sections)
        self.keys = keys
        self.members = members
    }

    /// Takes the new keys into use.
    func adopt(in ring: Keyring) {
        for (stream, key) in keys {
            guard let old = ring.streams[stream] else { continue }
            ring.forgetBranches(stream)
            ring.adopt(
                stream, epoch: file.epoch, keys: old.keys.merging([file.epoch: key]) { $1 },
                members: members[stream] ?? [])
        }
    }
}
