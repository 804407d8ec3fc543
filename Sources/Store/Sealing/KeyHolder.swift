import Crypto
import Records

/// Who opened the store: an officer with their private key, or the holder of the recovery code.
struct KeyHolder: Sendable {
    /// The officer; `nil` for the recovery code.
    let officer: RecordID?
    /// The name of the slot; empty for the recovery code.
    let slot: String
    /// Which of the officer's passphrases opened it.
    var passphrase = SlotPassphrase.first
    /// The X25519 key that epochs' keys are wrapped for.
    let key: Curve25519.KeyAgreement.PrivateKey
    /// For each stream the first epoch this holder was given and the name of its key.
    ///
    /// A key that does not descend from it was put here by somebody who could not know the stream's keys, and is not
    /// used.
    var anchors: [Stream: (epoch: Int, key: String)]

    /// The public key's bytes.
    var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// A key for things that only this holder may open.
    var own: SymmetricKey { SymmetricKey(data: key.rawRepresentation) }

    /// A file name that says nothing to whoever does not have the key.
    func fileName(_ words: [String]) -> String {
        let message = words.map { Array($0.utf8) }.joined(separator: [0])
        return String(
            Base32.text(HMAC<SHA256>.authenticationCode(for: Array(message), using: own.derived(.names))).prefix(26))
    }

    /// Draws an officer's key pair.
    init(officer: RecordID, random: any RandomSource) throws(StoreError) {
        var secret = random.bytes(32)
        defer { secret.wipe() }
        guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret) else {
            throw .damaged(FileNames.keys)
        }
        self.officer = officer
        self.key = key
        slot = RandomText.base32(count: 20, using: random)
        anchors = [:]
    }

    /// Works out the key pair that a recovery code stands for.
    init(_ code: RecoveryCode) throws(StoreError) {
        let secret = SymmetricKey(data: code.seed).derived(.recovery)
        guard
            let key = secret.withUnsafeBytes({ try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0) })
        else { throw .damaged(FileNames.keys) }
        officer = nil
        slot = ""
        self.key = key
        anchors = [:]
    }

    /// Reads what a slot holds.
    init?(_ bytes: [UInt8], slot: String) {
        guard let value = try? JSONReader.value(of: bytes), let officer = value["officer"]?.text,
            var secret = value["key"]?.text.flatMap({ Base64URL.bytes($0, count: 32) }),
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret)
        else { return nil }
        secret.wipe()
        self.officer = RecordID(officer)
        self.slot = slot
        self.key = key
        anchors = [:]
        for member in value["anchors"]?.members ?? [] {
            guard let stream = Stream(rawValue: member.name), let parts = member.value.list, parts.count == 2,
                let epoch = parts[0].number, let name = parts[1].text
            else { return nil }
            anchors[stream] = (epoch, name)
        }
    }

    /// What a slot holds.
    var bytes: [UInt8] {
        let anchors = anchors.sorted { $0.key < $1.key }.map {
            Value.Member($0.key.rawValue, .list([.number($0.value.epoch), .text($0.value.key)]))
        }
        return JSONWriter.bytes(
            of: .object([
                .init("officer", .text(officer?.rawValue ?? "")),
                .init("key", .text(Base64URL.text(key.rawRepresentation))), .init("anchors", .object(anchors)),
            ]))
    }
}
