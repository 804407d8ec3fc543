public import Casework
public import Records

/// One line of the list of officers.
public struct OfficerEntry: Hashable, Sendable {
    /// The officer's record.
    public let id: RecordID
    /// The officer's name.
    public let name: String
    /// What the officer may do follows from this.
    public let role: OfficerRole
    /// Whether the officer is in office today.
    public let isActive: Bool
    /// Whether the officer can unlock the notebook; never in a clear one.
    public let hasKey: Bool
    /// Whether that key opens the restricted records too.
    public let opensRestricted: Bool
}
