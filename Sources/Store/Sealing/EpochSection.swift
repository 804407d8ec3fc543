import Crypto
import FoundationEssentials
import Records

/// What an epoch's file says about one stream.
///
/// ```
/// {"id":NAME,"grants":[B…],"box":{"epoch":N,"salt":SALT,"s":B},"proof":[N,MAC]|null[,"also":[[N,MAC]…]]}
/// ```
/// A grant is the epoch's 256-bit key wrapped with HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM); nothing says for
/// whom, everybody tries. The box holds the keys of the epochs before and who may open this one. The proof is an HMAC
/// by the key of the epoch before: without it anybody could wrap a key of their own for everybody.
struct EpochSection: Sendable {
    /// The name of the key.
    let name: String
    /// The epochs that this one follows and the proofs: none for a stream's first, several where branches were brought
    /// together.
    let proofs: [(epoch: Int, mac: [UInt8])]
    private let grants: [[UInt8]]
    private let box: SealedText

    private static let suite = HPKE.Ciphersuite(
        kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

    /// Wraps a key.
    ///
    /// - Parameters:
    ///   - key: the epoch's key.
    ///   - place: which epoch of which stream.
    ///   - members: the list; those retired get nothing.
    ///   - previous: the keys of the epochs before.
    ///   - following: the epochs that this one follows.
    ///   - environment: random numbers.
    /// - Throws: ``StoreError/damaged(_:)`` when a public key on the list is none.
    init(
        _ key: SymmetricKey, _ place: Place, members: [KeyMember], previous: [Int: SymmetricKey],
        following: [Int], environment: StoreEnvironment
    ) throws(StoreError) {
        name = key.name
        var grants: [[UInt8]] = []
        for member in members where !member.isRetired {
            guard let grant = Self.wrap(key, for: member.publicKey, place) else { throw .damaged(FileNames.keys) }
            grants.append(grant)
        }
        // The order must not tell the recovery code's grant from the others.
        self.grants = grants.sorted { $0.lexicographicallyPrecedes($1) }
        let content = Value.object([
            .init(
                "earlier",
                .object(
                    previous.sorted { $0.key < $1.key }.map {
                        .init(String($0.key), .text(Base64URL.text($0.value.bytes)))
                    })),
            .init("members", .list(members.map(\.value))),
        ])
        var plain = JSONWriter.bytes(of: content)
        box = SealedText(
            plain, key: key, epoch: place.epoch, part: .keys, context: place.context, environment: environment)
        plain.wipe()
        let message = Self.message(place, name, self.grants, box)
        proofs = following.compactMap { epoch in previous[epoch].map { (epoch, Self.mac(message, by: $0)) } }
    }

    /// Reads a value; `nil` when it is none.
    init?(_ value: Value) {
        guard let name = value["id"]?.text, let list = value["grants"]?.list, let box = SealedText(value["box"])
        else { return nil }
        self.name = name
        self.box = box
        grants = list.compactMap { $0.text.flatMap { Base64URL.bytes($0, count: $0.utf8.count * 6 / 8) } }
        let first = value["proof"].flatMap { $0.list == nil ? nil : $0 }
        var proofs: [(epoch: Int, mac: [UInt8])] = []
        for entry in [first].compactMap(\.self) + (value["also"]?.list ?? []) {
            guard let parts = entry.list, parts.count == 2, let epoch = parts[0].number,
                let mac = parts[1].text.flatMap({ Base64URL.bytes($0, count: 32) })
            else { return nil }
            proofs.append((epoch, mac))
        }
        self.proofs = proofs
    }

    /// The value.
    var value: Value {
        let proofs = proofs.map { Value.list([.number($0.epoch), .text(Base64URL.text($0.mac))]) }
        return .object(
            [
                .init("id", .text(name)), .init("grants", .list(grants.map { .text(Base64URL.text($0)) })),
                .init("box", box.value), .init("proof", proofs.first ?? .null),
            ] + (proofs.count > 1 ? [.init("also", .list(Array(proofs.dropFirst())))] : []))
    }

    /// Whether somebody who had the key of an epoch before made this.
    func isProven(by key: SymmetricKey, of epoch: Int, _ place: Place) -> Bool {
        proofs.contains { proof in
            proof.epoch == epoch
                && HMAC<SHA256>.isValidAuthenticationCode(
                    proof.mac, authenticating: Self.message(place, name, grants, box), using: key.derived(.proof))
        }
    }

    /// The epoch's key, if one of the grants is for this holder.
    func key(for holder: KeyHolder, _ place: Place) -> SymmetricKey? {
        for grant in grants where grant.count > 32 {
            guard
                var recipient = try? HPKE.Recipient(
                    privateKey: holder.key, ciphersuite: Self.suite, info: place.info,
                    encapsulatedKey: Data(grant.prefix(32))),
                var bytes = (try? recipient.open(grant.dropFirst(32))).map({ Array($0) })
            else { continue }
            defer { bytes.wipe() }
            let key = SymmetricKey(data: bytes)
            if bytes.count == 32, key.name == name { return key }
        }
        return nil
    }

    /// The keys of the epochs before, and who may open this one; `nil` when it is damaged.
    func content(_ key: SymmetricKey, _ place: Place) -> (earlier: [Int: SymmetricKey], members: [KeyMember])? {
        guard var plain = box.open(key, part: .keys, context: place.context) else { return nil }
        defer { plain.wipe() }
        guard let value = try? JSONReader.value(of: plain), let list = value["members"]?.list else { return nil }
        var earlier: [Int: SymmetricKey] = [:]
        for member in value["earlier"]?.members ?? [] {
            guard let epoch = Int(member.name),
                let bytes = member.value.text.flatMap({ Base64URL.bytes($0, count: 32) })
            else { return nil }
            earlier[epoch] = SymmetricKey(data: bytes)
        }
        return (earlier, list.compactMap(KeyMember.init))
    }

    private static func wrap(_ key: SymmetricKey, for recipient: [UInt8], _ place: Place) -> [UInt8]? {
        var plain = key.bytes
        defer { plain.wipe() }
        guard let recipient = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient),
            var sender = try? HPKE.Sender(recipientKey: recipient, ciphersuite: suite, info: place.info),
            let sealed = try? sender.seal(plain)
        else { return nil }
        return Array(sender.encapsulatedKey) + Array(sealed)
    }

    private static func mac(_ message: [UInt8], by key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: key.derived(.proof)))
    }

    private static func message(_ place: Place, _ name: String, _ grants: [[UInt8]], _ box: SealedText) -> [UInt8] {
        JSONWriter.bytes(
            of: .list([
                .text("beatbook proof 1"), .list(place.context.map { .text($0) }), .text(name),
                .list(grants.map { .text(Base64URL.text($0)) }), box.value,
            ]))
    }

    /// Which epoch of which stream of which store.
    struct Place: Sendable {
        let store: String
        let stream: Stream
        let epoch: Int

        var context: [String] { [store, stream.rawValue, String(epoch)] }
        var info: Data { Data("beatbook grant 1\n\(context.joined(separator: "\n"))".utf8) }
    }
}
