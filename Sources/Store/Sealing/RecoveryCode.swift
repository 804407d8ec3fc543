/// The printed code that opens a sealed store when passphrases are lost: eight groups of five characters.
///
/// Four characters of a group are 20 of the 160 random bits (Crockford's base 32), the fifth checks them: a single wrong
/// character, two that changed places and a group in the wrong place are always found, and the group is named. The X25519
/// key is derived from the bits. Whoever has the paper can read everything: it belongs in the station's safe.
public struct RecoveryCode: Hashable, Sendable {
    /// How many groups there are.
    public static let groupCount = 8

    let seed: [UInt8]

    init(random: any RandomSource) {
        seed = random.bytes(20)
    }

    /// Reads a code as somebody typed it: case does not matter, neither do spaces and hyphens; O is 0, I and L are 1.
    ///
    /// - Parameter text: what was typed.
    /// - Throws: ``StoreError/badCode(groups:)`` with the wrong groups, counted from 1; with none when its length is
    ///   wrong.
    public init(_ text: String) throws(StoreError) {
        var values: [UInt8] = []
        var unreadable: Set<Int> = []
        for character in text.lowercased() where character != " " && character != "-" && !character.isNewline {
            if let value = Self.value(of: character) {
                values.append(value)
            } else {
                unreadable.insert(values.count / 5)
                values.append(0)
            }
        }
        guard values.count == 5 * Self.groupCount else { throw .badCode(groups: []) }
        let groups = (0..<Self.groupCount).map { Array(values[5 * $0..<5 * $0 + 5]) }
        for (place, group) in groups.enumerated() where Self.check(group.prefix(4), place) != group[4] {
            unreadable.insert(place)
        }
        guard unreadable.isEmpty else { throw .badCode(groups: unreadable.sorted().map { $0 + 1 }) }
        var bits: UInt32 = 0
        var count = 0
        var seed: [UInt8] = []
        for value in groups.flatMap({ $0.prefix(4) }) {
            bits = (bits << 5 | UInt32(value)) & 0xFFFF
            count += 5
            if count >= 8 {
                count -= 8
                seed.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        self.seed = seed
    }

    /// The code for printing: `XXXXX-XXXXX-…`.
    public var text: String {
        let values = Array(Base32.text(seed).utf8).map { Self.value(of: Character(UnicodeScalar($0))) ?? 0 }
        return (0..<Self.groupCount).map { place in
            let group = values[4 * place..<4 * place + 4]
            return (group + [Self.check(group, place)]).map { String(Self.alphabet[Int($0)]) }.joined()
        }.joined(separator: "-")
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private static func value(of character: Character) -> UInt8? {
        switch character {
        case "o": 0
        case "i", "l": 1
        default: alphabet.firstIndex(of: Character(character.uppercased())).map(UInt8.init)
        }
    }

    /// A sum in the field of 32 elements with a different factor at each place, one of them for the group's number.
    private static func check(_ group: ArraySlice<UInt8>, _ place: Int) -> UInt8 {
        var sum = UInt8(place)
        for value in group { sum = double(sum) ^ value }
        return double(sum)
    }

    /// Times x modulo x⁵ + x² + 1, which is primitive: powers of x differ up to the 31st.
    private static func double(_ value: UInt8) -> UInt8 {
        (value << 1 & 31) ^ (value & 16 == 0 ? 0 : 5)
    }
}
