/// A passphrase as it is typed: it is never drawn, and what it was is overwritten when it is let go of.
///
/// The bytes stay in one place of fixed size while they are typed, so that no shorter copy is left behind. The text that is
/// handed over at the end is a Swift text, which nobody can overwrite.
struct SecretLine {
    /// The longest passphrase, in bytes.
    static let most = 1024

    private var bytes: [UInt8] = []
    /// How many bytes each character has.
    private var sizes: [Int] = []

    init() { bytes.reserveCapacity(Self.most) }

    /// How many characters were typed.
    var count: Int { sizes.count }

    /// Adds what was typed or pasted; line feeds at the end of pasted text are left out.
    mutating func insert(_ text: String) {
        for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
            let encoded = Array(String(Character(scalar)).utf8)
            guard bytes.count + encoded.count <= Self.most else { return }
            bytes += encoded
            sizes.append(encoded.count)
        }
    }

    /// Takes the last character away.
    mutating func deleteBackward() {
        guard let size = sizes.popLast() else { return }
        for place in bytes.count - size..<bytes.count { bytes[place] = 0 }
        bytes.removeLast(size)
    }

    /// Hands over what was typed, and holds nothing any more.
    mutating func take() -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        clear()
        return text
    }

    /// Overwrites what was typed.
    mutating func clear() {
        for place in bytes.indices { bytes[place] = 0 }
        bytes.removeAll(keepingCapacity: true)
        sizes.removeAll(keepingCapacity: true)
    }
}
