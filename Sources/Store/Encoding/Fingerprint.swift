import Crypto
import Records

/// A SHA-256 hash.
struct Fingerprint: Hashable, Sendable {
    /// The 32 bytes as they stand in memory.
    let words: InlineArray<4, UInt64>

    static func == (left: Fingerprint, right: Fingerprint) -> Bool {
        left.words[0] == right.words[0] && left.words[1] == right.words[1] && left.words[2] == right.words[2]
            && left.words[3] == right.words[3]
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

    init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: InlineArray<4, UInt64>.self) }
    }

    /// Reads the text form.
    ///
    /// - Parameter text: 43 characters of base64url; anything else gives `nil`.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
        let isGood = withUnsafeMutableBytes(of: &words) { bytes in
            Base64URL.read(text, into: bytes.assumingMemoryBound(to: UInt8.self))
        }
        guard isGood else { return nil }
        self.words = words
    }

    /// Reads the text form.
    ///
    /// - Parameter text: 43 characters of base64url; anything else gives `nil`.
    init?(_ text: String) {
        var text = text
        guard let result = text.withUTF8({ Fingerprint($0) }) else { return nil }
        self = result
    }

    /// The 32 bytes.
    var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// The text form, 43 characters of base64url.
    var text: String { Base64URL.text(bytes) }

    /// Eight characters for file names (40 bits); Crockford's base 32, since names must survive case folding.
    var short: String { String(Base32.text(bytes.prefix(5))) }

    /// The hash as a change's identity.
    var changeID: ChangeID {
        ChangeID(
            bigEndian: words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian)
    }
}
