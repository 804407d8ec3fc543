import Crypto
import Records

/// An incarnation of a laptop: the identity under which it signs, with one key per stream.
///
/// (writer, number) identifies nothing when disks are cloned and backups restored, so any doubt makes a new one.
struct Writer: Sendable {
    let id: WriterID
    /// The private keys; 32 bytes each.
    let secrets: [Stream: [UInt8]]
    /// The public keys.
    let keys: [Stream: [UInt8]]
    /// How many incarnations there were on this laptop, counting this one.
    let incarnation: Int
    /// Whom it goes on from; `nil` on a new laptop.
    let former: FormerWriter?

    /// Draws a new one.
    ///
    /// - Parameters:
    ///   - random: where its keys come from.
    ///   - incarnation: how many there were on this laptop, counting this one.
    ///   - streams: for which streams it has a key. Whoever cannot open a stream must not learn a key to sign in it.
    ///   - former: whom it goes on from.
    /// - Throws: ``StoreError/damaged(_:)``.
    init(
        random: any RandomSource, incarnation: Int, streams: [Stream] = Stream.allCases, former: FormerWriter? = nil
    ) throws(StoreError) {
        let secrets = Dictionary(uniqueKeysWithValues: streams.sorted().map { ($0, random.bytes(32)) })
        try self.init(secrets: secrets, incarnation: incarnation, former: former)
    }

    /// One whose private keys are partly sealed: what it is called and what can be signed with what is open.
    init(
        secrets: [Stream: [UInt8]], keys: [Stream: [UInt8]], incarnation: Int, former: FormerWriter?
    ) throws(StoreError) {
        let open = try Writer(secrets: secrets, incarnation: incarnation)
        for (stream, key) in open.keys where keys[stream] != key { throw .damaged(FileNames.writer) }
        self.secrets = secrets
        self.keys = keys
        self.incarnation = incarnation
        self.former = former
        id = Self.id(of: keys)
    }

    /// Takes the private keys of one.
    init(secrets: [Stream: [UInt8]], incarnation: Int, former: FormerWriter? = nil) throws(StoreError) {
        var keys: [Stream: [UInt8]] = [:]
        for (stream, secret) in secrets {
            guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else {
                throw .damaged(FileNames.writer)
            }
            keys[stream] = Array(key.publicKey.rawRepresentation)
        }
        self.secrets = secrets
        self.keys = keys
        self.incarnation = incarnation
        self.former = former
        id = Self.id(of: keys)
    }

    /// The identity that public keys have: the first 130 bits of their hash, in base 32.
    static func id(of keys: [Stream: [UInt8]]) -> WriterID {
        var hashing = Hashing()
        hashing.add(Array("beatbook writer 1\n".utf8))
        for stream in Stream.allCases.sorted() { hashing.add(keys[stream] ?? []) }
        return WriterID(String(Base32.text(hashing.finish().bytes).prefix(26)))
    }

    /// Signs.
    func sign(_ message: [UInt8], in stream: Stream) throws(StoreError) -> [UInt8] {
        guard let secret = secrets[stream],
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret),
            let signature = try? key.signature(for: message)
        else { throw .damaged(FileNames.writer) }
        return Array(signature)
    }

    /// Whether a signature is that of a public key.
    static func isGood(_ signature: [UInt8], of message: [UInt8], by key: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}
