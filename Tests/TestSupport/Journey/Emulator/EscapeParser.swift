/// Splits a terminal's input into text, controls and sequences (after Paul Williams' state machine for the VT500).
struct EscapeParser: Sendable {
    /// What a byte completed.
    enum Event: Sendable {
        case none
        case text(Unicode.Scalar)
        case control(UInt8)
        case escape(intermediates: [UInt8], final: UInt8)
        case csi(ControlSequence)
    }

    private enum State: Sendable {
        case ground, escape, csi, string, stringEscape
    }

    private var state = State.ground
    private var held: [UInt8] = []

    /// Whether the next byte is text or a control.
    var isGround: Bool { state == .ground }

    /// Takes one byte.
    ///
    /// - Parameter byte: outside sequences, ASCII only: text is decoded before.
    /// - Returns: what it completed.
    mutating func push(_ byte: UInt8) -> Event {
        switch (state, byte) {
        case (.string, 0x07), (.string, 0x18), (.string, 0x1A):
            state = .ground
        case (.string, 0x1B):
            state = .stringEscape
        case (.string, _):
            break
        case (.stringEscape, 0x5C):
            state = .ground
        case (_, 0x1B):
            state = .escape
            held = []
        case (.stringEscape, _):
            // ESC inside a string ends it and starts a sequence.
            state = .escape
            held = []
            return push(byte)
        case (_, 0x18), (_, 0x1A):
            state = .ground
        case (_, 0..<0x20):
            return .control(byte)
        case (_, 0x7F):
            break
        case (.ground, _):
            return .text(Unicode.Scalar(byte))
        case (.escape, _):
            return escapeByte(byte)
        case (.csi, 0x40...0x7E):
            state = .ground
            return .csi(sequence(final: byte))
        case (.csi, _):
            held.append(byte)
        }
        return .none
    }

    private mutating func escapeByte(_ byte: UInt8) -> Event {
        switch byte {
        case 0x20...0x2F:
            held.append(byte)
        case UInt8(ascii: "[") where held.isEmpty:
            state = .csi
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            guard held.isEmpty else { fallthrough }
            state = .string
        default:
            state = .ground
            return .escape(intermediates: held, final: byte)
        }
        return .none
    }

    private func sequence(final: UInt8) -> ControlSequence {
        var bytes = held[...]
        var prefix: UInt8?
        if let first = bytes.first, (0x3C...0x3F).contains(first) {
            prefix = bytes.removeFirst()
        }
        let end = bytes.firstIndex { !(0x30...0x3B).contains($0) } ?? bytes.endIndex
        let parameters = bytes[..<end].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { part in
                part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
                    .map { Int(String(decoding: $0, as: UTF8.self)).map { min($0, 9999) } }
            }
        return ControlSequence(
            prefix: prefix, parameters: parameters, intermediates: Array(bytes[end...]), final: final)
    }
}
