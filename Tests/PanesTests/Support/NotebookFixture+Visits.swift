import Desk
import Interface
import Records
import Testing

@testable import Panes

extension NotebookFixture {
    /// Opens a building in the pane of the visits, which is open.
    func openBlock(_ name: String) {
        press("Home")
        for _ in 0..<60 where !selectedRow.contains(name) { press("Down") }
        press("Enter")
    }

    /// The row under the cursor, without its mark.
    var selectedRow: String {
        let frame = notebook.frame(size)
        let row = (0..<size.rows).map { frame.rowText($0) }.first { $0.hasPrefix(" ▌") } ?? ""
        return String(row.dropFirst(2))
    }

    /// The record that has the focus.
    var focused: RecordID? { notebook.focusedRecord }

    /// A household by its room.
    func household(_ room: String, in block: String) throws -> Record {
        let rows = try desk.sheet(of: block)
        return try #require(rows.first { $0.household.values[Household.room] == room }).household
    }

    /// The visits of a household, the newest first.
    func visits(at household: RecordID) throws -> [FieldValues] {
        try desk.referring(to: household, types: [Visit.type.id]).map(\.values)
    }
}

extension NotebookFixture {
    /// The same notebook after it was closed and opened again.
    func reopened(settings: NotebookSettings = NotebookSettings()) throws -> NotebookFixture {
        desk.close()
        return try NotebookFixture(size, disk: disk, settings: settings)
    }
}
