import Crypto
import CryptoExtras
import FoundationEssentials

/// How a passphrase becomes a key: scrypt (RFC 7914) with r = 8, p = 1, and a cost that stands in the slot.
struct PassphraseKey: Hashable, Sendable {
    /// The powers of two that are accepted as a cost: a tampered slot must not ask for all memory there is.
    static let costs = 10...20

    /// The power of two in scrypt's N.
    let cost: Int
    /// The salt, the same in all slots of a store.
    let salt: [UInt8]

    /// Derives the key.
    ///
    /// The name is part of what is stretched. It is therefore nowhere in the files, not even as a hash that a list of
    /// names could be tried against; a wrong name and a wrong passphrase cannot be told apart.
    ///
    /// - Parameters:
    ///   - name: what the officer types to say who they are.
    ///   - passphrase: the passphrase.
    /// - Returns: the key.
    /// - Throws: ``StoreError/damaged(_:)`` when the cost is out of bounds.
    func derive(name: String, passphrase: String) throws(StoreError) -> SymmetricKey {
        var secret = Array(name.utf8) + [0] + Array(passphrase.utf8)
        defer { secret.wipe() }
        guard Self.costs.contains(cost),
            let key = try? KDF.Scrypt.deriveKey(
                from: secret, salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: 8, parallelism: 1)
        else { throw .damaged(FileNames.keys) }
        return key
    }
}
