import Desk

/// The name by which a conflict is typed: `notes`, `parties[0].name`, `parties[1]`, `record`.
enum ConflictName {
    /// The record itself: deleted here, changed there.
    static let record = "record"
    /// What is about a record that was merged.
    static let merged = "merged"

    /// The name of a conflict.
    static func text(of conflict: Conflict) -> String {
        let path = conflict.path
        guard path != .life else { return record }
        var name = path.key
        if let row = path.row, let index = conflict.base.values.rows(of: path.key).firstIndex(of: row) {
            name += "[\(index)]"
        }
        if let cell = path.cell { name += ".\(cell)" }
        return name
    }

    /// The name of two that look like one: `twins`, or `twins:members[1]` for rows, by the one that would go.
    static func text(of twins: Twins) -> String {
        guard let rows = twins.rows else { return "twins" }
        let place = twins.first.values.rows(of: rows.table).firstIndex(of: rows.second) ?? 0
        return "twins:\(rows.table)[\(place)]"
    }

    /// The conflict that is meant.
    ///
    /// - Parameters:
    ///   - name: what was typed; a label counts as well, and so does the path as it is stored.
    ///   - conflicts: those of the record.
    /// - Returns: the conflict; `nil` when none is meant.
    static func conflict(_ name: String, among conflicts: [Conflict]) -> Conflict? {
        let plain = String(name.map { $0 == "-" ? "_" : $0 })
        if let found = conflicts.first(where: { text(of: $0) == plain || $0.path.rawValue == name }) { return found }
        let labelled = conflicts.filter { $0.field?.label.zh == name || $0.field?.label.en == name }
        return labelled.count == 1 ? labelled.first : nil
    }
}
