import Crypto
import FoundationEssentials

/// The tags of a saved index's chunks.
struct ChunkTag: Sendable {
    private let key: SymmetricKey

    init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// The tag of a chunk; `nil` only if the library refuses, which it does for no input of this shape.
    func tag(of chunk: UnsafeRawBufferPointer, number: Int) -> [UInt8]? {
        guard let nonce = Self.nonce(number),
            let box = try? AES.GCM.seal(EmptyCollection<UInt8>.data, using: key, nonce: nonce, authenticating: chunk)
        else { return nil }
        return Array(box.tag)
    }

    /// Whether a tag is that of a chunk.
    func isGood(_ tag: ArraySlice<UInt8>, of chunk: UnsafeRawBufferPointer, number: Int) -> Bool {
        guard let nonce = Self.nonce(number),
            let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: Data(), tag: Data(tag))
        else { return false }
        return (try? AES.GCM.open(box, using: key, authenticating: chunk)) != nil
    }

    private static func nonce(_ number: Int) -> AES.GCM.Nonce? {
        var bytes = [UInt8](repeating: 0, count: 4)
        withUnsafeBytes(of: UInt64(number).bigEndian) { bytes.append(contentsOf: $0) }
        return try? AES.GCM.Nonce(data: bytes)
    }
}

extension EmptyCollection<UInt8> {
    /// Nothing to encrypt: only what is authenticated counts.
    fileprivate static var data: Data { Data() }
}
