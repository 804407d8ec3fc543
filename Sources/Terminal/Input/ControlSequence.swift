/// One escape sequence of a terminal, taken apart.
struct ControlSequence: Equatable {
    /// The numbers between the introducer and the final byte; 0 where one is missing.
    var parameters: [Int]
    /// The byte that ends the sequence.
    var final: UInt8
    /// Whether the parameters start with `<`, `=`, `>` or `?`: an answer of the terminal, never a key.
    var isPrivate: Bool

    /// What reading a sequence came to.
    enum Reading: Equatable {
        /// A sequence, and how many bytes it took after the introducer.
        case complete(ControlSequence, bytes: Int)
        /// More bytes must follow.
        case incomplete
        /// After so many bytes came one that cannot be part of a sequence.
        case malformed(bytes: Int)
    }

    /// No key sends more bytes than this.
    private static let longest = 64

    /// Reads what follows `ESC [`.
    ///
    /// - Parameter bytes: the bytes after the introducer.
    /// - Returns: the sequence, or why there is none.
    static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
        var parameters: [Int] = []
        var number: Int?
        var skipping = false
        var isPrivate = false
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case 0x30...0x39:
                if !skipping { number = min(0xFFFFFF, (number ?? 0) * 10 + Int(byte - 0x30)) }
            case 0x3A: skipping = true
            case 0x3B:
                parameters.append(number ?? 0)
                (number, skipping) = (nil, false)
            case 0x3C...0x3F where offset == 0: isPrivate = true
            // rxvt ends Shift forms with `$`, which elsewhere only follows a private marker.
            case 0x24 where number != nil && !isPrivate, 0x40...0x5A, 0x5C...0x7E:
                parameters.append(number ?? 0)
                let sequence = ControlSequence(parameters: parameters, final: byte, isPrivate: isPrivate)
                return .complete(sequence, bytes: offset + 1)
            case 0x5B where offset == 0:
                // The Linux console sends F1–F5 as `ESC [ [ A` and following.
                guard bytes.count > 1 else { return .incomplete }
                let letter = bytes[bytes.startIndex + 1]
                guard (0x41...0x45).contains(letter) else { return .malformed(bytes: 1) }
                let sequence = ControlSequence(parameters: [Int(letter) - 0x41 + 11], final: 0x7E, isPrivate: false)
                return .complete(sequence, bytes: 2)
            case 0x20...0x2F, 0x5B: break
            default: return .malformed(bytes: offset)
            }
            if offset >= longest { return .malformed(bytes: offset) }
        }
        return .incomplete
    }

    /// The key the sequence stands for, in the forms of xterm, the Linux console, rxvt and tmux.
    var key: Key? {
        guard !isPrivate else { return nil }
        let first = parameters.first ?? 0
        let held = parameters.count > 1 ? Self.modifiers(parameters[1]) : []
        switch final {
        case UInt8(ascii: "~"):
            if first == 27, parameters.count > 2 { return Self.key(unicode: parameters[2], held) }
            return Self.code(number: first).map { Key($0, held) }
        case UInt8(ascii: "u"): return Self.key(unicode: first, held)
        case UInt8(ascii: "Z"): return Key(.tab, held.union(.shift))
        case UInt8(ascii: "$"): return Self.code(number: first).map { Key($0, .shift) }
        case UInt8(ascii: "^"): return Self.code(number: first).map { Key($0, .control) }
        case UInt8(ascii: "@"): return Self.code(number: first).map { Key($0, [.control, .shift]) }
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return Self.code(letter: final - 0x20).map { Key($0, .shift) }
        default: return Self.code(letter: final).map { Key($0, held) }
        }
    }

    /// The key of `ESC O` and a letter, with the modifier number some terminals put between.
    static func applicationKey(_ letter: UInt8, modifier: Int) -> Key? {
        let held = modifiers(modifier)
        switch letter {
        case UInt8(ascii: "M"): return Key(.enter, held)
        case UInt8(ascii: "I"): return Key(.tab, held)
        case UInt8(ascii: "j")...UInt8(ascii: "y"), UInt8(ascii: " "), UInt8(ascii: "X"):
            // The number pad in application mode.
            let character: UInt8 =
                letter == UInt8(ascii: "X") ? UInt8(ascii: "=") : letter == 0x20 ? letter : letter - 0x40
            return Key(.character(Character(Unicode.Scalar(character))), held)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return code(letter: letter - 0x20).map { Key($0, held.union(.control)) }
        default: return code(letter: letter).map { Key($0, held) }
        }
    }

    /// xterm counts modifiers from 1; Meta (8) is taken for Alt.
    private static func modifiers(_ number: Int) -> Key.Modifiers {
        let bits = UInt8(clamping: max(0, number - 1))
        return Key.Modifiers(rawValue: (bits & 7) | (bits & 8 != 0 ? Key.Modifiers.alt.rawValue : 0))
    }

    private static func code(letter: UInt8) -> Key.Code? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x50 + 1)
        default: nil
        }
    }

    private static func code(number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// The key of a code point, as xterm's modifyOtherKeys and the kitty protocol send it.
    private static func key(unicode: Int, _ held: Key.Modifiers) -> Key? {
        switch unicode {
        case 8, 127: return Key(.backspace, held)
        case 9: return Key(.tab, held)
        case 13: return Key(.enter, held)
        case 27: return Key(.escape, held)
        default: break
        }
        guard unicode >= 32, let scalar = Unicode.Scalar(UInt32(unicode)) else { return nil }
        let character = Character(scalar)
        if held == .shift { return Key(.character(scalar.properties.uppercaseMapping.first ?? character)) }
        return held.isEmpty ? Key(.character(character)) : Key(.character(Key.lowercased(character)), held)
    }
}
