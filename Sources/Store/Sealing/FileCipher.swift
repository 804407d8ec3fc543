import Crypto
import FoundationEssentials

/// AES-256-GCM with a key that is used in one file only, and a counter for its nonces.
///
/// The key comes from a salt that is fresh whenever the file is written, so a copied disk or a restored backup cannot
/// make the same key meet the same counter with another text.
struct FileCipher: Sendable {
    /// How many bytes sealing adds.
    static let overhead = 16
    private static let nonceSize = 12

    private let key: SymmetricKey
    private let context: [UInt8]
    private let witness: SealWitness?

    /// Takes a key.
    ///
    /// - Parameters:
    ///   - key: the file's own key.
    ///   - context: what the file is; authenticated with every chunk.
    ///   - witness: is told of every nonce used.
    init(key: SymmetricKey, context: [UInt8], witness: SealWitness?) {
        self.key = key
        self.context = context
        self.witness = witness
    }

    /// Seals.
    ///
    /// - Parameters:
    ///   - plain: the bytes.
    ///   - number: the chunk's number; never used again in this file.
    ///   - retry: distinguishes a record that is written again after a write failed half-way.
    /// - Returns: ciphertext and tag.
    func seal(_ plain: some DataProtocol, number: UInt64, retry: UInt32 = 0) -> Data {
        let (nonce, context) = frame(number, retry)
        witness?.note(key: key, nonce: nonce)
        // Sealing fails only for keys and nonces of a wrong size, of which there are none here.
        guard let value = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(plain, using: key, nonce: value, authenticating: context),
            let all = box.combined
        else { preconditionFailure("AES-GCM refused a 256-bit key and a 96-bit nonce") }
        return all.dropFirst(Self.nonceSize)
    }

    /// Opens.
    ///
    /// - Parameters:
    ///   - sealed: ciphertext and tag.
    ///   - number: the chunk's number.
    ///   - retry: as at sealing.
    /// - Returns: the bytes; `nil` when anything about them is not as it was sealed.
    func open(_ sealed: UnsafeRawBufferPointer, number: UInt64, retry: UInt32 = 0) -> Data? {
        guard sealed.count >= Self.overhead else { return nil }
        let (nonce, context) = frame(number, retry)
        var all = Data(capacity: Self.nonceSize + sealed.count)
        all.append(contentsOf: nonce)
        all.append(contentsOf: sealed)
        return open(all, context)
    }

    /// Opens a chunk where it stands: 150 MB of index must not need as much again.
    ///
    /// - Parameters:
    ///   - chunk: the ciphertext, and afterwards the bytes.
    ///   - tag: the tag.
    ///   - number: the chunk's number.
    /// - Returns: whether it was as it had been sealed; if not, the chunk is left as it is.
    func open(_ chunk: UnsafeMutableRawBufferPointer, tag: ArraySlice<UInt8>, number: UInt64) -> Bool {
        let (nonce, context) = frame(number, 0)
        var all = Data(capacity: Self.nonceSize + chunk.count + tag.count)
        all.append(contentsOf: nonce)
        all.append(contentsOf: UnsafeRawBufferPointer(chunk))
        all.append(contentsOf: tag)
        guard let plain = open(all, context), plain.count == chunk.count else { return false }
        plain.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in chunk.copyMemory(from: raw) }
        return true
    }

    /// Opens what stands as text.
    ///
    /// - Parameters:
    ///   - text: ciphertext and tag in base64url.
    ///   - number: the chunk's number.
    /// - Returns: the bytes; `nil` when anything about them is not as it was sealed.
    func open(text: UnsafeBufferPointer<UInt8>, number: UInt64) -> Data? {
        let size = text.count * 6 / 8
        guard size >= Self.overhead else { return nil }
        let (nonce, context) = frame(number, 0)
        var all = Data(count: Self.nonceSize + size)
        let isGood = all.withUnsafeMutableBytes { buffer in
            UnsafeMutableRawBufferPointer(rebasing: buffer[..<Self.nonceSize]).copyBytes(from: nonce)
            return Base64URL.read(
                text, into: UnsafeMutableBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[Self.nonceSize...]))
        }
        return isGood ? open(all, context) : nil
    }

    private func open(_ all: Data, _ context: [UInt8]) -> Data? {
        guard let box = try? AES.GCM.SealedBox(combined: all) else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: context)
    }

    /// The nonce, and what is authenticated: the file's context and once more the nonce.
    private func frame(_ number: UInt64, _ retry: UInt32) -> (nonce: [UInt8], context: [UInt8]) {
        var nonce: [UInt8] = []
        nonce.reserveCapacity(Self.nonceSize)
        withUnsafeBytes(of: number.bigEndian) { nonce.append(contentsOf: $0) }
        withUnsafeBytes(of: retry.bigEndian) { nonce.append(contentsOf: $0) }
        return (nonce, context + nonce)
    }
}
