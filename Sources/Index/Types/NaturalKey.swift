import Records

/// Bytes that compare as a Chinese reader expects: 2号 before 10号, 甲 before 乙, 三 before 十二, 李 before 林.
///
/// Width and case of letters make no difference, nor do leading zeros; whoever needs to tell such texts apart compares the
/// texts themselves afterwards. No byte is zero, so a zero may end the key.
enum NaturalKey {
    /// Where the classes of characters begin.
    private enum Class {
        static let mark: UInt8 = 0x08
        /// The first of as many as there are lengths of short numbers, and one for longer ones.
        static let number: UInt8 = 0x10
        static let shortNumber = 0x40
        static let stem: UInt8 = 0x7B
        static let other: UInt8 = 0x7C
        static let syllable: UInt8 = 0x80
        static let unread: UInt8 = 0xFD
    }

    private static let stems: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: zip("甲乙丙丁戊己庚辛壬癸".unicodeScalars.map(\.value), 1...10))
    private static let numerals: [UInt32: Int] = Dictionary(
        uniqueKeysWithValues: zip("〇一二三四五六七八九".unicodeScalars.map(\.value), 0...9))
    private static let units: [UInt32: Int] = ["十": 10, "百": 100, "千": 1000].reduce(into: [:]) {
        if let scalar = $1.key.unicodeScalars.first { $0[scalar.value] = $1.value }
    }

    /// The key of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - isName: whether it is a person's name, so that its surname is read as one and no numeral is a number.
    /// - Returns: the key.
    static func of(_ text: String, isName: Bool = false) -> [UInt8] {
        var key: [UInt8] = []
        append(text, isName: isName, to: &key)
        return key
    }

    /// Adds the key of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - isName: whether it is a person's name.
    ///   - key: gets the bytes.
    static func append(_ text: String, isName: Bool, to key: inout [UInt8]) {
        let scalars = text.unicodeScalars.map { CharacterClass.fold($0.value) }
        key.reserveCapacity(key.count + scalars.count * 2 + 4)
        var surname: ArraySlice<[UInt16]> = []
        if isName { surname = (Pinyin.surnameReadings(Array(text.unicodeScalars.prefix(2))) ?? [])[...] }
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if let own = surname.popFirst(), let reading = own.first {
                appendReading(reading, to: &key)
                position += 1
            } else if (0x30...0x39).contains(scalar) {
                var end = position
                while end < scalars.count, (0x30...0x39).contains(scalars[end]) { end += 1 }
                appendNumber(scalars[position..<end].map { UInt8($0) }, to: &key)
                position = end
            } else if !isName, numerals[scalar] != nil || units[scalar] != nil {
                var end = position
                while end < scalars.count, numerals[scalars[end]] != nil || units[scalars[end]] != nil { end += 1 }
                appendNumber(Array(String(number(scalars[position..<end])).utf8), to: &key)
                position = end
            } else {
                appendSingle(scalar, isName: isName, to: &key)
                position += 1
            }
        }
    }

    private static func appendSingle(_ scalar: UInt32, isName: Bool, to key: inout [UInt8]) {
        if (0x61...0x7A).contains(scalar) {
            key.append(UInt8(scalar))
        } else if scalar < 0x80 {
            // Marks come first; a control character, which nobody types, counts as a space.
            key.append(Class.mark)
            key.append(UInt8(max(0x20, scalar)))
        } else if !isName, let stem = stems[scalar] {
            key.append(Class.stem)
            key.append(stem)
        } else if let character = Unicode.Scalar(scalar), let reading = Pinyin.usualReading(of: character) {
            appendReading(reading, to: &key)
        } else {
            key.append(CharacterClass.isIdeograph(scalar) ? Class.unread : Class.other)
            // Seven bits at a time with the top bit set, so that no byte is zero.
            for shift: UInt32 in [14, 7, 0] { key.append(UInt8(scalar >> shift & 0x7F) | 0x80) }
        }
    }

    private static func appendReading(_ reading: UInt16, to key: inout [UInt8]) {
        key.append(Class.syllable + UInt8(reading >> 6 & 0x3F))
        key.append(UInt8(reading & 0x3F) + 1)
    }

    private static func appendNumber(_ digits: [UInt8], to key: inout [UInt8]) {
        var rest = digits.drop { $0 == UInt8(ascii: "0") }
        // Longer numbers are larger; beyond 250 digits only the digits decide.
        key.append(Class.number + UInt8(min(Class.shortNumber, rest.count)))
        if rest.count >= Class.shortNumber { key.append(UInt8(min(250, rest.count))) }
        // Two digits make a byte, one more than their value.
        if !rest.count.isMultiple(of: 2), let first = rest.popFirst() { key.append(first - UInt8(ascii: "0") + 1) }
        while let tens = rest.popFirst(), let ones = rest.popFirst() {
            key.append((tens - UInt8(ascii: "0")) * 10 + ones - UInt8(ascii: "0") + 1)
        }
    }

    /// The value of Chinese numerals: 十二 is 12, 一〇一 is 101, 二百零三 cannot occur because 零 is no numeral here.
    private static func number(_ scalars: ArraySlice<UInt32>) -> Int {
        if scalars.allSatisfy({ numerals[$0] != nil }) {
            return scalars.suffix(15).reduce(0) { $0 * 10 + (numerals[$1] ?? 0) }
        }
        var total = 0
        var digit = 0
        for scalar in scalars.prefix(15) {
            if let unit = units[scalar] {
                total += max(1, digit) * unit
                digit = 0
            } else {
                digit = numerals[scalar] ?? 0
            }
        }
        return total + digit
    }
}
