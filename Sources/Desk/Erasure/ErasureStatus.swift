public import Records

/// How far an erasure has got: which laptops have carried it out.
///
/// Media that were not returned, and copies that nobody knows of, cannot be proven clean.
public struct ErasureStatus: Hashable, Sendable, Identifiable {
    /// What went.
    public let scope: ErasureScope
    /// What kind of record it was.
    public let type: RecordType?
    /// Why.
    public let basis: String
    /// Who erased it.
    public let officer: String
    /// When, by that officer's clock.
    public let moment: Moment
    /// The laptops, by their names as writers, that say they carried it out.
    public let applied: [String]
    /// The laptops that have written here and have not said so.
    public let missing: [String]

    /// Names it among the others.
    public var id: String { scope.description }
}
