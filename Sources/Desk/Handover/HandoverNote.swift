public import Casework
public import Records

/// What one officer left to the next.
public struct HandoverNote: Hashable, Sendable, Identifiable {
    /// One promise that was open when the notebook was handed over.
    public struct Item: Hashable, Sendable {
        /// The record it comes from.
        public let record: RecordID
        /// What is due, as it stands now; `nil` when it is done since.
        public let task: DueItem?
        /// Its last day when it was handed over.
        public let due: CalendarDay?
    }

    /// The record that holds it.
    public let id: RecordID
    /// Who handed over.
    public let officer: RecordID
    /// That officer's name.
    public let name: String
    /// When.
    public let moment: Moment
    /// What was written; empty when nothing was.
    public let note: String
    /// What was open, only what the reader may know of.
    public let items: [Item]
    /// Whether it is the part that only those with the key to restricted records see.
    public let isRestricted: Bool
    /// Who took it over; `nil` while nobody has.
    public let receiver: String?
    /// When that was.
    public let received: Moment?
}
