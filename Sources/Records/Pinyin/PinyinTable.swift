/// The readings unpacked: made once, at first use, in a few milliseconds.
struct PinyinTable: Sendable {
    /// The only one.
    static let shared = PinyinTable()

    /// Every syllable, by its number; the numbers follow the alphabet.
    let syllables: [String]
    /// Every syllable's letters in ASCII, by its number.
    let letters: [[UInt8]]
    private var basic: [UInt16]
    private var supplementary: [UInt16]
    private var others: [UInt32: [UInt16]] = [:]
    private var surnames: [[UInt32]: [[UInt16]]] = [:]

    private static let basicRange: Range<UInt32> = 0x3400..<0xFB00
    private static let supplementaryRange: Range<UInt32> = 0x20000..<0x32400
    private static let none = UInt16.max

    private init() {
        syllables = Self.text(PinyinData.syllables).split { $0 == " " || $0 == "\n" }.map(String.init)
        letters = syllables.map { Array($0.utf8) }
        basic = Array(repeating: Self.none, count: Self.basicRange.count)
        supplementary = Array(repeating: Self.none, count: Self.supplementaryRange.count)
        unpackDefaults()
        let numbers = Dictionary(uniqueKeysWithValues: syllables.enumerated().map { ($1, UInt16($0)) })
        for item in Self.text(PinyinData.others).split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            guard let first = item.unicodeScalars.first else { continue }
            others[first.value] = item.dropFirst().split(separator: ",").compactMap { numbers[String($0)] }
        }
        for item in Self.text(PinyinData.surnames).split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let name = item.unicodeScalars.prefix { $0.value > 0x7F }.map(\.value)
            surnames[name] = item.dropFirst(name.count).split(separator: " ").map { reading in
                reading.split(separator: ",").compactMap { numbers[String($0)] }
            }
        }
    }

    /// The number of a character's usual reading.
    ///
    /// - Parameter scalar: a code point.
    /// - Returns: the number; `nil` when it has none.
    func usual(_ scalar: UInt32) -> UInt16? {
        let number: UInt16
        if Self.basicRange.contains(scalar) {
            number = basic[Int(scalar - Self.basicRange.lowerBound)]
        } else if Self.supplementaryRange.contains(scalar) {
            number = supplementary[Int(scalar - Self.supplementaryRange.lowerBound)]
        } else {
            return nil
        }
        return number == Self.none ? nil : number
    }

    /// All readings of a character, the usual one first.
    ///
    /// - Parameter scalar: a code point.
    /// - Returns: the numbers of the syllables; empty when it has none.
    func all(_ scalar: UInt32) -> [UInt16] {
        guard let first = usual(scalar) else { return [] }
        return [first] + (others[scalar] ?? [])
    }

    /// How a surname reads.
    ///
    /// - Parameter scalars: the one or two characters of the surname.
    /// - Returns: for each of its characters the readings, the usual one first; `nil` when it reads as its characters do.
    func surname(_ scalars: [UInt32]) -> [[UInt16]]? { surnames[scalars] }

    private mutating func unpackDefaults() {
        let packed = PinyinData.defaults
        let bytes = UnsafeBufferPointer(start: packed.utf8Start, count: packed.utf8CodeUnitCount)
        var digits: [UInt16] = Array(repeating: 0, count: 128)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for (number, byte) in alphabet.utf8.enumerated() { digits[Int(byte)] = UInt16(number) }
        var position = 0
        var scalar = Self.basicRange.lowerBound
        func digit() -> UInt16 {
            while position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
            guard position < bytes.count else { return 0 }
            defer { position += 1 }
            return digits[Int(bytes[position] & 0x7F)]
        }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") {
                position += 1
            } else if bytes[position] == UInt8(ascii: "!") {
                position += 1
                let high = UInt32(digit()) << 12
                let middle = UInt32(digit()) << 6
                scalar += high | middle | UInt32(digit())
            } else {
                let high = digit() << 6
                let number = high | digit()
                if Self.basicRange.contains(scalar) {
                    basic[Int(scalar - Self.basicRange.lowerBound)] = number
                } else if Self.supplementaryRange.contains(scalar) {
                    supplementary[Int(scalar - Self.supplementaryRange.lowerBound)] = number
                }
                scalar += 1
            }
        }
    }

    private static func text(_ packed: StaticString) -> String {
        String(decoding: UnsafeBufferPointer(start: packed.utf8Start, count: packed.utf8CodeUnitCount), as: UTF8.self)
    }
}
