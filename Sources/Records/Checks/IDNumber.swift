/// A number of an identity card with the check character of GB 11643-1999.
///
/// It is read, never corrected.
public struct IDNumber: Hashable, Sendable {
    /// Which card the number belongs to.
    public enum Card: String, Sendable {
        /// 公民身份号码, 18 characters.
        case citizen
        /// 15 digits of a first-generation card, out of use since 2013-01-01 (居民身份证法23).
        case firstGeneration
        /// 港澳居民居住证, 810000 and 820000.
        case hongKongMacau
        /// 台湾居民居住证, 830000.
        case taiwan
        /// 外国人永久居留身份证 of the new form, which begins with 9.
        case permanentResident
    }

    /// What is doubtful or wrong about a number.
    public enum Finding: String, Sendable, CaseIterable {
        /// The check character does not fit the other seventeen.
        case wrongCheck
        /// The birth date does not exist.
        case impossibleDate
        /// The birth date lies in the future.
        case future
        /// The person would be over 130 years old.
        case over130
        /// Region 000000, which only examples use.
        case testRegion
        /// Fifteen digits: only old files have it.
        case oldLength
    }

    /// The number in plain ASCII with an upper case X.
    public let text: String
    /// Which card it belongs to.
    public let card: Card

    /// Reads what was typed; full-width digits, spaces and a small x are taken as meant.
    ///
    /// - Parameter typed: the text; `nil` results when it has not the shape of an ID number: 17 digits and a digit or X, or 15 digits.
    public init?(_ typed: some StringProtocol) {
        let plain = String(TextFolding.plain(typed).filter { $0 != " " }).uppercased()
        let bytes = Array(plain.utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        switch bytes.count {
        case 15:
            guard bytes.allSatisfy({ digits.contains($0) }) else { return nil }
            card = .firstGeneration
        case 18:
            guard bytes.dropLast().allSatisfy({ digits.contains($0) }),
                digits.contains(bytes[17]) || bytes[17] == UInt8(ascii: "X")
            else { return nil }
            if plain.hasPrefix("810000") || plain.hasPrefix("820000") {
                card = .hongKongMacau
            } else if plain.hasPrefix("830000") {
                card = .taiwan
            } else {
                card = plain.hasPrefix("9") ? .permanentResident : .citizen
            }
        default: return nil
        }
        text = plain
    }

    /// The 18 characters; a first-generation number with the century and the check character that its 17 digits give.
    public var eighteen: String {
        guard card == .firstGeneration else { return text }
        let seventeen = text.prefix(6) + "19" + text.dropFirst(6)
        return seventeen + String(Self.check(of: seventeen))
    }

    /// The birth date; `nil` when it does not exist.
    public var birth: CalendarDay? {
        let digits = Array(eighteen.utf8).map { Int($0) - 48 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        return CalendarDay(year: number(6..<10), month: number(10..<12), day: number(12..<14))
    }

    /// Whether the sequence number is a woman's: even.
    public var isFemale: Bool { (Array(eighteen.utf8)[16] - 48) % 2 == 0 }

    /// What is doubtful or wrong, in the order of ``Finding``.
    ///
    /// - Parameter today: the day to judge ages by.
    /// - Returns: nothing when the number is in order.
    public func findings(today: CalendarDay) -> [Finding] {
        var result: [Finding] = []
        if card != .firstGeneration, text.last != Self.check(of: text.prefix(17)) { result.append(.wrongCheck) }
        if let birth {
            if birth > today { result.append(.future) }
            if birth.adding(months: 131 * 12) <= today { result.append(.over130) }
        } else {
            result.append(.impossibleDate)
        }
        if text.hasPrefix("000000") { result.append(.testRegion) }
        if card == .firstGeneration { result.append(.oldLength) }
        return result
    }

    /// Asterisks and the last four characters.
    public var masked: String { Masking.lastFour(text) }

    /// The check character of seventeen digits: Σ digit·weight modulo 11, GB 11643-1999.
    ///
    /// - Parameter seventeen: seventeen ASCII digits.
    /// - Returns: a digit or X.
    public static func check(of seventeen: some StringProtocol) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(seventeen.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
        return Array("10X98765432")[sum % 11]
    }
}
