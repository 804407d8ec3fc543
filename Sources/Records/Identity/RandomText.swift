/// Random names in an alphabet that no file system, keyboard or eye confuses.
public enum RandomText {
    /// Crockford's base 32 in lower case: no i, l, o, u.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Draws a text of five random bits per character.
    ///
    /// - Parameters:
    ///   - count: how many characters.
    ///   - random: where the randomness comes from.
    /// - Returns: the text.
    public static func base32(count: Int, using random: inout some RandomNumberGenerator) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for _ in 0..<count {
            bytes.append(alphabet[Int(random.next(upperBound: UInt32(32)))])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
