import Records

/// Finds what Ctrl-Z and Ctrl-Y act on.
///
/// Nothing is kept beside the log: undo and redo are changes like any other, so both survive a restart and a crash, and an old laptop
/// understands them. A change that takes back an ordinary one is an *undo*; one that takes back an undo is a *redo* and
/// counts as ordinary again.
struct UndoStack {
    /// What the stack needs to know of a change.
    struct Entry: Hashable, Sendable {
        /// The change.
        let id: ChangeID
        /// What it takes back.
        let undoes: ChangeID?
        /// The batch it is part of.
        let batch: String?
    }

    /// How many of one's changes are looked at: older ones are history, not something to take back by a key.
    static let depth = 500

    private let newestFirst: [Entry]
    private let isUndo: [ChangeID: Bool]

    /// Makes a stack.
    ///
    /// - Parameter newestFirst: one officer's own changes.
    init(newestFirst: [Entry]) {
        self.newestFirst = newestFirst
        var isUndo: [ChangeID: Bool] = [:]
        for entry in newestFirst.reversed() {
            // An undo of something too old to be known here is an undo all the same.
            isUndo[entry.id] = entry.undoes.map { !(isUndo[$0] ?? false) } ?? false
        }
        self.isUndo = isUndo
    }

    /// What Ctrl-Z takes back: the newest change that is not taken back yet; `nil` when there is none.
    var undoTarget: Entry? {
        var takenBack: Set<ChangeID> = []
        for entry in newestFirst {
            if isUndo[entry.id] == true {
                if let undone = entry.undoes, !takenBack.contains(entry.id) { takenBack.insert(undone) }
            } else if takenBack.contains(entry.id) {
                // A redo that was taken back leaves the undo behind it standing.
                continue
            } else {
                return entry
            }
        }
        return nil
    }

    /// What Ctrl-Y brings back: the newest undo, as long as nothing else was written since; `nil` when there is none.
    var redoTarget: Entry? {
        var broughtBack: Set<ChangeID> = []
        // Several changes of one undo come back together, by one change that need not name them all.
        var batches: Set<String> = []
        let batchOf = Dictionary(newestFirst.map { ($0.id, $0.batch) }) { first, _ in first }
        for entry in newestFirst {
            if broughtBack.contains(entry.id) || entry.batch.map(batches.contains) == true { continue }
            guard let undone = entry.undoes else { return nil }
            if isUndo[entry.id] == true { return entry }
            broughtBack.insert(undone)
            if let batch = batchOf[undone] ?? nil { batches.insert(batch) }
        }
        return nil
    }
}
