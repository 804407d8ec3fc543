/// Turns the bytes of a terminal into keys and pastes.
///
/// It is pure: bytes and the time they came at go in, events come out, so every timing rule can be tested without waiting.
/// After a byte that belongs to no character decoding goes on with the very next byte, because ncurses' own `get_wch`
/// swallows about 143 keys there. Half a character is given up after 50 ms, a lone Esc is a key after ``escapeDelay``.
public struct KeyDecoder {
    /// How long Esc may be the beginning of a longer key.
    public let escapeDelay: Duration
    /// How long the rest of a character may take.
    public static let characterDelay = Duration.milliseconds(50)
    /// How long a paste may pause before it is taken to be over without its end mark.
    public static let pasteDelay = Duration.seconds(1)

    private let charset: Charset
    private let gb18030: GB18030?
    /// Bytes not yet decoded, from `head` on.
    private var pending: [UInt8] = []
    private var head = 0
    private var lastFeed = Duration.zero
    /// What was pasted so far; nil outside a paste.
    private var paste: [UInt8]?
    private var events: [InputEvent] = []
    private var nextEventIndex = 0

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// A decoder.
    ///
    /// - Parameters:
    ///   - charset: what the terminal sends; GB 18030 needs libc's table, without which every such character counts as
    ///     unreadable.
    ///   - escapeDelay: how long Esc may be the beginning of a longer key; ncurses' own default of a second is felt.
    public init(charset: Charset = .utf8, escapeDelay: Duration = .milliseconds(25)) {
        self.charset = charset
        self.escapeDelay = escapeDelay
        gb18030 = charset == .gb18030 ? GB18030() : nil
    }

    /// When ``advance(to:)`` must be called if no bytes come before; nil when nothing waits.
    public var deadline: Duration? {
        if paste != nil { return lastFeed + Self.pasteDelay }
        guard head < pending.count else { return nil }
        return lastFeed + (pending[head] == 0x1B ? escapeDelay : Self.characterDelay)
    }

    /// Takes bytes from the terminal.
    ///
    /// - Parameters:
    ///   - bytes: what was read.
    ///   - now: the time on a clock that only goes forward.
    public mutating func feed(_ bytes: some Sequence<UInt8>, at now: Duration) {
        advance(to: now)
        pending.append(contentsOf: bytes)
        lastFeed = now
        decode(isFinal: false)
    }

    /// Lets time pass: what waited too long for its rest is decided.
    ///
    /// - Parameter now: the time on the same clock as for ``feed(_:at:)``.
    public mutating func advance(to now: Duration) {
        guard let deadline, deadline <= now else { return }
        if paste != nil { finishPaste() }
        decode(isFinal: true)
    }

    /// Takes the next event out.
    ///
    /// - Returns: a key, a paste or a count of unreadable bytes; nil when there is none.
    public mutating func next() -> InputEvent? {
        guard nextEventIndex < events.count else { return nil }
        let event = events[nextEventIndex]
        nextEventIndex += 1
        if nextEventIndex == events.count {
            events.removeAll(keepingCapacity: true)
            nextEventIndex = 0
        }
        return event
    }

    /// Whether ``next()`` would return an event.
    public var hasEvents: Bool { nextEventIndex < events.count }

    // MARK: - Decoding

    /// What the head of the pending bytes came to.
    private enum Step {
        case key(Key, bytes: Int)
        case ignored(bytes: Int)
        case unreadable(bytes: Int)
        case pasteStart(bytes: Int)
        case incomplete
    }

    private mutating func decode(isFinal: Bool) {
        while head < pending.count {
            if paste != nil {
                takePaste()
                continue
            }
            var step = step(pending[head...])
            if case .incomplete = step {
                guard isFinal else { break }
                step = giveUp(pending[head...])
            }
            switch step {
            case .key(let key, let bytes):
                events.append(.key(key))
                head += bytes
            case .ignored(let bytes): head += bytes
            case .unreadable(let bytes):
                addUnreadable(bytes)
                head += bytes
            case .pasteStart(let bytes):
                paste = []
                head += bytes
            case .incomplete: return
            }
        }
        pending.removeSubrange(..<head)
        head = 0
    }

    private mutating func addUnreadable(_ bytes: Int) {
        if hasEvents, case .unreadable(let before) = events.last {
            events[events.count - 1] = .unreadable(before + bytes)
        } else {
            events.append(.unreadable(bytes))
        }
    }

    private func scalar(_ bytes: ArraySlice<UInt8>) -> DecodedScalar {
        switch charset {
        case .utf8: .utf8(bytes)
        case .gb18030: gb18030?.decode(bytes) ?? ((bytes.first ?? 0) < 0x80 ? .utf8(bytes) : .invalid)
        }
    }

    private func step(_ bytes: ArraySlice<UInt8>) -> Step {
        if bytes.first == 0x1B { return escapeStep(bytes.dropFirst()) }
        switch scalar(bytes) {
        case .incomplete: return .incomplete
        case .invalid: return .unreadable(bytes: 1)
        case .scalar(let scalar, let count):
            // C1 controls are the eight-bit form of escape sequences; no keyboard sends them in these charsets.
            if (0x80..<0xA0).contains(scalar.value) { return .unreadable(bytes: count) }
            return .key(Self.key(scalar), bytes: count)
        }
    }

    /// Decodes what follows Esc; byte counts include the Esc.
    private func escapeStep(_ rest: ArraySlice<UInt8>) -> Step {
        guard let first = rest.first else { return .incomplete }
        switch first {
        case UInt8(ascii: "["):
            switch ControlSequence.read(rest.dropFirst()) {
            case .incomplete: return .incomplete
            case .malformed(let bytes): return .unreadable(bytes: bytes + 2)
            case .complete(let sequence, let bytes):
                if sequence.final == UInt8(ascii: "~"), sequence.parameters == [200], !sequence.isPrivate {
                    return .pasteStart(bytes: bytes + 2)
                }
                return sequence.key.map { .key($0, bytes: bytes + 2) } ?? .ignored(bytes: bytes + 2)
            }
        case UInt8(ascii: "O"):
            guard let second = rest.dropFirst().first else { return .incomplete }
            if (0x31...0x39).contains(second) {
                guard let third = rest.dropFirst(2).first else { return .incomplete }
                let key = ControlSequence.applicationKey(third, modifier: Int(second) - 0x30)
                return key.map { .key($0, bytes: 4) } ?? .key(.alt("O"), bytes: 2)
            }
            let key = ControlSequence.applicationKey(second, modifier: 0)
            return key.map { .key($0, bytes: 3) } ?? .key(.alt("O"), bytes: 2)
        case 0x1B:
            // Esc pressed twice, or Alt with a key that is a sequence itself (rxvt, Linux console).
            guard let second = rest.dropFirst().first else { return .incomplete }
            guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else { return .key(.escape, bytes: 1) }
            switch escapeStep(rest.dropFirst()) {
            case .key(let key, let bytes): return .key(Key(key.code, key.modifiers.union(.alt)), bytes: bytes + 1)
            case .incomplete: return .incomplete
            default: return .key(.escape, bytes: 1)
            }
        default:
            switch scalar(rest) {
            case .incomplete: return .incomplete
            case .invalid: return .key(.escape, bytes: 1)
            case .scalar(let scalar, let count):
                let key = Self.key(scalar)
                if case .character(let character) = key.code, key.modifiers.isEmpty {
                    return .key(.alt(character), bytes: count + 1)
                }
                return .key(Key(key.code, key.modifiers.union(.alt)), bytes: count + 1)
            }
        }
    }

    /// Decides what waited too long: Esc is a key of its own, half a character is unreadable byte by byte.
    private func giveUp(_ bytes: ArraySlice<UInt8>) -> Step {
        guard bytes.first == 0x1B else { return .unreadable(bytes: 1) }
        let rest = bytes.dropFirst()
        switch (rest.first, rest.count) {
        case (UInt8(ascii: "["), 1): return .key(.alt("["), bytes: 2)
        case (UInt8(ascii: "O"), 1): return .key(.alt("O"), bytes: 2)
        case (UInt8(ascii: "["), _), (UInt8(ascii: "O"), _): return .unreadable(bytes: bytes.count)
        default: return .key(.escape, bytes: 1)
        }
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key {
        switch scalar.value {
        case 0x00: Key(.character(" "), .control)
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        // Some terminals, and pastes without brackets, end a line with a line feed.
        case 0x0A, 0x0D: .enter
        case 0x1B: .escape
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default: .character(Character(scalar))
        }
    }

    // MARK: - Paste

    /// Moves pending bytes into the paste up to its end mark.
    private mutating func takePaste() {
        guard var collected = paste else { return }
        paste = nil
        var isOver = false
        while head < pending.count, !isOver {
            let byte = pending[head]
            head += 1
            collected.append(byte)
            isOver = byte == UInt8(ascii: "~") && collected.suffix(Self.pasteEnd.count) == Self.pasteEnd[...]
        }
        paste = collected
        if isOver {
            paste?.removeLast(Self.pasteEnd.count)
            finishPaste()
        }
    }

    private mutating func finishPaste() {
        guard let bytes = paste else { return }
        paste = nil
        let (text, unreadable) = text(bytes)
        events.append(.paste(text))
        if unreadable > 0 { addUnreadable(unreadable) }
    }

    /// Decodes pasted bytes: line ends become line feeds, what is no text becomes U+FFFD and is counted.
    private func text(_ bytes: [UInt8]) -> (String, Int) {
        var scalars = String.UnicodeScalarView()
        scalars.reserveCapacity(bytes.count)
        var unreadable = 0
        var index = 0
        while index < bytes.count {
            var count = 1
            switch bytes[index] {
            case 0x0D:
                scalars.append("\n")
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { count = 2 }
            case 0x09, 0x0A, 0x20..<0x7F: scalars.append(Unicode.Scalar(bytes[index]))
            case 0x00..<0x20, 0x7F:
                scalars.append("\u{FFFD}")
                unreadable += 1
            default:
                if case .scalar(let scalar, let length) = scalar(bytes[index...]), scalar.value >= 0xA0 {
                    scalars.append(scalar)
                    count = length
                } else {
                    scalars.append("\u{FFFD}")
                    unreadable += 1
                }
            }
            index += count
        }
        return (String(scalars), unreadable)
    }
}
