/// Something that waits for an officer to decide.
public enum InboxItem: Hashable, Sendable {
    /// Two laptops wrote differently.
    case conflict(Conflict)
    /// The same thing seems to be entered twice.
    case twins(Twins)
    /// A number is given twice, or only provisional.
    case number(NumberQuestion)
}

extension Desk {
    /// Everything that waits for somebody to decide: conflicts, what seems to be entered twice, numbers.
    ///
    /// - Returns: the items, in that order.
    /// - Throws: ``DeskError``.
    public func inbox() throws(DeskError) -> [InboxItem] {
        var items = try conflicts().map { InboxItem.conflict($0) }
        items += try twins().map { .twins($0) }
        items += try numberQuestions().map { .number($0) }
        return items
    }

    /// What waits in one record.
    ///
    /// - Parameter id: the record.
    /// - Returns: its conflicts, what it seems to be entered twice with, and its numbers.
    /// - Throws: ``DeskError``.
    public func inbox(of id: RecordID) throws(DeskError) -> [InboxItem] {
        var items = try conflicts(in: id).map { InboxItem.conflict($0) }
        items += try twins().filter { $0.first.id == id || $0.second.id == id }.map { .twins($0) }
        items += try numberQuestions().filter { $0.records.contains { $0.id == id } }.map { .number($0) }
        return items
    }

    /// How many items wait, as far as is known without looking through all keys; ``lookForQuestions()`` does that.
    public var inboxCount: Int { conflictCount + (memo.twins?.count ?? 0) + (memo.numbers?.count ?? 0) }

    /// Looks through the keys for what is entered twice: some milliseconds among 100,000 records, so not while a key waits.
    public func lookForQuestions() {
        guard person != nil, !isLocked else { return }
        _ = try? twins()
        _ = try? numberQuestions()
    }
}
