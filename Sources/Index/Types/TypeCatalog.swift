import Records

/// All record types, numbered.
struct TypeCatalog: Sendable {
    /// The version of the tables, the encodings and the tokenizer: raise it whenever one of them changes.
    private static let version = 4

    /// The types in the order in which they were given.
    let entries: [TypeEntry]
    /// The names of fields, of columns and of life marks, numbered from 1: stored records name them by number.
    let names: [String]
    /// The paths of those names at the top of a record.
    let paths: [FieldPath]
    private let numbers: [String: Int]
    private let byID: [TypeID: Int]
    private let declaration: UInt64

    /// Numbers some types.
    ///
    /// - Parameter types: the types; of two with one name the first counts.
    init(_ types: [RecordType]) {
        var entries: [TypeEntry] = []
        var byID: [TypeID: Int] = [:]
        var names = ["@", "@type"]
        var numbers = ["@": 1, "@type": 2]
        var digest = Digest()
        for type in types where byID[type.id] == nil {
            byID[type.id] = entries.count
            entries.append(TypeEntry(type, number: Int64(entries.count + 1)))
            for field in type.fields {
                for key in [field.key] + field.columns.map(\.key) where numbers[key] == nil {
                    names.append(key)
                    numbers[key] = names.count
                }
            }
            digest.add(Self.description(of: type))
        }
        self.entries = entries
        self.byID = byID
        self.names = names
        self.numbers = numbers
        paths = names.map { FieldPath($0) }
        declaration = digest.value
    }

    /// A type by its identity.
    subscript(id: TypeID) -> TypeEntry? { byID[id].map { entries[$0] } }

    /// A type by its number.
    subscript(number: Int64) -> TypeEntry? {
        number >= 1 && number <= Int64(entries.count) ? entries[Int(number - 1)] : nil
    }

    /// The number of a name.
    func number(ofName name: String) -> Int { numbers[name] ?? 0 }

    /// Names the tables and everything that decides what stands in them.
    ///
    /// - Parameter projection: the version of the projection.
    /// - Returns: a short text.
    func stamp(projection: String) -> String { "beatbook-index \(Self.version) \(declaration) \(projection)" }

    /// What decides about the index in a type's declaration.
    private static func description(of type: RecordType) -> String {
        let fields = type.fields.flatMap { field in
            ([("", field)] + field.columns.map { (field.key, $0) }).map { table, spec in
                let codes = spec.search == .none ? nil : spec.kind.codes
                let meanings = codes?.rows.map { "\($0.code)=\($0.label.zh)" }.joined(separator: ",") ?? ""
                return "\(table)/\(spec.key):\(spec.kind.name):\(spec.search):\(spec.isIndexed):\(meanings)"
            }
        }
        let derived = type.derivedKeys.map { "\($0.key)=\($0.parts.joined(separator: "+"))" }
        return "\(type.id)|\(fields.joined(separator: ";"))|\(type.order)|\(derived.joined(separator: ";"))"
    }
}
