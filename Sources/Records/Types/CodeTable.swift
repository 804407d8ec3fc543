/// A closed list of codes and what they mean.
public struct CodeTable: Hashable, Sendable {
    /// One code.
    public struct Row: Hashable, Sendable {
        /// The code as stored.
        public let code: String
        /// What it means.
        public let label: Label
        /// More about it, when the table has it.
        public let note: Label?

        /// Makes a row.
        ///
        /// - Parameters:
        ///   - code: the code as stored.
        ///   - label: what it means.
        ///   - note: more about it.
        public init(_ code: String, _ label: Label, note: Label? = nil) {
            self.code = code
            self.label = label
            self.note = note
        }
    }

    /// Names the table, such as `visit_outcome`.
    public let id: String
    /// The codes in the order in which they are offered; the first nine are chosen by digit.
    public let rows: [Row]

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - id: names the table.
    ///   - rows: the codes in the order in which they are offered.
    public init(id: String, rows: [Row]) {
        self.id = id
        self.rows = rows
    }

    /// What a code means.
    ///
    /// - Parameter code: the code.
    /// - Returns: its label; `nil` when the table does not have it, as after a newer version wrote it.
    public func label(of code: String) -> Label? { rows.first { $0.code == code }?.label }
}
