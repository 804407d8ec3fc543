public import Desk
public import Interface
public import Records

/// What every pane works with: the desk, the language, and how to open a record wherever it is shown.
public final class Workspace {
    /// The open notebook.
    public let desk: Desk
    /// Language, colours and widths; they may change while the notebook is open.
    public internal(set) var look: Look
    /// What the officer chose.
    public internal(set) var settings: NotebookSettings
    /// Where directories are that can be synced with.
    let places: SyncPlaces
    /// Counts what was saved: a pane that shows an older state asks again.
    public private(set) var revision = 0

    /// Commands that make a new record, in the order of the features: those whose name begins with `new.`.
    let creators: [Action]
    private let openers: [TypeID: @Sendable (Workspace, Record) -> any Layer]

    /// A workspace.
    ///
    /// - Parameters:
    ///   - desk: the open notebook.
    ///   - look: language, colours and widths.
    ///   - settings: what the officer chose.
    ///   - features: the parts of the notebook; they say how records are opened.
    ///   - places: where directories are that can be synced with.
    public init(
        desk: Desk, look: Look, settings: NotebookSettings = NotebookSettings(), features: [Feature],
        places: SyncPlaces = SyncPlaces()
    ) {
        self.desk = desk
        self.look = look
        self.settings = settings
        self.places = places
        creators = features.flatMap(\.actions).filter { $0.id.rawValue.hasPrefix("new.") }
        openers = Dictionary(features.flatMap(\.openers)) { first, _ in first }
    }

    /// Draws the title line and the line of panes above an opened record; the notebook sets it.
    var drawTitle: (inout Canvas, Rect, Look, String) -> Void = { _, _, _, _ in }

    /// Says that something was saved, or is shown in another language: panes ask again before the next frame.
    public func changed() { revision += 1 }

    /// The record that was made by the last change: a list that holds it puts its cursor there.
    var justMade: RecordID? { made.flatMap { $0.revision == revision ? $0.id : nil } }
    private var made: (id: RecordID, revision: Int)?

    /// Says that a record was made.
    func changed(byMaking id: RecordID) {
        changed()
        made = (id, revision)
    }

    /// A text in the officer's language.
    ///
    /// - Parameter label: the text in both languages.
    /// - Returns: the one to show.
    public func text(_ label: Label) -> String { look.text(label) }

    /// Runs something at the desk; what speaks against it goes into the status line.
    ///
    /// - Parameter body: what is done.
    /// - Returns: what it returned, or the refusal as a message.
    public func attempt(_ body: () throws(DeskError) -> LayerResult) -> LayerResult {
        do throws(DeskError) {
            return try body()
        } catch {
            return .notice(Notice(error.label, .refusal))
        }
    }

    /// Goes to a pane.
    ///
    /// - Parameter name: its name; a pane that does not exist is refused in the status line.
    /// - Returns: what to return from handling an input.
    public func show(pane name: String) -> LayerResult { .perform(ActionID("show.\(name)")) }

    /// Opens a record on the whole screen.
    ///
    /// - Parameter id: the record.
    /// - Returns: the layer to push, or why it cannot be shown.
    public func open(_ id: RecordID) -> LayerResult {
        // An entry is read where its follow-up is.
        if let entry = try? desk.record(id), entry.type == FollowupEntry.type.id,
            let followup = entry.values[FollowupEntry.followup], (try? desk.record(followup)) != nil
        {
            return open(followup)
        }
        return opening(id) { [unowned self] record throws(DeskError) in
            guard let type = record.type else { throw .notFound }
            if let make = openers[type] { return .push(make(self, record)) }
            return .push(RecordForm(self, type: try desk.type(type), base: record))
        }
    }

    /// Opens a record to show all of it.
    ///
    /// A restricted one is shown only after the audit log says so; C3 asks for a reason first.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - asksAgain: whether a reason that was given in this sitting is asked for again.
    ///   - includingDeleted: whether a deleted one is meant too.
    ///   - show: shows it.
    /// - Returns: what to return from handling an input.
    func opening(
        _ id: RecordID, asksAgain: Bool = true, includingDeleted: Bool = false,
        then show: @escaping (Record) throws(DeskError) -> LayerResult
    ) -> LayerResult {
        attempt { () throws(DeskError) in
            let given = asksAgain ? nil : desk.reasonGiven(for: id)
            do throws(DeskError) {
                return try show(
                    try desk.openRecord(id, reason: given, includingDeleted: includingDeleted))
            } catch .reasonNeeded {
                return .push(
                    ReasonDialog.layer(self) { [unowned self] reason in
                        attempt { () throws(DeskError) in
                            try show(try desk.openRecord(id, reason: reason, includingDeleted: includingDeleted))
                        }
                    })
            }
        }
    }

    /// Shows masked values, once the audit log says so.
    ///
    /// - Parameters:
    ///   - record: whose values.
    ///   - show: shows them.
    /// - Returns: what to return from handling an input.
    func reveal(_ record: Record?, then show: () -> Void) -> LayerResult {
        guard let record else { return .consumed }
        return attempt { () throws(DeskError) in
            try desk.reveal([record])
            show()
            return .consumed
        }
    }
}
