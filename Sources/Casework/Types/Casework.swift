public import Records

/// What the police work records: the types of this version, found by their names.
public enum Casework {
    /// Every type that officers write, in the order of the panes.
    public static let types: [RecordType] = [
        Household.type, Visit.type, Followup.type, FollowupEntry.type, Mediation.type, Officer.type, Room.type,
    ]

    /// What only the program writes: no form, command, list, search, draft or undo knows of it.
    public static let systemTypes: [RecordType] = [Audit.declaration, Handover.declaration]

    /// The batch that everything of ``systemTypes`` is part of, by which the log tells it from what an officer wrote: undo
    /// passes it over.
    public static let systemBatch = "system"

    /// Everything that lies in a notebook.
    public static let storedTypes: [RecordType] = types + systemTypes

    /// A type that officers write, by its name.
    ///
    /// - Parameter id: the name, such as `visit`.
    /// - Returns: the type; `nil` when this version does not know it.
    public static func type(_ id: TypeID) -> RecordType? { byID[id] }

    private static let byID = Dictionary(types.map { ($0.id, $0) }) { first, _ in first }
}
