public import Casework
public import Records

/// Everything held about one person, as that person is given it (本人信息查阅, 个人信息保护法45).
///
/// It is put together for the person's own request only, from records that the officer chose one by one, by type and never as a
/// timeline across types.
public struct SubjectFile: Sendable {
    /// The records of one type.
    public struct Section: Sendable {
        /// The type.
        public let type: RecordType
        /// Its records.
        public let entries: [Entry]
    }

    /// One record.
    public struct Entry: Sendable {
        /// The record's values, without what is another person's.
        public let values: FieldValues
        /// What it is called.
        public let title: String
        /// When it was made, and by whom.
        public let made: String
        /// Every later change: when, by whom, which fields.
        ///
        /// Corrections are among them.
        public let changes: [Change]
        /// Until when it is kept.
        public let end: RetentionEnd?
        /// Why its use is limited.
        public let limit: String?
    }

    /// One change of a record.
    public struct Change: Sendable {
        /// When, by that officer's clock.
        public let moment: Moment
        /// Who.
        public let officer: String
        /// The labels of the fields that were changed.
        public let fields: [Label]
    }

    /// The person's name as typed.
    public let name: String
    /// Why it is given.
    public let purpose: String
    /// Who gives it.
    public let officer: String
    /// When.
    public let moment: Moment
    /// The police room.
    public let room: String
    /// The records by type.
    public let sections: [Section]
    /// Whether a part could not be looked into since its key is not open.
    public let isPartial: Bool
}
