import GRDBSQLite

/// One prepared statement of one connection.
///
/// GRDB opens the database and registers the tokenizer; what runs for every change and every row goes through SQLite's own
/// calls, which measure half the time of arguments packed in arrays.
final class PreparedStatement {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    private let step: String

    /// SQLite copies what is bound this way; Swift does not import the macro.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Prepares SQL.
    ///
    /// - Parameters:
    ///   - sql: the SQL; values are bound, never written into it.
    ///   - connection: the connection.
    ///   - step: names it in errors.
    /// - Throws: ``IndexError``.
    init(_ sql: String, on connection: OpaquePointer, step: String) throws(IndexError) {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw IndexError.database(code: code, step: step) }
        statement = pointer
        self.connection = connection
        self.step = step
    }

    deinit { sqlite3_finalize(statement) }

    /// Binds a number; `nil` is NULL.
    ///
    /// Positions count from 1.
    func bind(_ position: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(statement, position, value) } else { sqlite3_bind_null(statement, position) }
    }

    /// Binds bytes.
    func bind(_ position: Int32, _ bytes: [UInt8]) {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(statement, position, 0)
        } else {
            _ = bytes.withUnsafeBytes {
                sqlite3_bind_blob(statement, position, $0.baseAddress, Int32($0.count), Self.copied)
            }
        }
    }

    /// Binds a text given as UTF-8.
    func bind(_ position: Int32, utf8 bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes {
            sqlite3_bind_text(
                statement, position, $0.baseAddress?.assumingMemoryBound(to: CChar.self) ?? nil, Int32($0.count),
                Self.copied)
        }
    }

    /// Binds a text; `nil` is NULL.
    func bind(_ position: Int32, _ text: String?) {
        guard let text else {
            sqlite3_bind_null(statement, position)
            return
        }
        sqlite3_bind_text(statement, position, text, Int32(text.utf8.count), Self.copied)
    }

    /// Binds what another statement found.
    func bind(_ position: Int32, valueOf other: PreparedStatement, _ column: Int32) {
        sqlite3_bind_value(statement, position, sqlite3_column_value(other.statement, column))
    }

    /// Goes on to the next row.
    ///
    /// - Returns: whether there is one; after the last the statement is ready again.
    func next() throws(IndexError) -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(statement)
        if code == SQLITE_DONE { return false }
        throw IndexError.database(code: code, step: step)
    }

    /// Runs to the end.
    func run() throws(IndexError) { while try next() {} }

    /// Runs to the end with some bytes that are not copied for it.
    func run(_ position: Int32, _ bytes: [UInt8]) throws(IndexError) {
        guard !bytes.isEmpty else {
            bind(position, bytes)
            return try run()
        }
        let result: Result<Void, IndexError> = bytes.withUnsafeBytes { bytes in
            sqlite3_bind_blob(statement, position, bytes.baseAddress, Int32(bytes.count), nil)
            defer { sqlite3_bind_null(statement, position) }
            return Result { () throws(IndexError) in try run() }
        }
        try result.get()
    }

    /// Leaves the rows that are left.
    func reset() { sqlite3_reset(statement) }

    /// Whether a column is NULL.
    ///
    /// Columns count from 0.
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    /// A number.
    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    /// Bytes, valid until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let pointer = sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: pointer, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// A text.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
}
