/// A 统一社会信用代码 of GB 32100-2015, eighteen characters without I, O, S, V and Z.
public struct CreditCode: Hashable, Sendable {
    /// The code in plain upper case ASCII.
    public let text: String
    /// Whether it is a 注册号 of fifteen digits, as small traders still have.
    public let isOldRegistration: Bool

    /// Reads what was typed.
    ///
    /// - Parameter typed: the text; full-width letters, spaces and lower case are taken as meant; `nil` results when a character or the length does not fit, or a check character is wrong.
    public init?(_ typed: some StringProtocol) {
        let plain = String(TextFolding.plain(typed).filter { $0 != " " && $0 != "-" }).uppercased()
        if plain.utf8.count == 15, plain.utf8.allSatisfy({ (48...57).contains($0) }) {
            text = plain
            isOldRegistration = true
            return
        }
        let values = plain.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard plain.count == 18, values.count == 18, values[2..<8].allSatisfy({ $0 < 10 }),
            Self.organisationCheck(of: plain.dropFirst(8).prefix(8)) == Array(plain)[16],
            Self.check(of: values.prefix(17)) == values[17]
        else { return nil }
        text = plain
        isOldRegistration = false
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// 31 − (Σ value · 3^i mod 31), where 31 counts as 0.
    private static func check(of values: some Sequence<Int>) -> Int {
        var weight = 1
        var sum = 0
        for value in values {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return (31 - sum % 31) % 31
    }

    /// The check character of a 组织机构代码, GB 11714: 11 − (Σ value · weight mod 11); 10 is X, 11 is 0.
    ///
    /// - Parameter eight: the eight characters of the body.
    /// - Returns: the ninth; `nil` when a character is neither a digit nor a letter.
    public static func organisationCheck(of eight: some StringProtocol) -> Character? {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        var sum = 0
        for (byte, weight) in zip(eight.utf8, weights) {
            switch byte {
            case 48...57: sum += (Int(byte) - 48) * weight
            case 65...90: sum += (Int(byte) - 55) * weight
            default: return nil
            }
        }
        let check = 11 - sum % 11
        return Array("0123456789X0")[check]
    }
}
