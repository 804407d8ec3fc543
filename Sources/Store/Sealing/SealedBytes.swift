import Crypto
import FoundationEssentials
import Records

extension SymmetricKey {
    /// Derives a key for one use: HKDF-SHA256 (RFC 5869).
    ///
    /// - Parameters:
    ///   - part: the use.
    ///   - salt: fresh for every file; empty where the key itself is used once only.
    /// - Returns: the key.
    func derived(_ part: SealPart, salt: [UInt8] = []) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: self, salt: salt, info: part.label, outputByteCount: 32)
    }

    /// The bytes; whoever takes them wipes them.
    var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// How the key is named in files: says nothing about it.
    var name: String { Base64URL.text(derived(.identity).bytes.prefix(16)) }
}

extension [UInt8] {
    /// Overwrites secret bytes before they are let go of.
    ///
    /// It reaches this copy only: Swift may have copied an array before, and texts cannot be overwritten at all. Keys
    /// are therefore kept in `SymmetricKey` and the key types of Curve25519, whose memory the library clears itself.
    mutating func wipe() {
        withUnsafeMutableBytes { _ = overwrite($0) }
    }
}

/// Overwrites memory in a way that is not optimised away: the compiler must assume that the pointer escapes.
@inline(never)
private func overwrite(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    for place in buffer.indices { buffer[place] = 0 }
    return buffer.count
}
