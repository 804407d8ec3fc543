import Crypto
import Records

/// The keys of one stream, while it is open: one per epoch, of which the newest seals what is written.
struct StreamKeys: Sendable {
    /// The store's identity.
    let store: String
    /// The stream.
    let stream: Stream
    /// The epoch whose key seals what is written now.
    let epoch: Int
    /// The keys by epoch.
    let keys: [Int: SymmetricKey]
    /// Is told of every nonce used.
    let witness: SealWitness?

    /// The key in use.
    var current: SymmetricKey? { keys[epoch] }

    /// The cipher of a file, or of a part of one.
    ///
    /// - Parameters:
    ///   - part: which part.
    ///   - epoch: the epoch that the file names.
    ///   - salt: the file's salt.
    ///   - header: what else says which file it is.
    /// - Returns: the cipher; `nil` when the epoch's key is not known here.
    func cipher(_ part: SealPart, epoch: Int, salt: [UInt8], header: [String]) -> FileCipher? {
        guard let key = keys[epoch] else { return nil }
        return FileCipher(
            key: key.derived(part, salt: salt),
            context: Self.context(part, [store, stream.rawValue, String(epoch)] + header), witness: witness)
    }

    /// What a sealed thing is, as associated data.
    static func context(_ part: SealPart, _ words: [String]) -> [UInt8] {
        part.label + Array(words.reduce(into: "\n") { $0 += $1 + "\n" }.utf8)
    }
}
