import Records

/// Reads a record as ``RecordWriter`` wrote it.
///
/// Bytes that it cannot have written are refused.
struct RecordReader {
    /// What is known of a change that stands in a record.
    struct Author {
        let id: ChangeID
        let officer: RecordID
        let moment: Moment
    }

    private let types: TypeCatalog
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// The changes the record names; those that have not arrived have only an identity.
    private var changes: [(id: ChangeID, author: Author?)] = []
    private var rows: [RowID] = []

    /// Reads a record.
    ///
    /// - Parameters:
    ///   - id: its identity.
    ///   - bytes: what was written.
    ///   - types: the numbers of the paths.
    ///   - author: what is known of a change, by its number.
    /// - Returns: the record.
    /// - Throws: ``IndexError/unreadableRecord``.
    static func record(
        _ id: RecordID, _ bytes: UnsafeRawBufferPointer, types: TypeCatalog,
        author: (Int64) throws(IndexError) -> Author
    ) throws(IndexError) -> Record {
        var reader = RecordReader(types: types, bytes: bytes)
        for _ in 0..<(try reader.count()) {
            let number = try reader.number()
            if number == 0 {
                guard let id = ChangeID(bytes: try reader.take(32)) else { throw IndexError.unreadableRecord }
                reader.changes.append((id, nil))
            } else {
                guard number <= UInt64(Int64.max) else { throw IndexError.unreadableRecord }
                let author = try author(Int64(number) - 1)
                reader.changes.append((author.id, author))
            }
        }
        let count = try reader.count()
        var registers: [FieldPath: Register] = [:]
        registers.reserveCapacity(count)
        for _ in 0..<count {
            let path = try reader.path()
            registers[path] = try reader.register()
        }
        guard reader.position == bytes.count else { throw IndexError.unreadableRecord }
        return Record(id: id, registers: registers)
    }

    /// Reads some fields of a record and passes over everything else: for counting many records.
    ///
    /// - Parameters:
    ///   - fields: which.
    ///   - bytes: what was written.
    ///   - types: the numbers of the paths.
    /// - Returns: their values; `nil` when only the whole record tells what is shown: it or a row of it may be deleted,
    ///   or several values survive.
    /// - Throws: ``IndexError/unreadableRecord``.
    static func values(
        of fields: FieldSelection, in bytes: UnsafeRawBufferPointer, types: TypeCatalog
    ) throws(IndexError) -> FieldValues? {
        var reader = RecordReader(types: types, bytes: bytes)
        for _ in 0..<(try reader.count()) {
            if try reader.number() == 0 { _ = try reader.take(32) }
        }
        var values = FieldValues()
        for _ in 0..<(try reader.count()) {
            let path = try reader.path()
            guard try reader.number() & 1 == 0 else { return nil }
            if path == .life {
                if try reader.value() == .null { return nil }
            } else if path.isErasure || path == .limited {
                return nil
            } else if let row = path.row {
                guard fields.contains(table: path.key) else {
                    try reader.pass()
                    continue
                }
                let value = try reader.value()
                if path.cell != nil {
                    values[path] = value
                } else {
                    guard value != .null else { return nil }
                    values.addRow(row, to: path.key, place: value.number ?? 0)
                }
            } else if fields.contains(field: path) {
                values[path] = try reader.value()
            } else {
                try reader.pass()
            }
        }
        return values
    }

    /// Passes over a value.
    private mutating func pass(depth: Int = 0) throws(IndexError) {
        guard depth < 200 else { throw IndexError.unreadableRecord }
        switch try take(1)[0] {
        case ValueTag.null, ValueTag.no, ValueTag.yes: break
        case ValueTag.number, ValueTag.day, ValueTag.type: _ = try number()
        case ValueTag.decimal, ValueTag.text: _ = try take(try count())
        case ValueTag.list:
            for _ in 0..<(try count()) { try pass(depth: depth + 1) }
        case ValueTag.object:
            for _ in 0..<(try count()) {
                _ = try take(try count())
                try pass(depth: depth + 1)
            }
        case ValueTag.packedID: _ = try take(PackedID.count)
        default: throw IndexError.unreadableRecord
        }
    }

    private init(types: TypeCatalog, bytes: UnsafeRawBufferPointer) {
        self.types = types
        self.bytes = bytes
    }

    private mutating func path() throws(IndexError) -> FieldPath {
        let code = try number()
        guard code >> 2 <= UInt64(types.names.count) else { throw IndexError.unreadableRecord }
        let name = Int(code >> 2) - 1
        switch (code & 3, name) {
        case (0, 0...): return types.paths[name]
        case (1, 0...): return FieldPath(types.names[name], row: try row())
        case (2, 0...):
            let row = try row()
            let column = try number()
            guard column >= 1, column <= UInt64(types.names.count) else { throw IndexError.unreadableRecord }
            return FieldPath(types.names[name], row: row, cell: types.names[Int(column) - 1])
        case (3, _): return FieldPath(try plain())
        default: throw IndexError.unreadableRecord
        }
    }

    private mutating func row() throws(IndexError) -> RowID {
        let place = try number()
        if place > 0 {
            guard place <= UInt64(rows.count) else { throw IndexError.unreadableRecord }
            return rows[Int(place) - 1]
        }
        let row = RowID(try plain())
        if rows.count < RecordWriter.mostRows { rows.append(row) }
        return row
    }

    private mutating func register() throws(IndexError) -> Register {
        let head = try number()
        if head & 1 == 0 {
            let author = try author(head >> 1)
            return Register(versions: [
                Version(change: author.id, officer: author.officer, moment: author.moment, value: try value())
            ])
        }
        guard head >> 1 <= UInt64(bytes.count) else { throw IndexError.unreadableRecord }
        var versions: [Version] = []
        for _ in 0..<(head >> 1) {
            let author = try author(try number())
            let value = try value()
            versions.append(
                Version(
                    change: author.id, officer: author.officer, moment: author.moment, value: value,
                    seen: try changeList()))
        }
        return Register(versions: versions, awaited: try changeList())
    }

    private mutating func changeList() throws(IndexError) -> [ChangeID] {
        let count = try count()
        var result: [ChangeID] = []
        for _ in 0..<count {
            let place = try number()
            guard place < UInt64(changes.count) else { throw IndexError.unreadableRecord }
            result.append(changes[Int(place)].id)
        }
        return result
    }

    private func author(_ place: UInt64) throws(IndexError) -> Author {
        guard place < UInt64(changes.count), let author = changes[Int(place)].author else {
            throw IndexError.unreadableRecord
        }
        return author
    }

    private mutating func value(depth: Int = 0) throws(IndexError) -> Value {
        // Deeper than any JSON the store accepts: only damage nests so far.
        guard depth < 200 else { throw IndexError.unreadableRecord }
        switch try take(1)[0] {
        case ValueTag.null: return .null
        case ValueTag.no: return .bool(false)
        case ValueTag.yes: return .bool(true)
        case ValueTag.number: return .number(Int(try signed()))
        case ValueTag.decimal: return .decimal(try plain())
        case ValueTag.text:
            guard let text = PackedText.text(try take(try count())) else { throw IndexError.unreadableRecord }
            return .text(text)
        case ValueTag.list:
            var list: [Value] = []
            for _ in 0..<(try count()) { list.append(try value(depth: depth + 1)) }
            return .list(list)
        case ValueTag.object:
            var members: [Value.Member] = []
            for _ in 0..<(try count()) {
                let name = try plain()
                members.append(Value.Member(name, try value(depth: depth + 1)))
            }
            return .object(members)
        case ValueTag.packedID: return .text(PackedID.text(try take(PackedID.count)))
        case ValueTag.day:
            let ordinal = try signed()
            // The year 9999 ends on day 2,932,896.
            guard (-3_000_000...3_000_000).contains(ordinal) else { throw IndexError.unreadableRecord }
            return .text(CalendarDay(ordinal: Int(ordinal)).description)
        case ValueTag.type:
            guard let type = types[Int64(truncatingIfNeeded: try number())] else { throw IndexError.unreadableRecord }
            return .text(type.type.id.rawValue)
        default: throw IndexError.unreadableRecord
        }
    }

    private mutating func signed() throws(IndexError) -> Int64 {
        let bits = try number()
        return Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
    }

    private mutating func plain() throws(IndexError) -> String {
        String(decoding: try take(try count()), as: UTF8.self)
    }

    /// A number of things that follow; more than there are bytes cannot follow.
    private mutating func count() throws(IndexError) -> Int {
        let count = try number()
        guard count <= UInt64(bytes.count) else { throw IndexError.unreadableRecord }
        return Int(count)
    }

    private mutating func number() throws(IndexError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.count, shift < 64 else { throw IndexError.unreadableRecord }
            let byte = bytes[position]
            position += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
    }

    private mutating func take(_ count: Int) throws(IndexError) -> UnsafeRawBufferPointer {
        guard count <= bytes.count - position else { throw IndexError.unreadableRecord }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }
}
