/// One record: what survives at each of its paths.
///
/// Its type is data; see ``RecordType``.
///
/// Values of fields that a newer version wrote stay in ``registers`` and survive every round trip.
public struct Record: Hashable, Sendable, Identifiable {
    /// Its identity.
    public let id: RecordID
    /// What survives at each path.
    public private(set) var registers: [FieldPath: Register]
    /// Whether it, or a row of it, was erased: known at once, since every value that is read asks.
    private(set) var hasErasures: Bool

    /// Makes a record.
    ///
    /// - Parameters:
    ///   - id: its identity.
    ///   - registers: what survives at each path.
    public init(id: RecordID, registers: [FieldPath: Register] = [:]) {
        self.id = id
        self.registers = registers
        hasErasures = registers.keys.contains { $0.isErasure }
    }

    /// Makes room for some paths.
    ///
    /// - Parameter count: how many are expected.
    public mutating func reserveCapacity(_ count: Int) { registers.reserveCapacity(count) }

    /// Applies those ops of a change that belong to this record.
    ///
    /// - Parameter stored: the change; it is applied once only, which the index sees to.
    public mutating func apply(_ stored: StoredChange) {
        for op in stored.change.ops where op.record == id { apply(op, of: stored) }
    }

    /// Applies one op of a change.
    ///
    /// - Parameters:
    ///   - op: an op of this record.
    ///   - stored: the change it is part of.
    public mutating func apply(_ op: Op, of stored: StoredChange) {
        if hasErasures, isErased(at: op.path) { return }
        if let scope = ErasureScope(id, markedBy: op.path) {
            hasErasures = true
            registers = registers.filter { !scope.covers($0.key) }
        }
        let deletes = op.value == .null && op.path.isLife
        let version = Version(
            change: stored.id, officer: stored.change.officer, moment: stored.change.moment, value: op.value,
            seen: deletes ? op.pred : [])
        registers[op.path, default: Register()].apply(version, replacing: op.pred)
    }

    /// The record's type; `nil` while the change that creates it has not arrived.
    public var type: TypeID? {
        if isErased { return erasures.lazy.compactMap(\.erasure.type).first }
        for version in registers[.life]?.versions ?? [] {
            if let text = version.value.text { return TypeID(text) }
            // A deleted record still knows what it was, from the value its deletion carries in `lastType`.
        }
        return lastType
    }

    /// The type that a deleted record had.
    private var lastType: TypeID? { registers[Self.typePath]?.value.text.map { TypeID($0) } }

    /// Where the type stands a second time, so that a deleted record still knows what it was.
    static let typePath = FieldPath("@type")

    /// Whether the record is deleted: every surviving life mark says so, and whoever deleted it had seen every value
    /// that is current now.
    ///
    /// An edit made without knowing of the deletion keeps the record alive, as a conflict.
    public var isDeleted: Bool { isErased || isDead(at: .life) { _ in true } }

    /// Whether somebody deleted the record while somebody else went on writing in it.
    public var isDeletionConflict: Bool {
        guard let life = registers[.life] else { return false }
        return !isDeleted && life.versions.contains { $0.value == .null }
    }

    /// The newest change that is current anywhere in the record.
    public var latest: Version? {
        registers.values.flatMap(\.versions).max { $1.stands(before: $0) }
    }

    /// The changes whose values are current, each once and sorted.
    public var heads: [ChangeID] { Set(registers.values.flatMap { $0.versions.map(\.change) }).sorted() }

    /// What is shown at a path.
    public func value(at path: FieldPath) -> Value { registers[path]?.value ?? .null }

    /// The values that are shown, without life marks and without the rows that are deleted.
    public var values: FieldValues {
        var result = FieldValues(minimumCapacity: registers.count)
        // Rows are deleted rarely: unless one may be, none of their cells needs to be asked about.
        let mayHideRows = registers.contains { path, register in
            register.versions.contains { $0.value == .null } && path.slashes == 1
        }
        for (path, register) in registers where path.rawValue.utf8.first != UInt8(ascii: "@") {
            switch path.slashes {
            case 0: result[path] = register.value
            case 1:
                guard let row = path.row, !mayHideRows || !isRowDeleted(path.key, row) else { continue }
                let place = register.versions.lazy.compactMap(\.value.number).first ?? 0
                result.addRow(row, to: path.key, place: place)
            default:
                if mayHideRows, let row = path.row, isRowDeleted(path.key, row) { continue }
                result[path] = register.value
            }
        }
        return result
    }

    /// Whether a row is deleted, by the same rule as ``isDeleted``.
    func isRowDeleted(_ key: String, _ row: RowID) -> Bool {
        let prefix = "\(key)/\(row.rawValue)/"
        return isDead(at: FieldPath(key, row: row)) { $0.rawValue.hasPrefix(prefix) }
    }

    private func isDead(at life: FieldPath, within: (FieldPath) -> Bool) -> Bool {
        guard let mark = registers[life], !mark.versions.isEmpty else { return false }
        guard mark.versions.allSatisfy({ $0.value == .null }) else { return false }
        let seen = Set(mark.versions.flatMap(\.seen)).union(mark.versions.map(\.change))
        return registers.allSatisfy { path, register in
            path == life || path.outlivesErasure || !within(path)
                || register.versions.allSatisfy { seen.contains($0.change) }
        }
    }
}
