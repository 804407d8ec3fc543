public import Records

/// By what two records are found to be the same thing, entered twice on laptops that were apart.
///
/// Nothing is merged by it: an officer decides. Where somebody is protected lies in the restricted stream, which is never
/// compared (RIGHTS.md rule 5).
public enum Likeness {
    /// What a household shares with another record of the same household: the door, however it was written.
    ///
    /// - Parameters:
    ///   - type: the record's type.
    ///   - values: the record.
    /// - Returns: a text that is equal for equal doors; `nil` for what is not compared: other types, and who moved out.
    public static func key(_ type: TypeID, _ values: FieldValues) -> String? {
        guard type == Household.type.id, values[Household.movedOut] == nil else { return nil }
        let parts = [
            plain(values[Household.estate], []),
            plain(values[Household.building], ["号楼", "栋", "幢", "座", "组", "队", "号"]),
            plain(values[Household.unit], ["单元"]), plain(values[Household.room], ["室", "号"]),
        ]
        if parts.dropFirst().contains(where: { !$0.isEmpty }) { return parts.joined(separator: "|") }
        let address = plain(values[Household.address], [])
        return address.isEmpty ? nil : address
    }

    /// The rows of a record that name the same person twice: equal name, and nothing that tells the two apart.
    ///
    /// - Parameters:
    ///   - type: the record's type.
    ///   - values: the record.
    /// - Returns: the tables with two rows each, the row that stays first.
    public static func rows(_ type: TypeID, _ values: FieldValues) -> [(table: String, first: RowID, second: RowID)] {
        let table: String
        switch type {
        case Household.type.id: table = Household.members.key
        case Mediation.type.id: table = Mediation.parties.key
        default: return []
        }
        let rows = values.rows(of: table)
        guard rows.count > 1 else { return [] }
        var result: [(table: String, first: RowID, second: RowID)] = []
        var known: [String: [RowID]] = [:]
        for row in rows.sorted() {
            func cell(_ key: String) -> Value { values[FieldPath(table, row: row, cell: key)] }
            guard let name = cell("name").text, cell(namesake).bool != true else { continue }
            let folded = TextFolding.comparableName(name).filter { !$0.isWhitespace }
            let earlier = known[folded] ?? []
            if let first = earlier.first(where: { agree($0, row, of: table, values) }) {
                result.append((table, first, row))
            } else {
                known[folded, default: []].append(row)
            }
        }
        return result
    }

    /// The cell that says that somebody is another person of the same name.
    public static let namesake = "namesake"

    /// Whether nothing tells two rows apart: year of birth, address and number, where both have one.
    private static func agree(_ first: RowID, _ second: RowID, of table: String, _ values: FieldValues) -> Bool {
        ["birth_year", "address", "id_number", "credit_code", "kind"].allSatisfy { key in
            let one = values[FieldPath(table, row: first, cell: key)]
            let other = values[FieldPath(table, row: second, cell: key)]
            if one.isEmpty || other.isEmpty { return true }
            guard let text = one.text, let otherText = other.text else { return one == other }
            return plain(text, []) == plain(otherText, [])
        }
    }

    /// A part of an address without what may be written or left out: spaces, width, case, leading zeros, the name of the level.
    private static func plain(_ text: String?, _ levels: [String]) -> String {
        guard let text else { return "" }
        // By code points: of every household that is indexed this is asked four times.
        var folded = String.UnicodeScalarView()
        for scalar in TextFolding.plain(text).unicodeScalars where !scalar.properties.isWhitespace {
            if scalar.isASCII {
                folded.append(("a"..."z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) - 32) : scalar)
            } else if scalar.properties.changesWhenUppercased {
                folded.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        for level in levels.map(\.unicodeScalars)
        where folded.count > level.count && folded.reversed().starts(with: level.reversed()) {
            folded.removeLast(level.count)
            break
        }
        let digits = folded.drop { $0 == "0" }
        return String(digits.first?.properties.numericType != nil ? String.UnicodeScalarView(digits) : folded)
    }
}
