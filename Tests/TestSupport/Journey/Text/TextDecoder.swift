/// Turns the bytes of a stream into characters, one byte at a time, and counts what was no text.
struct TextDecoder: Sendable {
    let charset: TerminalCharset
    private(set) var undecodable = 0
    private var pending: [UInt8] = []
    private var ready: [Unicode.Scalar] = []

    init(charset: TerminalCharset) {
        self.charset = charset
    }

    /// Whether a character is begun and not ended.
    var isPending: Bool { !pending.isEmpty }

    /// Takes a byte.
    ///
    /// - Parameter byte: 0x80 or more when nothing is pending.
    /// - Returns: false when the byte does not belong to the pending character, which is then replaced by U+FFFD; the
    ///   byte must be taken again.
    mutating func push(_ byte: UInt8) -> Bool {
        switch charset {
        case .utf8: pushUTF8(byte)
        case .gb18030: pushGB18030(byte)
        }
    }

    /// Takes the finished characters out.
    mutating func take() -> [Unicode.Scalar] {
        defer { ready = [] }
        return ready
    }

    private mutating func pushUTF8(_ byte: UInt8) -> Bool {
        if pending.isEmpty {
            guard (0xC2...0xF4).contains(byte) else {
                replace()
                return true
            }
            pending = [byte]
            return true
        }
        guard (0x80...0xBF).contains(byte) else {
            replace()
            return false
        }
        pending.append(byte)
        let wanted = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
        if pending.count == wanted { finish(String(validating: pending, as: UTF8.self)) }
        return true
    }

    private mutating func pushGB18030(_ byte: UInt8) -> Bool {
        let fits =
            switch pending.count {
            case 0: (0x81...0xFE).contains(byte)
            case 1: (0x30...0x39).contains(byte) || (0x40...0xFE).contains(byte) && byte != 0x7F
            case 2: (0x81...0xFE).contains(byte)
            default: (0x30...0x39).contains(byte)
            }
        guard fits else {
            let wasPending = isPending
            replace()
            return !wasPending
        }
        pending.append(byte)
        if pending.count == 4 || pending.count == 2 && byte >= 0x40 {
            finish(CharsetConversion.text(pending, from: charset))
        }
        return true
    }

    private mutating func finish(_ text: String?) {
        guard let text else {
            replace()
            return
        }
        ready.append(contentsOf: text.unicodeScalars)
        pending = []
    }

    private mutating func replace() {
        undecodable += 1
        ready.append("\u{FFFD}")
        pending = []
    }
}
