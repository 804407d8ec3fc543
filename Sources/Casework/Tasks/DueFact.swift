public import Records

/// Something that was done about another record: an entry for its follow-up.
///
/// It moves a repeated duty on.
public struct DueFact: Hashable, Sendable {
    /// The record it was done for.
    public let subject: RecordID
    /// The day.
    public let day: CalendarDay
    /// The day agreed for the next time.
    public let next: CalendarDay?

    /// Makes a fact.
    ///
    /// - Parameters:
    ///   - subject: the record it was done for.
    ///   - day: the day.
    ///   - next: the day agreed for the next time.
    public init(subject: RecordID, day: CalendarDay, next: CalendarDay? = nil) {
        self.subject = subject
        self.day = day
        self.next = next
    }
}
