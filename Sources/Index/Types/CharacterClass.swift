/// How single code points take part in finding and sorting.
enum CharacterClass {
    /// Folds width and case: Ａ, A and a are one, as are the dots in names (domain.md §4.6).
    ///
    /// - Parameter scalar: a code point.
    /// - Returns: the one that stands for it.
    static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar + 32
        case 0x00...0x7F: scalar
        case 0xFF0E, 0x2022, 0x30FB, 0x2027, 0xFF65: 0xB7
        case 0xFF01...0xFF5E: fold(scalar - 0xFEE0)
        case 0x3000: 0x20
        case 0xC0...0xDE where scalar != 0xD7: scalar + 32
        case 0x391...0x3A9, 0x410...0x42F: scalar + 32
        case 0x400...0x40F: scalar + 80
        default: scalar
        }
    }

    /// Whether it is a Chinese character.
    static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x3005...0x3007: true
        default: false
        }
    }

    /// Whether it is a word of its own: a Chinese character, kana, Hangul, an emoji.
    static func isWord(_ scalar: UInt32) -> Bool {
        if isIdeograph(scalar) { return true }
        switch scalar {
        case 0x3041...0x30FA, 0x30FC...0x312F, 0x31A0...0x31BF, 0xAC00...0xD7A3, 0x2600...0x27BF: return true
        case 0x2E80...0x2FDF, 0x1F000...0x1FAFF: return true
        default: return false
        }
    }

    /// Whether it is part of a word: a letter or a digit of any script written with spaces.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: return true
        case 0x00...0xB6: return false
        case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFF00...0xFFFF: return false
        default:
            guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
            return properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
        }
    }
}
