import Desk
import Interface
import Records

/// What a conflict is called.
enum ConflictNames {
    /// The field, with its row if it stands in one; or that something was deleted on one side.
    ///
    /// - Parameters:
    ///   - path: where.
    ///   - record: the record.
    ///   - type: its declaration.
    /// - Returns: the name.
    static func field(_ path: FieldPath, in record: Record, of type: RecordType) -> Label {
        guard path != .life else { return InboxTexts.record }
        guard let table = type.field(path.key) else { return Texts.fill(InboxTexts.newer, ["f": path.rawValue]) }
        guard let row = path.row else { return table.label }
        guard let cell = type.field(at: path), path.cell != nil else {
            return fill(InboxTexts.row, ["t": table.label])
        }
        let place = record.values.rows(of: path.key).firstIndex(of: row).map { "\($0 + 1)" } ?? ""
        return fill(InboxTexts.cell, ["t": table.label, "n": Label(place, place), "f": cell.label])
    }

    /// Puts labels into the places of a text.
    static func fill(_ label: Label, _ values: [String: Label]) -> Label {
        Label(Texts.fill(label, values.mapValues(\.zh)).zh, Texts.fill(label, values.mapValues(\.en)).en)
    }

    /// 甲, 乙 …; A, B in English.
    static func side(_ place: Int) -> Label {
        let sides = InboxTexts.sides
        let zh = sides.indices.contains(place) ? sides[place] : "\(place + 1)"
        let en = place < 26 ? String(UnicodeScalar(UInt8(65 + place))) : "\(place + 1)"
        return Label(zh, en)
    }
}
