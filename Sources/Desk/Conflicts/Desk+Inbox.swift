/// Something that waits for an officer to decide.
public enum InboxItem: Hashable, Sendable {
    /// Two laptops wrote differently.
    case conflict(Conflict)
    /// The same thing seems to be entered twice.
    case twins(Twins)
    /// A number is given twice, or only provisional.
    case number(NumberQuestion)
    /// Something is about a record that was merged into another meanwhile.
    case strays(Strays)

    /// Whether another laptop decides, and here it is only shown.
    public var waitsElsewhere: Bool {
        if case .number(let question) = self { question.confirmedBy != nil } else { false }
    }
}

extension Desk {
    /// Everything that waits for somebody to decide: conflicts, what lost its way, what seems to be entered twice, numbers.
    ///
    /// - Returns: the items, in that order.
    /// - Throws: ``DeskError``.
    public func inbox() throws(DeskError) -> [InboxItem] {
        var items = try conflicts().map { InboxItem.conflict($0) }
        items += try strays().map { .strays($0) }
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
        items += try strays().filter { strays in
            strays.merged.id == id || strays.stands.id == id || strays.records.contains { $0.id == id }
        }.map { .strays($0) }
        items += try twins().filter { $0.first.id == id || $0.second.id == id }.map { .twins($0) }
        items += try numberQuestions().filter { $0.records.contains { $0.id == id } }.map { .number($0) }
        return items
    }

    /// How many items wait, as far as is known without looking through all keys; ``lookForQuestions()`` does that.
    public var inboxCount: Int {
        conflictCount + (memo.strays?.count ?? 0) + (memo.twins?.count ?? 0)
            + (memo.numbers ?? []).reduce(0) { $0 + ($1.confirmedBy == nil ? 1 : 0) }
    }

    /// Looks through the keys for what is entered twice: some milliseconds among 100,000 records, so not while a key waits.
    public func lookForQuestions() {
        guard person != nil, !isLocked else { return }
        _ = try? strays()
        _ = try? twins()
        _ = try? numberQuestions()
    }
}
