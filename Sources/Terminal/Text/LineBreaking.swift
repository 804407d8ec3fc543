/// Where Chinese text may be broken: 避头尾 (GB/T 15834—2011 §5.1, W3C "Requirements for Chinese Text Layout" §3.1.3).
enum LineBreaking {
    /// What a character allows around itself.
    enum Class {
        /// A part of a word or number, kept together with its neighbours of the same kind.
        case word
        /// A blank; a row may break after it.
        case space
        /// A closing mark: may not start a row.
        case closing
        /// A closing mark of Latin text: may not start a row, and stays with a word that follows (`3,000`, `it’s`).
        case latinClosing
        /// An opening mark: may not end a row.
        case opening
        /// An opening mark of Latin text: may not end a row, and stays with a word before it (`f(x)`).
        case latinOpening
        /// An ideograph or anything else: a row may break on either side.
        case free
    }

    /// The class of a character.
    static func kind(of character: Character) -> Class {
        guard let scalar = character.unicodeScalars.first else { return .free }
        switch scalar.value {
        case 0x20, 0x09: return .space
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .word
        default: break
        }
        if closing.contains(character) { return .closing }
        if opening.contains(character) { return .opening }
        if latinClosing.contains(character) { return .latinClosing }
        if latinOpening.contains(character) { return .latinOpening }
        if scalar.value < 0x7F || scalar.properties.isAlphabetic && !isIdeographic(scalar) { return .word }
        return .free
    }

    /// Whether a row may break between two neighbouring characters.
    static func mayBreak(between left: Class, _ right: Class) -> Bool {
        switch (left, right) {
        case (_, .space), (_, .closing), (_, .latinClosing), (.opening, _), (.latinOpening, _): false
        case (.word, .word), (.word, .latinOpening), (.latinClosing, .word): false
        default: true
        }
    }

    /// Dashes, quotation marks, dots: they combine with nothing, but how wide they are is a setting.
    static let quotes: Range<UInt32> = 0x2010..<0x2028

    /// The classes of the scalars that stand alone, by their number; ideographs and kana, which are all the same, are left out.
    struct Lone: Sendable {
        private let ascii: [Class]
        private let quotes: [Class]
        private let marks: [Class]
        private let fullWidth: [Class]

        fileprivate init() {
            func classes(_ values: Range<UInt32>) -> [Class] {
                values.map { value in Unicode.Scalar(value).map { kind(of: Character($0)) } ?? .free }
            }
            ascii = classes(0..<0x80)
            quotes = classes(LineBreaking.quotes)
            marks = classes(0x3000..<0x3030)
            fullWidth = classes(0xFF00..<0xFF61)
        }

        /// The class of a scalar that stands alone.
        subscript(_ scalar: UInt32) -> Class {
            if scalar < 0x80 { return ascii[Int(scalar)] }
            if scalar < 0x3000 { return quotes[Int(scalar - LineBreaking.quotes.lowerBound)] }
            if scalar < 0x3030 { return marks[Int(scalar) - 0x3000] }
            if scalar >= 0xFF00 { return fullWidth[Int(scalar) - 0xFF00] }
            return .free
        }
    }

    /// The classes of the scalars that stand alone.
    static let lone = Lone()

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
    }

    private static let closing = Set<Character>("。，、；：？！）》」』”…—·〕】〗〉］｝％‰℃°．～»–ー々〻")
    private static let opening = Set<Character>("（《「『“‘〔【〖〈［｛«￥＄№")
    private static let latinClosing = Set<Character>(",.;:?!)]}%’")
    private static let latinOpening = Set<Character>("([{$¥")
}
