import Records

/// Walks through one stored line without building anything, so that decoding a change costs a few microseconds.
///
/// Lines are JSON without spaces between tokens; whatever is not as expected is a ``LineFailure``.
struct LineScanner {
    /// The line, without its end.
    let bytes: UnsafeBufferPointer<UInt8>
    /// How far it was read.
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    var isAtEnd: Bool { position == bytes.count }

    /// How many bytes were not read yet.
    var rest: Int { bytes.count - position }

    /// The next byte; 0 at the end, which stands nowhere in a line.
    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    /// Steps over a byte that must stand here.
    mutating func expect(_ byte: Unicode.Scalar) throws(LineFailure) {
        guard skip(byte) else { throw failure }
    }

    /// Steps over a byte if it stands here.
    mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Reads a text that needs no escapes, such as names, identities and hashes: its bytes without the quotes.
    mutating func plainText() throws(LineFailure) -> UnsafeBufferPointer<UInt8> {
        try expect("\"")
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return UnsafeBufferPointer(rebasing: bytes[start..<position - 1])
            }
            guard byte != UInt8(ascii: "\\"), byte >= 0x20 else { throw failure }
            position += 1
        }
        throw failure
    }

    /// Reads a text, with or without escapes.
    mutating func text() throws(LineFailure) -> String {
        let range = try value()
        guard case .text(let text) = try parsed(range) else { throw failure }
        return text
    }

    /// Reads a whole number.
    mutating func number() throws(LineFailure) -> Int {
        let isNegative = skip("-")
        let start = position
        var result = 0
        while case UInt8(ascii: "0")...UInt8(ascii: "9") = next {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(next - UInt8(ascii: "0")))
            guard !overflow, !carry else { throw failure }
            result = sum
            position += 1
        }
        guard position > start, position - start == 1 || bytes[start] != UInt8(ascii: "0") else { throw failure }
        return isNegative ? -result : result
    }

    /// Steps over any JSON value and returns its bytes; its inside is checked only as far as finding its end needs.
    mutating func value() throws(LineFailure) -> UnsafeBufferPointer<UInt8> {
        let start = position
        let bytes = bytes
        var place = position
        var depth = 0
        defer { position = min(place, bytes.count) }
        repeat {
            guard place < bytes.count else { throw LineFailure(offset: place) }
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
                    place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
                }
                guard place < bytes.count else { throw LineFailure(offset: place) }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                guard depth >= 0 else { throw LineFailure(offset: place) }
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { throw LineFailure(offset: place) }
            default:
                if depth == 0 {
                    while place + 1 < bytes.count, !Self.endsWord(bytes[place + 1]) { place += 1 }
                }
            }
            place += 1
        } while depth > 0
        return UnsafeBufferPointer(rebasing: bytes[start..<place])
    }

    /// Reads the JSON in some of the line's bytes.
    func parsed(_ range: UnsafeBufferPointer<UInt8>) throws(LineFailure) -> Value {
        do {
            return try JSONReader.value(of: range)
        } catch {
            throw failure
        }
    }

    /// What is wrong, at the place reached.
    var failure: LineFailure { LineFailure(offset: position) }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are those of a text.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for position in 0..<count where self[position] != text.utf8Start[position] { return false }
        return true
    }

    /// The bytes as text; `nil` when they are not UTF-8.
    var string: String? {
        // String(validating:as:) is not specialised in the standard library and costs ten times as much.
        guard let text = try? UTF8Span(validating: span) else { return nil }
        return String(copying: text)
    }
}
