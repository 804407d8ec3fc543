import Records

/// Writes a record as the index keeps it: values once, paths and changes as numbers.
struct RecordWriter {
    private let types: TypeCatalog
    private(set) var bytes: [UInt8] = []
    private var changes: [ChangeID] = []
    private var rows: [Substring] = []
    private let count: Int

    /// Writes a record but for its beginning, the numbers of the changes it names.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - types: the numbers of the paths.
    init(_ record: Record, types: TypeCatalog) {
        self.types = types
        count = record.registers.count
        bytes.reserveCapacity(512)
        for (path, register) in record.registers {
            write(path)
            write(register)
        }
    }

    /// The whole record.
    ///
    /// - Parameter number: the number of a change; `nil` while it has not arrived.
    /// - Returns: the bytes.
    /// - Throws: what `number` throws.
    func whole(number: (ChangeID) throws(IndexError) -> Int64?) throws(IndexError) -> [UInt8] {
        var whole = RecordWriter(types: types)
        whole.bytes.reserveCapacity(bytes.count + 16)
        whole.write(UInt64(changes.count))
        for change in changes {
            if let number = try number(change) {
                whole.write(UInt64(number) + 1)
            } else {
                whole.bytes.append(0)
                whole.bytes.append(contentsOf: change.bytes)
            }
        }
        whole.write(UInt64(count))
        whole.bytes.append(contentsOf: bytes)
        return whole.bytes
    }

    private init(types: TypeCatalog) {
        self.types = types
        count = 0
    }

    private mutating func write(_ path: FieldPath) {
        let known = types.number(ofName: path.rawValue)
        if known > 0 { return write(UInt64(known) << 2) }
        let parts = path.rawValue.split(separator: "/", omittingEmptySubsequences: false)
        let table = parts.count > 1 ? types.number(ofName: String(parts[0])) : 0
        let column = parts.count == 3 ? types.number(ofName: String(parts[2])) : 0
        if parts.count == 2, table > 0 {
            write(UInt64(table) << 2 | 1)
            write(row: parts[1])
        } else if parts.count == 3, table > 0, column > 0 {
            write(UInt64(table) << 2 | 2)
            write(row: parts[1])
            write(UInt64(column))
        } else {
            write(UInt64(3))
            write(plain: path.rawValue[...])
        }
    }

    /// Writes the name of a row once: every cell names its row.
    private mutating func write(row: Substring) {
        if let place = rows.firstIndex(of: row) { return write(UInt64(place) + 1) }
        write(UInt64(0))
        write(plain: row)
        // A table with more rows than these is rare, and looking through them would take longer than it saves.
        if rows.count < Self.mostRows { rows.append(row) }
    }

    /// How many rows have a number.
    static let mostRows = 32

    private mutating func write(_ register: Register) {
        if register.versions.count == 1, register.awaited.isEmpty, register.versions[0].seen.isEmpty {
            write(UInt64(place(of: register.versions[0].change)) << 1)
            write(register.versions[0].value)
            return
        }
        write(UInt64(register.versions.count) << 1 | 1)
        for version in register.versions {
            write(UInt64(place(of: version.change)))
            write(version.value)
            write(version.seen)
        }
        write(register.awaited)
    }

    private mutating func write(_ changes: [ChangeID]) {
        write(UInt64(changes.count))
        for change in changes { write(UInt64(place(of: change))) }
    }

    private mutating func write(_ value: Value) {
        switch value {
        case .null: bytes.append(ValueTag.null)
        case .bool(let bool): bytes.append(bool ? ValueTag.yes : ValueTag.no)
        case .number(let number):
            bytes.append(ValueTag.number)
            let wide = Int64(number)
            write(UInt64(bitPattern: wide << 1 ^ wide >> 63))
        case .decimal(let text):
            bytes.append(ValueTag.decimal)
            write(plain: text[...])
        case .text(let text): write(text: text)
        case .list(let list):
            bytes.append(ValueTag.list)
            write(UInt64(list.count))
            for element in list { write(element) }
        case .object(let members):
            bytes.append(ValueTag.object)
            write(UInt64(members.count))
            for member in members {
                write(plain: member.name[...])
                write(member.value)
            }
        }
    }

    private mutating func write(text: String) {
        let start = bytes.count
        bytes.append(ValueTag.packedID)
        if PackedID.append(text, to: &bytes) { return }
        if let first = text.utf8.first, (0x61...0x7A).contains(first), let type = types[TypeID(text)] {
            bytes[start] = ValueTag.type
            return write(UInt64(type.number))
        }
        bytes[start] = ValueTag.text
        if text.utf8.count == 10, let day = CalendarDay(text), day.description == text {
            bytes[start] = ValueTag.day
            let wide = Int64(day.ordinal)
            return write(UInt64(bitPattern: wide << 1 ^ wide >> 63))
        }
        // The length stands before the text; nearly always one byte is enough for it.
        bytes.append(0)
        PackedText.append(text, to: &bytes)
        let length = bytes.count - start - 2
        if length < 0x80 {
            bytes[start + 1] = UInt8(length)
        } else {
            let packed = Array(bytes[(start + 2)...])
            bytes.removeSubrange((start + 1)...)
            write(UInt64(length))
            bytes.append(contentsOf: packed)
        }
    }

    private mutating func write(plain text: Substring) {
        write(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func place(of change: ChangeID) -> Int {
        if let place = changes.firstIndex(of: change) { return place }
        changes.append(change)
        return changes.count - 1
    }
}
