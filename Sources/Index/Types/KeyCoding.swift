import Records

/// Values as bytes that compare in their natural order and can be read back.
enum KeyCoding {
    private enum Tag {
        static let missing: UInt8 = 0x01
        static let no: UInt8 = 0x05
        static let yes: UInt8 = 0x06
        static let number: UInt8 = 0x10
        static let day: UInt8 = 0x18
        static let text: UInt8 = 0x20
        static let packedID: UInt8 = 0x30
        static let longID: UInt8 = 0x31
        static let other: UInt8 = 0x40
    }

    /// The key of a value.
    ///
    /// - Parameters:
    ///   - value: the value, not empty.
    ///   - kind: the kind of its field.
    /// - Returns: bytes; equal for equal values only.
    static func key(of value: Value, as kind: KeyKind) -> [UInt8] {
        var key: [UInt8] = []
        append(value, as: kind, to: &key)
        if case .text(let text) = value, key.first == Tag.text {
            key.append(0)
            key.append(contentsOf: text.utf8)
        }
        return key
    }

    /// Adds a value to a key that only orders.
    ///
    /// - Parameters:
    ///   - value: the value; an empty one comes first.
    ///   - kind: the kind of its field.
    ///   - key: gets the bytes.
    static func appendOrder(_ value: Value, as kind: KeyKind, to key: inout [UInt8]) {
        append(value, as: kind, to: &key)
        if key.last != 0 { key.append(0) }
    }

    /// The smallest and the largest key that a value's place in the order allows, for ranges.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - kind: the kind of its field.
    /// - Returns: two keys; every key of this value, with whatever follows it, lies between them.
    static func bounds(of value: Value, as kind: KeyKind) -> (least: [UInt8], greatest: [UInt8]) {
        var key: [UInt8] = []
        append(value, as: kind, to: &key)
        if key.first == Tag.text { key.append(0) }
        return (key, key + [0xFF])
    }

    /// The value of a key.
    ///
    /// - Parameter key: a key, with or without what follows a reference.
    /// - Returns: the value.
    static func value(of key: [UInt8]) -> Value {
        guard let tag = key.first else { return .null }
        switch tag {
        case Tag.no: return .bool(false)
        case Tag.yes: return .bool(true)
        case Tag.number where key.count >= 9: return .number(Int(readNumber(key[1..<9])))
        case Tag.day where key.count >= 5:
            let bits = key[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return .text(CalendarDay(ordinal: Int(Int32(bitPattern: bits ^ 0x8000_0000))).description)
        case Tag.text: return .text(String(decoding: key.drop { $0 != 0 }.dropFirst(), as: UTF8.self))
        case Tag.packedID where key.count > PackedID.count:
            return .text(key[1...PackedID.count].withUnsafeBytes { PackedID.text($0) })
        case Tag.longID: return .text(String(decoding: key.dropFirst().prefix { $0 != 0 }, as: UTF8.self))
        case Tag.other: return .text(String(decoding: key.dropFirst(), as: UTF8.self))
        default: return .null
        }
    }

    /// The key of a reference without what follows it.
    ///
    /// - Parameter key: a key.
    /// - Returns: how many of its first bytes name the value.
    static func valueLength(_ key: UnsafeRawBufferPointer) -> Int {
        switch key.first {
        case Tag.packedID: return min(key.count, PackedID.count + 1)
        case Tag.longID: return (key.firstIndex(of: 0) ?? key.count - 1) + 1
        default: return key.count
        }
    }

    /// A moment or another number as a key.
    ///
    /// - Parameter number: the number.
    /// - Returns: eight bytes that compare as numbers do.
    static func number(_ number: Int) -> [UInt8] {
        let bits = UInt64(bitPattern: Int64(number)) ^ 1 << 63
        return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
    }

    private static func readNumber(_ bytes: ArraySlice<UInt8>) -> Int64 {
        Int64(bitPattern: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } ^ 1 << 63)
    }

    private static func append(_ value: Value, as kind: KeyKind, to key: inout [UInt8]) {
        switch value {
        case .null: key.append(Tag.missing)
        case .bool(let bool): key.append(bool ? Tag.yes : Tag.no)
        case .number(let number):
            key.append(Tag.number)
            key.append(contentsOf: self.number(number))
        case .text(let text): append(text, as: kind, to: &key)
        default:
            key.append(Tag.other)
            key.append(contentsOf: JSONWriter.bytes(of: value))
        }
    }

    private static func append(_ text: String, as kind: KeyKind, to key: inout [UInt8]) {
        switch kind {
        case .reference:
            key.append(Tag.packedID)
            if PackedID.append(text, to: &key) { return }
            key[key.count - 1] = Tag.longID
            key.append(contentsOf: text.utf8.filter { $0 != 0 })
            key.append(0)
        case .day:
            guard let day = CalendarDay(text), day.description == text else { fallthrough }
            key.append(Tag.day)
            let bits = UInt32(bitPattern: Int32(day.ordinal)) ^ 0x8000_0000
            for shift: UInt32 in [24, 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        default:
            key.append(Tag.text)
            NaturalKey.append(text, isName: kind == .name, to: &key)
        }
    }
}
