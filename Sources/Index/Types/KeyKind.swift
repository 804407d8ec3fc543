import Records

/// What a key needs to know of a field's kind.
///
/// It is a plain number, because whole kinds carry their code tables along.
enum KeyKind: Sendable {
    case plain, name, day, reference

    /// Takes the kind of a field.
    init(_ kind: FieldKind) {
        switch kind {
        case .reference, .references: self = .reference
        case .day: self = .day
        case .personName: self = .name
        default: self = .plain
        }
    }
}
