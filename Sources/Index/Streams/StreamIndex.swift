import GRDB
import GRDBSQLite
import Records

/// The index of one stream: one database in memory, used from one thread at a time.
final class StreamIndex {
    let stream: Stream
    let types: TypeCatalog
    let projection: Projection
    let connection: OpaquePointer
    /// Keeps the connection open.
    private let queue: DatabaseQueue
    private var prepared: [String: PreparedStatement] = [:]
    let hot: HotStatements

    /// The last number given to a record of each type, and to a change.
    var lastNumber: [Int64: Int64] = [:]
    var lastChange: Int64 = 0
    /// Officers and changes that were met lately, by number and by identity.
    var officers: [RecordID: Int64] = [:]
    var officerIDs: [Int64: RecordID] = [:]
    var authors: [Int64: RecordReader.Author] = [:]
    var changeNumbers: [ChangeID: Int64] = [:]
    /// The full text of records that was and is to be, until it is written.
    var waitingTexts: FullTextBuilder.Texts = [:]
    /// The full text that waits while many changes come.
    var deferred = DeferredTexts()
    /// Records that were read lately: a screen asks for the same few again after every key that saves.
    var recent: [Int64: Records.Record] = [:]
    /// The lists that were asked for.
    var lists = ListCache()
    /// Whether the full text was told in this sitting that no save merges its parts.
    var mergesAtRest = false
    /// Whether making one part of the full text was begun, so that erased words go.
    var isMerging = false
    /// Whether what was erased may still lie between what is left: SQLite overwrites what is deleted, but not the copies that
    /// stay where it moved rows from one page to another before.
    var holdsTraces = false
    /// What a rebuild keeps in memory instead of in indexes; `nil` when none is under way.
    var bulk: BulkState?

    /// Opens a stream.
    ///
    /// - Parameters:
    ///   - stream: which one.
    ///   - types: the types.
    ///   - projection: what else is worked out from a record.
    ///   - image: a stored image; `nil` starts empty.
    /// - Throws: ``IndexError``.
    init(
        stream: Stream, types: TypeCatalog, projection: Projection, image: IndexImage?
    ) throws(IndexError) {
        self.stream = stream
        self.types = types
        self.projection = projection
        let stamp = types.stamp(projection: projection.version)
        (queue, connection) = try Self.connect()
        if let image {
            try Self.adopt(image, on: connection, stamp: stamp)
        } else {
            try Self.create(on: connection, stamp: stamp)
        }
        hot = try HotStatements(connection)
        try reload()
    }

    /// Opens an empty database in memory.
    ///
    /// - Returns: what keeps it open, and the connection.
    /// - Throws: ``IndexError``.
    static func connect() throws(IndexError) -> (queue: DatabaseQueue, connection: OpaquePointer) {
        let queue: DatabaseQueue
        let connection: OpaquePointer
        do {
            var configuration = Configuration()
            configuration.prepareDatabase { $0.add(tokenizer: WordTokenizer.self) }
            queue = try DatabaseQueue(configuration: configuration)
            guard let pointer = queue.writeWithoutTransaction({ $0.sqliteConnection }) else {
                throw IndexError.database(code: SQLITE_MISUSE, step: "open")
            }
            connection = pointer
        } catch let error as DatabaseError {
            throw IndexError.database(code: error.extendedResultCode.rawValue, step: "open")
        } catch let error as IndexError {
            throw error
        } catch {
            throw IndexError.database(code: SQLITE_ERROR, step: "open")
        }
        // GRDB watches transactions through these hooks and expects every statement to be its own; ours are not, and nobody
        // observes this database (TransactionObserver.swift).
        _ = sqlite3_commit_hook(connection, nil, nil)
        _ = sqlite3_rollback_hook(connection, nil, nil)
        _ = sqlite3_update_hook(connection, nil, nil)
        _ = sqlite3_set_authorizer(connection, nil, nil)
        // A large sort of people's notes must not spill to a file: Debian's SQLite would do that by default.
        try run("PRAGMA temp_store = MEMORY", on: connection)
        try run("PRAGMA trusted_schema = OFF", on: connection)
        try run("PRAGMA cell_size_check = ON", on: connection)
        return (queue, connection)
    }

    /// A statement that is kept for the next time.
    ///
    /// - Parameters:
    ///   - sql: the SQL, without values.
    ///   - step: names it in errors.
    /// - Returns: the statement, ready to be bound.
    /// - Throws: ``IndexError``.
    func statement(_ sql: String, _ step: String) throws(IndexError) -> PreparedStatement {
        if let statement = prepared[sql] { return statement }
        let statement = try PreparedStatement(sql, on: connection, step: step)
        // Searches and filters have few shapes; only a flood of new ones empties this.
        if prepared.count >= 200 { prepared.removeAll() }
        prepared[sql] = statement
        return statement
    }

    /// Reads the numbers given so far, at the start and after something was taken back.
    func reload() throws(IndexError) {
        lastNumber.removeAll()
        officers.removeAll()
        officerIDs.removeAll()
        authors.removeAll()
        changeNumbers.removeAll()
        waitingTexts.removeAll()
        deferred.forget()
        lists.removeAll()
        recent.removeAll()
        let highest = try statement("SELECT max(number) FROM record WHERE number BETWEEN ? AND ?", "numbers")
        for type in 0...Int64(types.entries.count) {
            highest.bind(1, RecordNumber.first(of: type))
            highest.bind(2, RecordNumber.last(of: type))
            if try highest.next(), !highest.isNull(0) { lastNumber[type] = highest.number(0) }
            highest.reset()
        }
        let change = try statement("SELECT max(number) FROM change", "numbers")
        lastChange = try change.next() ? change.number(0) : 0
        change.reset()
        let names = try statement("SELECT number, id FROM officer", "officers")
        while try names.next() {
            let id = RecordID(names.text(1))
            officers[id] = names.number(0)
            officerIDs[names.number(0)] = id
        }
    }

    /// Runs all or nothing.
    func transaction<Result>(_ body: () throws(IndexError) -> Result) throws(IndexError) -> Result {
        guard bulk == nil else { return try body() }
        try endWriting()
        try Self.run("BEGIN IMMEDIATE", on: connection)
        do {
            let result = try body()
            try Self.run("COMMIT", on: connection)
            return result
        } catch {
            // SQLite has already taken it back after some errors; then this one fails and nothing is lost.
            sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
            try reload()
            throw error
        }
    }

    static func run(_ sql: String, on connection: OpaquePointer) throws(IndexError) {
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw IndexError.database(code: code, step: String(sql.prefix { $0 != " " }).lowercased())
        }
    }

    private static func create(on connection: OpaquePointer, stamp: String) throws(IndexError) {
        // Records are 700 bytes or so: on small pages a tenth of the memory would be what is left over at their ends.
        try run("PRAGMA page_size = 16384", on: connection)
        try run("PRAGMA application_id = \(Schema.applicationID)", on: connection)
        for sql in Schema.statements + Schema.indexes { try run(sql, on: connection) }
        let meta = try PreparedStatement("INSERT INTO meta VALUES('stamp', ?)", on: connection, step: "stamp")
        meta.bind(1, stamp)
        try meta.run()
    }
}
