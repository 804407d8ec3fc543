import Crypto

/// Is told of every key and nonce that something is sealed with, so that a test can see that no pair comes twice.
final class SealWitness: Sendable {
    private let body: @Sendable (_ key: String, _ nonce: [UInt8]) -> Void

    /// Takes what is done with each pair.
    init(_ body: @escaping @Sendable (_ key: String, _ nonce: [UInt8]) -> Void) {
        self.body = body
    }

    func note(key: SymmetricKey, nonce: [UInt8]) { body(key.name, nonce) }
}
