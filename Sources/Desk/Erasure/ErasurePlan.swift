public import Casework
public import Records

/// What an erasure would take out: shown before anybody confirms it.
public struct ErasurePlan: Hashable, Sendable {
    /// One record, or one row of one, that goes.
    public struct Item: Hashable, Sendable {
        /// What goes.
        public let scope: ErasureScope
        /// Its type.
        public let type: RecordType
        /// What it is called, as lists show it.
        public let title: String
        /// How many values it has now.
        public let values: Int
        /// How many more stand in its history.
        public let older: Int
        /// Until when it is kept; `nil` when nothing ended yet.
        public let end: RetentionEnd?
        /// The stream it lies in.
        let stream: Stream
        /// The changes that touch it.
        let changes: Set<ChangeID>
    }

    /// What goes, the record that was asked for first.
    public let items: [Item]
    /// The files, relative to the notebook, that are written again or removed.
    public let files: [String]
    /// How many other records point here and will say 已依法删除 instead.
    public let references: Int

    /// How many values go.
    public var values: Int { items.reduce(0) { $0 + $1.values + $1.older } }

    /// Whether all of it is due by the retention rules.
    ///
    /// - Parameter today: the day.
    /// - Returns: whether it is.
    public func isDue(on today: CalendarDay) -> Bool { items.allSatisfy { $0.end?.isDue(on: today) == true } }
}
