/// Reads JSON text strictly, as RFC 8259 has it, into a ``Value``.
///
/// Foundation's reader silently keeps the first of two equal names and reads `1.0` as a whole number. In a signed store two readers
/// must never understand the same bytes differently, so here a name written twice is an error and numbers keep their
/// kind. Depth is bounded, so that a hostile file cannot exhaust the stack.
public struct JSONReader {
    /// What is wrong with the text, and where.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// Byte offset from the start of the text.
        public let offset: Int
        /// What was expected or found, in English; it never holds text of the record.
        public let reason: String

        /// The text form.
        public var description: String { "JSON, byte \(offset): \(reason)" }
    }

    /// The deepest nesting that is read.
    public static let maximumDepth = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Reads one JSON value that fills the whole text.
    ///
    /// - Parameter bytes: UTF-8 text.
    /// - Returns: the value.
    /// - Throws: ``Failure``.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func value(of bytes: some Collection<UInt8>) throws(Failure) -> Value {
        let result =
            bytes.withContiguousStorageIfAvailable { buffer in parse(buffer) }
            ?? Array(bytes).withUnsafeBufferPointer { buffer in parse(buffer) }
        return try result.get()
    }

    private static func parse(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<Value, Failure> {
        var reader = JSONReader(buffer)
        return Result { () throws(Failure) -> Value in
            let value = try reader.readValue(depth: 0)
            reader.skipSpace()
            guard reader.position == buffer.count else { throw reader.failure("text after the value") }
            return value
        }
    }

    private func failure(_ reason: String) -> Failure { Failure(offset: position, reason: reason) }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func readValue(depth: Int) throws(Failure) -> Value {
        guard depth < Self.maximumDepth else { throw failure("nested deeper than \(Self.maximumDepth)") }
        skipSpace()
        guard position < bytes.count else { throw failure("the text ends where a value should stand") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try readObject(depth: depth)
        case UInt8(ascii: "["): return try readList(depth: depth)
        case UInt8(ascii: "\""): return .text(try readString())
        case UInt8(ascii: "t"): return try readWord("true", .bool(true))
        case UInt8(ascii: "f"): return try readWord("false", .bool(false))
        case UInt8(ascii: "n"): return try readWord("null", .null)
        default: return try readNumber()
        }
    }

    private mutating func readWord(_ word: StaticString, _ value: Value) throws(Failure) -> Value {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw failure("an unknown word") }
        for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
            throw failure("an unknown word")
        }
        position += count
        return value
    }

    private mutating func readObject(depth: Int) throws(Failure) -> Value {
        position += 1
        var members: [Value.Member] = []
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw failure("a name should stand here")
            }
            let name = try readString()
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
                throw failure("a colon should stand here")
            }
            position += 1
            let value = try readValue(depth: depth + 1)
            // The shortest member to come: `,"":0`.
            members.append(Value.Member(name, value), followedByAtMost: (bytes.count - position) / 5)
            skipSpace()
            guard position < bytes.count else { throw failure("the object does not end") }
            position += 1
            switch bytes[position - 1] {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "}"):
                guard Self.namesDiffer(members) else { throw failure("a name stands twice in one object") }
                return .object(members)
            default: throw failure("a comma or a closing brace should stand here")
            }
        }
    }

    /// Whether no name stands twice.
    ///
    /// - Parameter members: the members of one object.
    /// - Returns: whether all their names differ.
    package static func namesDiffer(_ members: [Value.Member]) -> Bool {
        if members.count > 16 { return Set(members.map(\.name)).count == members.count }
        for later in members.indices.dropFirst() {
            for earlier in 0..<later where members[earlier].name == members[later].name { return false }
        }
        return true
    }

    private mutating func readList(depth: Int) throws(Failure) -> Value {
        position += 1
        var elements: [Value] = []
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
            position += 1
            return .list(elements)
        }
        while true {
            let value = try readValue(depth: depth + 1)
            // The shortest element to come: `,0`.
            elements.append(value, followedByAtMost: (bytes.count - position) / 2)
            skipSpace()
            guard position < bytes.count else { throw failure("the list does not end") }
            position += 1
            switch bytes[position - 1] {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "]"): return .list(elements)
            default: throw failure("a comma or a closing bracket should stand here")
            }
        }
    }

    private mutating func readString() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = String(validating: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
                guard let text else { throw failure("bytes that are not UTF-8") }
                position += 1
                return text
            case UInt8(ascii: "\\"): return try readEscapedString(from: start)
            case 0..<0x20: throw failure("a control character in a text")
            default: position += 1
            }
        }
        throw failure("the text does not end")
    }

    private mutating func readEscapedString(from start: Int) throws(Failure) -> String {
        var result = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: result, as: UTF8.self) else {
                    throw failure("bytes that are not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"):
                guard position < bytes.count else { throw failure("the text does not end") }
                let escape = bytes[position]
                position += 1
                switch escape {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
                case UInt8(ascii: "b"): result.append(8)
                case UInt8(ascii: "f"): result.append(12)
                case UInt8(ascii: "n"): result.append(10)
                case UInt8(ascii: "r"): result.append(13)
                case UInt8(ascii: "t"): result.append(9)
                case UInt8(ascii: "u"): result.append(contentsOf: Array(String(try readUnicodeEscape()).utf8))
                default: throw failure("an unknown escape")
                }
            case 0..<0x20: throw failure("a control character in a text")
            default: result.append(byte)
            }
        }
        throw failure("the text does not end")
    }

    private mutating func readUnicodeEscape() throws(Failure) -> Character {
        let first = try readFourHexDigits()
        if (0xD800..<0xDC00).contains(first) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw failure("half a surrogate pair") }
            position += 2
            let second = try readFourHexDigits()
            guard (0xDC00..<0xE000).contains(second) else { throw failure("half a surrogate pair") }
            let code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            guard let scalar = Unicode.Scalar(code) else { throw failure("half a surrogate pair") }
            return Character(scalar)
        }
        guard let scalar = Unicode.Scalar(first) else { throw failure("half a surrogate pair") }
        return Character(scalar)
    }

    private mutating func readFourHexDigits() throws(Failure) -> UInt32 {
        guard position + 4 <= bytes.count else { throw failure("the text does not end") }
        var code: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: throw failure("four hexadecimal digits should stand here")
            }
        }
        position += 4
        return code
    }

    private mutating func readNumber() throws(Failure) -> Value {
        let start = position
        var isWhole = true
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
        let integerStart = position
        try readDigits()
        if position - integerStart > 1, bytes[integerStart] == UInt8(ascii: "0") {
            throw failure("a number starts with a needless zero")
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try readDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try readDigits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int(text), text != "-0" { return .number(number) }
        return .decimal(text)
    }

    private mutating func readDigits() throws(Failure) {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        guard position > start else { throw failure("an unknown value") }
    }
}
