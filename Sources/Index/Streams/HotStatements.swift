/// The statements that run for every change and every record.
struct HotStatements {
    let insertChange: PreparedStatement
    let changeByHash: PreparedStatement
    let author: PreparedStatement
    let insertOfficer: PreparedStatement
    let recordByID: PreparedStatement
    let recordByNumber: PreparedStatement
    let insertRecord: PreparedStatement
    let updateRecord: PreparedStatement
    let deleteRecord: PreparedStatement
    let insertTouch: PreparedStatement
    let insertKey: PreparedStatement
    let deleteKey: PreparedStatement
    let insertText: PreparedStatement
    let deleteText: PreparedStatement
    let insertDue: PreparedStatement
    let deleteDue: PreparedStatement

    /// Prepares them.
    ///
    /// - Parameter connection: the connection, with its tables.
    /// - Throws: ``IndexError``.
    init(_ connection: OpaquePointer) throws(IndexError) {
        func prepare(_ sql: String, _ step: String) throws(IndexError) -> PreparedStatement {
            try PreparedStatement(sql, on: connection, step: step)
        }
        insertChange = try prepare("INSERT INTO change VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", "insert change")
        changeByHash = try prepare(
            "SELECT number FROM change WHERE substr(hash, 1, 4) = substr(?1, 1, 4) AND hash = ?1", "find change")
        author = try prepare("SELECT hash, officer, ms, zone FROM change WHERE number = ?", "read change")
        insertOfficer = try prepare("INSERT INTO officer VALUES(?, ?)", "insert officer")
        recordByID = try prepare(
            "SELECT number, doc FROM record WHERE substr(id, 1, 4) = substr(?1, 1, 4) AND id = ?1", "find record")
        recordByNumber = try prepare("SELECT id, doc FROM record WHERE number = ?", "read record")
        insertRecord = try prepare("INSERT INTO record VALUES(?, ?, ?)", "insert record")
        updateRecord = try prepare("UPDATE record SET doc = ? WHERE number = ?", "update record")
        deleteRecord = try prepare("DELETE FROM record WHERE number = ?", "delete record")
        insertTouch = try prepare("INSERT INTO touch VALUES(?, ?)", "insert touch")
        insertKey = try prepare("INSERT INTO key VALUES(?, ?, ?)", "insert key")
        deleteKey = try prepare("DELETE FROM key WHERE field = ? AND value = ? AND record = ?", "delete key")
        insertText = try prepare(Schema.insertText, "insert text")
        deleteText = try prepare(Schema.deleteText, "delete text")
        insertDue = try prepare("INSERT INTO due VALUES(NULL, ?, ?, ?, ?, ?, ?, ?)", "insert due")
        deleteDue = try prepare("DELETE FROM due WHERE record = ?", "delete due")
    }
}
