import Desk
import Interface
import Records

/// Takes visits down one after another: one key a household, a sentence where there is something to say.
///
/// What was recorded in this sitting is remembered by household, so that another digit on the same row corrects the visit
/// instead of making a second one.
final class VisitEntry {
    /// The day of the visits when they are entered later; `nil` for today.
    var day: CalendarDay?
    /// The page of the paper notebook, when they are entered from it.
    var page: Int?

    /// What was recorded in this sitting, by this list and by others.
    final class Sitting {
        struct Call: Hashable {
            let household: RecordID
            let day: CalendarDay
        }

        fileprivate(set) var visits: [Call: RecordID] = [:]
    }

    let sitting: Sitting
    private let workspace: Workspace
    private var recorded: Set<RecordID> = []
    private var pageRow = 0
    /// Sentences that were begun and left, by household, with the draft that keeps each.
    private var drafts: [RecordID: Draft] = [:]

    /// Starts to take visits down.
    ///
    /// - Parameters:
    ///   - workspace: the desk.
    ///   - sitting: what was recorded before; `nil` for a new sitting.
    init(_ workspace: Workspace, sitting: Sitting? = nil) {
        self.workspace = workspace
        self.sitting = sitting ?? Sitting()
    }

    /// How many households were recorded here.
    var count: Int { recorded.count { visit(at: $0) != nil } }

    /// Whether the visits lie before today or come from paper.
    var isLate: Bool { page != nil || day.map { $0 < workspace.desk.today } ?? false }

    /// The visit recorded in this sitting; `nil` when there is none, or it was undone.
    func visit(at household: RecordID) -> Record? {
        sitting.visits[call(household)].flatMap { try? workspace.desk.record($0) }
    }

    private func call(_ household: RecordID) -> Sitting.Call {
        Sitting.Call(household: household, day: day ?? workspace.desk.today)
    }

    /// Records how a visit went; a visit of this sitting is corrected.
    ///
    /// - Parameters:
    ///   - outcome: what came of it.
    ///   - household: the household.
    ///   - notes: the sentence; `nil` leaves what stands there.
    ///   - nextDate: the day that was agreed instead.
    /// - Throws: what the rules say against it; nothing is saved then.
    func record(
        _ outcome: VisitOutcome, at household: RecordID, notes: String? = nil, nextDate: CalendarDay? = nil
    ) throws(DeskError) {
        try save(at: household) { values in
            values[Visit.outcome] = outcome
            if let notes { values[Visit.notes] = notes.isEmpty ? nil : notes }
            if outcome == .metNothingNew, notes == nil { values[Visit.notes] = nil }
            values[Visit.nextDate] = nextDate
        }
        try forget(household)
    }

    /// Adds what the household raised to its visit.
    ///
    /// - Parameters:
    ///   - kind: service, dispute, hazard or proposal.
    ///   - text: what was asked for.
    ///   - promised: until when an answer was promised.
    ///   - household: the household.
    /// - Throws: what the rules say against it; nothing is saved then.
    func raise(
        _ kind: RaisedKind, _ text: String, promised: CalendarDay?, at household: RecordID
    ) throws(DeskError) {
        let row = workspace.desk.newRowID()
        try save(at: household) { values in
            if values[Visit.outcome]?.isMet != true || values[Visit.notes] == nil {
                values[Visit.outcome] = .metWithNotes
                values[Visit.notes] = text
            }
            values.addRow(row, to: Visit.raised.key)
            values[Visit.raisedKind, row, of: Visit.raised] = kind
            values[Visit.raisedText, row, of: Visit.raised] = text
            values[Visit.raisedState, row, of: Visit.raised] = .open
            values[Visit.raisedPromised, row, of: Visit.raised] = promised
        }
    }

    /// What a full form on the household's visit starts with.
    func values(at household: RecordID) -> FieldValues {
        var values = workspace.desk.newValues(of: Visit.type)
        values[Visit.household] = household
        if let day {
            values[Visit.date] = day
            if day != workspace.desk.today { values[Visit.start] = nil }
        }
        if let page {
            values[Visit.page] = page
            values[Visit.pageRow] = pageRow + 1
            values[Visit.start] = nil
        }
        return values
    }

    /// What is doubtful in a sentence: words that label a person (RIGHTS.md rule 8).
    func warnings(of sentence: String, at household: RecordID) -> [Problem] {
        let base = visit(at: household)
        var values = base?.values ?? values(at: household)
        values[Visit.outcome] = .metWithNotes
        values[Visit.notes] = sentence
        return workspace.desk.problems(in: values, of: Visit.type, base: base).filter { $0.severity == .warning }
    }

    private func save(at household: RecordID, _ change: (inout FieldValues) -> Void) throws(DeskError) {
        let base = visit(at: household)
        var values = base?.values ?? values(at: household)
        change(&values)
        let saved = try workspace.desk.save(values, of: Visit.type, base: base)
        if base == nil, page != nil { pageRow += 1 }
        sitting.visits[call(household)] = saved.id
        recorded.insert(household)
        workspace.changed()
    }

    // MARK: Sentences that are not saved yet

    /// The sentence that was begun at a household and left.
    func sentence(at household: RecordID) -> String? { drafts[household]?.values[Visit.notes] }

    /// Puts a sentence on the disk that is not saved yet.
    ///
    /// - Returns: when it was kept.
    @discardableResult
    func keep(_ sentence: String, at household: RecordID) throws(DeskError) -> Moment? {
        guard !sentence.isEmpty else {
            try forget(household)
            return nil
        }
        var draft =
            drafts[household]
            ?? workspace.desk.newDraft(
                of: Visit.type.id, base: visit(at: household),
                values: visit(at: household)?.values ?? values(at: household))
        draft.values[Visit.outcome] = .metWithNotes
        draft.values[Visit.notes] = sentence
        let kept = try workspace.desk.keep(draft)
        drafts[household] = kept
        return kept.moment
    }

    private func forget(_ household: RecordID) throws(DeskError) {
        guard let draft = drafts.removeValue(forKey: household) else { return }
        try workspace.desk.discard(draft)
    }
}
