import Crypto
import FoundationEssentials
import Records

/// A few sealed bytes within a JSON file: `{"epoch":N,"salt":SALT,"s":BASE64}`.
struct SealedText {
    /// Names the key.
    let epoch: Int
    private let salt: [UInt8]
    private let sealed: [UInt8]

    /// Seals bytes under a fresh salt.
    ///
    /// - Parameters:
    ///   - plain: the bytes.
    ///   - key: the key.
    ///   - epoch: how the key is named.
    ///   - part: what it is for.
    ///   - context: what the thing is.
    ///   - environment: random numbers.
    init(
        _ plain: [UInt8], key: SymmetricKey, epoch: Int, part: SealPart, context: [String],
        environment: StoreEnvironment
    ) {
        self.epoch = epoch
        salt = environment.random.bytes(ChangeLines.saltLength)
        let cipher = FileCipher(
            key: key.derived(part, salt: salt), context: StreamKeys.context(part, context + [String(epoch)]),
            witness: environment.witness)
        sealed = Array(cipher.seal(plain, number: 0))
    }

    /// Reads the value; `nil` when it is none.
    init?(_ value: Value?) {
        guard let epoch = value?["epoch"]?.number,
            let salt = value?["salt"]?.text.flatMap({ Base64URL.bytes($0, count: ChangeLines.saltLength) }),
            let sealed = value?["s"]?.text.flatMap({ Base64URL.bytes($0, count: $0.utf8.count * 6 / 8) })
        else { return nil }
        self.epoch = epoch
        self.salt = salt
        self.sealed = sealed
    }

    /// The value.
    var value: Value {
        .object([
            .init("epoch", .number(epoch)), .init("salt", .text(Base64URL.text(salt))),
            .init("s", .text(Base64URL.text(sealed))),
        ])
    }

    /// Opens; `nil` when the key or anything else is not the one it was sealed with.
    func open(_ key: SymmetricKey, part: SealPart, context: [String]) -> [UInt8]? {
        let cipher = FileCipher(
            key: key.derived(part, salt: salt), context: StreamKeys.context(part, context + [String(epoch)]),
            witness: nil)
        return sealed.withUnsafeBytes { cipher.open($0, number: 0) }.map { Array($0) }
    }
}
