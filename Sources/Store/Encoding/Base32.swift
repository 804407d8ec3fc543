/// Crockford's base 32 in lower case: no i, l, o, u.
///
/// For file names and writer identities.
enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The text of some bytes; bits that do not fill a character are left out.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(alphabet[Int(pending >> bits & 31)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
