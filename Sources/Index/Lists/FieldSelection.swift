import Records

/// Some fields at the top of records: what is read of them where the rest does not matter.
public struct FieldSelection: Hashable, Sendable {
    let paths: [FieldPath]

    /// Chooses fields.
    ///
    /// - Parameter keys: their keys.
    public init(_ keys: String...) { paths = keys.map { FieldPath($0) } }
}
