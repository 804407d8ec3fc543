import Casework
import Index
import Records

/// What was worked out from the records for whoever sits at the desk, until a record changes that it came from.
///
/// Everything here can be dropped at any time: it is worked out again when it is asked for.
struct Memo {
    /// The record of the room's settings; an empty array when there is none.
    var room: [Record]?
    /// How many records wait for somebody to settle a conflict.
    var conflicts: Int?
    /// The doors that were met.
    var visits: VisitTally?
    /// Each building's households and how many of them are lived in.
    var blocks: [(name: String, households: Int, lived: Int)]?
    /// How many households of each building were met this month, as far as ``VisitTally/takeTurned()`` was taken.
    var metByBlock: [String: Int] = [:]
    /// The building of each household that was met, if somebody lives there.
    var livedBlock: [RecordID: String?] = [:]
    /// The hand-over notes of the last weeks, up to a day, that others wrote and nobody took over.
    var openHandovers: (day: CalendarDay, records: [RecordID])?
    /// The numbers of what was erased.
    var numbersOfErased: [String]?
    /// What is due, for a day.
    var due: Due?
    /// What is about a record that was merged.
    var strays: [Strays]?
    /// What seems to be entered twice.
    var twins: [Twins]?
    /// Numbers that are given twice, or only provisional.
    var numbers: [NumberQuestion]?
    /// Whether what is about a merged record was found before something changed.
    var hasStaleStrays = false
    /// Whether what seems to be entered twice was found before something changed; it is counted so until somebody looks again.
    var hasStaleTwins = false
    /// Whether the questions about numbers were found before something changed.
    var hasStaleNumbers = false
    /// The building that was looked at last.
    var sheet: Sheet?
    /// The letters of other laptops, as far as they were asked for; empty where none was found.
    var letters: [String: String] = [:]

    /// What records add to the tasks of a day.
    struct Due {
        /// The day.
        let day: CalendarDay
        /// The tasks, in order; `nil` after something was added or taken out.
        var list: TaskList?
        /// What each record adds, with what was done about it.
        private(set) var added: [RecordID: Added] = [:]
        /// The records by which something was agreed at a door: a save at a door must not look through all that is due.
        private var agreed: [RecordID: Set<RecordID>] = [:]

        /// Starts with nothing due.
        init(day: CalendarDay) { self.day = day }

        /// The records by which something was agreed at a door.
        func agreed(at door: RecordID) -> Set<RecordID> { agreed[door] ?? [] }

        /// Takes in what a record adds now, and out what it added before.
        ///
        /// - Parameters:
        ///   - record: the record.
        ///   - new: what it adds; `nil` for nothing.
        mutating func set(_ record: RecordID, _ new: Added?) {
            list = nil
            for door in added[record]?.agreedDoors ?? [] { agreed[door]?.remove(record) }
            added[record] = new
            for door in new?.agreedDoors ?? [] { agreed[door, default: []].insert(record) }
        }
    }

    /// One building's sheet: a save at one door must not read all the others again.
    struct Sheet {
        /// The building.
        let block: String
        /// Its doors; whether each was met this month is known elsewhere.
        var rows: [Desk.SheetRow]
    }

    /// What one record adds to the tasks.
    struct Added {
        /// What is due because of it.
        var items: [DueItem]
        /// What was done about it.
        var facts: [DueFact] = []

        /// The doors at which something was agreed.
        var agreedDoors: [RecordID] { items.filter { $0.rule == Tasks.agreedRule }.compactMap(\.household) }
    }
}
