import Crypto
import Records

/// SHA-256 over parts of stored bytes.
struct Hashing {
    private var state = SHA256()

    /// Adds bytes.
    mutating func add(_ bytes: UnsafeRawBufferPointer) { state.update(bufferPointer: bytes) }

    /// Adds bytes.
    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { state.update(bufferPointer: $0) } }

    /// The hash of everything added.
    consuming func finish() -> Fingerprint { Fingerprint(state.finalize()) }

    /// The hash of one run of bytes.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> Fingerprint {
        var hashing = Hashing()
        hashing.add(bytes)
        return hashing.finish()
    }

    /// The hash of an array.
    static func hash(_ bytes: [UInt8]) -> Fingerprint { bytes.withUnsafeBytes { hash($0) } }
}
