import Synchronization

/// Remembers every key and nonce that something was sealed with, and how many pairs came twice.
final class NonceCount: Sendable {
    private let seen = Mutex<(pairs: Set<[UInt8]>, twice: Int)>(([], 0))

    /// How many pairs came twice.
    var twice: Int { seen.withLock { $0.twice } }

    /// Notes a pair.
    func note(_ key: String, _ nonce: [UInt8]) {
        seen.withLock { if !$0.pairs.insert(Array(key.utf8) + nonce).inserted { $0.twice += 1 } }
    }
}
