import Records

/// The columns of the full-text table, in their order.
enum SearchColumn: Int, CaseIterable {
    case body, name, short, number, phone, identity, nameLetters, shortLetters, scope

    /// The name in SQL.
    var sql: String { "\(self)" }

    /// Where the texts of a role stand.
    init?(_ role: SearchRole) {
        switch role {
        case .none: return nil
        case .name: self = .name
        case .short: self = .short
        case .text: self = .body
        case .phone: self = .phone
        case .idNumber: self = .identity
        case .number: self = .number
        }
    }
}
