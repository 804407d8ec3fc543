/// A telephone number as it is dialled in China.
public struct PhoneNumber: Hashable, Sendable {
    /// What sort of line it is.
    public enum Line: String, Sendable {
        /// 1[3-9] and nine digits.
        case mobile
        /// Area code, seven or eight digits, perhaps an extension.
        case landline
        /// 400 or 800 and seven digits.
        case freephone
        /// 110, 12345, 95598 and the like.
        case short
    }

    /// The number in plain ASCII: `13000000001`, `0000-0000017`, `0000-0000017-12`.
    public let text: String
    /// What sort of line it is.
    public let line: Line

    /// Reads one number.
    ///
    /// - Parameter typed: full-width digits, spaces, brackets, `+86`, `86-` and `0086` are taken as meant; `nil` results when it is not a number that can be dialled.
    public init?(_ typed: some StringProtocol) {
        var plain = TextFolding.plain(typed).filter { !$0.isWhitespace }
        plain = plain.map { $0 == "(" || $0 == ")" ? "-" : $0 }.reduce(into: "") { $0.append($1) }
        if plain.hasPrefix("-") { plain.removeFirst() }
        for prefix in ["+86", "0086", "86-"] where plain.hasPrefix(prefix) {
            plain.removeFirst(prefix.count)
            if plain.hasPrefix("-") { plain.removeFirst() }
            break
        }
        guard plain.allSatisfy({ $0 == "-" || ("0"..."9").contains($0) }) else { return nil }
        let parts = plain.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let digits = parts.joined()
        if digits.count == 11, digits.first == "1", ("3"..."9").contains(Array(digits)[1]) {
            (text, line) = (digits, .mobile)
        } else if digits.count == 10, digits.hasPrefix("400") || digits.hasPrefix("800") {
            (text, line) = (digits, .freephone)
        } else if let landline = Self.landline(parts) {
            (text, line) = (landline, .landline)
        } else if parts.count == 1, Self.isShort(digits) {
            (text, line) = (digits, .short)
        } else {
            return nil
        }
    }

    /// Reads several numbers, parted by 、 ， , ； ; / or a line end.
    ///
    /// - Parameter typed: the text of a phone field.
    /// - Returns: the numbers, and the pieces that are none; 无 and 没有 say that there is no telephone.
    public static func all(in typed: some StringProtocol) -> (numbers: [PhoneNumber], unreadable: [String]) {
        var numbers: [PhoneNumber] = []
        var unreadable: [String] = []
        for piece in typed.split(whereSeparator: { "、，,；;／/\n".contains($0) }) {
            let plain = TextFolding.plain(piece)
            if plain.isEmpty || plain == "无" || plain.hasPrefix("没有") || plain == "家里没有电话" { continue }
            if let number = PhoneNumber(plain) { numbers.append(number) } else { unreadable.append(plain) }
        }
        return (numbers, unreadable)
    }

    /// Asterisks and the last four digits.
    public var masked: String { Masking.lastFour(text) }

    private static func landline(_ parts: [String]) -> String? {
        if parts.count >= 2, (3...4).contains(parts[0].count), parts[0].hasPrefix("0"),
            (7...8).contains(parts[1].count),
            parts.count == 2 || parts.count == 3 && (1...6).contains(parts[2].count)
        {
            return parts.joined(separator: "-")
        }
        // Written in one piece: 010 and 02x have three digits, every other area code four.
        guard parts.count == 1, parts[0].hasPrefix("0"), (10...12).contains(parts[0].count) else { return nil }
        let area = parts[0].hasPrefix("01") || parts[0].hasPrefix("02") ? 3 : 4
        let rest = parts[0].dropFirst(area)
        return (7...8).contains(rest.count) ? "\(parts[0].prefix(area))-\(rest)" : nil
    }

    private static func isShort(_ digits: String) -> Bool {
        switch digits.count {
        case 3: ["110", "119", "120", "122"].contains(digits)
        case 5: ["12", "95", "96", "100"].contains { digits.hasPrefix($0) }
        case 6: digits.hasPrefix("96")
        default: false
        }
    }
}
