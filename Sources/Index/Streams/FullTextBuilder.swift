import GRDB
import GRDBSQLite

/// Makes the full text of a rebuild in a database of its own, so that it can be written beside everything else.
///
/// `@unchecked` since only one piece of its work is under way at a time (``BulkState/finishTexts``).
final class FullTextBuilder: @unchecked Sendable {
    /// The full text of records that was and is to be, by their numbers.
    typealias Texts = [Int64: (old: [[UInt8]], new: [[UInt8]])]

    private let queue: DatabaseQueue
    private let connection: OpaquePointer
    private let insert: PreparedStatement
    private let delete: PreparedStatement
    private var failure: IndexError?

    /// Makes an empty one.
    ///
    /// - Throws: ``IndexError``.
    init() throws(IndexError) {
        (queue, connection) = try StreamIndex.connect()
        try StreamIndex.run("PRAGMA page_size = 16384", on: connection)
        try StreamIndex.run(Schema.fullText, on: connection)
        // The full text gathers this much before it writes a part; fewer parts are merged less.
        try StreamIndex.run("INSERT INTO found(found, rank) VALUES('hashsize', 33554432)", on: connection)
        for setting in Schema.mergesAtRest { try StreamIndex.run(setting, on: connection) }
        insert = try PreparedStatement(Schema.insertText, on: connection, step: "insert text")
        delete = try PreparedStatement(Schema.deleteText, on: connection, step: "delete text")
        try StreamIndex.run("BEGIN", on: connection)
    }

    /// Writes the full text of some records.
    ///
    /// What fails is thrown by ``move(to:)``.
    func write(_ texts: Texts, isLast: Bool) {
        guard failure == nil else { return }
        do throws(IndexError) {
            try Self.write(texts, insert: insert, delete: delete)
            // One part is searched faster than several, and no save has to wait while large ones are merged.
            if isLast { try StreamIndex.run("INSERT INTO found(found) VALUES('optimize')", on: connection) }
        } catch {
            failure = error
        }
    }

    /// Writes the full text of records in the order of their numbers: FTS5 gathers rows in memory only while their numbers
    /// rise, and writes a part of its index whenever one falls (fts5_index.c, sqlite3Fts5IndexBeginWrite).
    static func write(_ texts: Texts, insert: PreparedStatement, delete: PreparedStatement) throws(IndexError) {
        for (number, texts) in texts.sorted(by: { $0.key < $1.key }) where texts.old != texts.new {
            if !texts.old.isEmpty { try run(delete, number, texts.old) }
            if !texts.new.isEmpty { try run(insert, number, texts.new) }
        }
    }

    /// Moves all of it into the tables of an index that has no full text yet.
    ///
    /// FTS5 keeps its index in ordinary tables (sqlite.org/fts5.html §9), the settings apart.
    ///
    /// - Parameter target: the connection of the index.
    /// - Throws: ``IndexError``.
    func move(to target: OpaquePointer) throws(IndexError) {
        if let failure { throw failure }
        try StreamIndex.run("COMMIT", on: connection)
        for (table, columns) in [("found_data", ["id", "block"]), ("found_idx", ["segid", "term", "pgno"])] {
            let names = columns.joined(separator: ", ")
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            try StreamIndex.run("DELETE FROM \(table)", on: target)
            let read = try PreparedStatement(
                "SELECT \(names) FROM \(table) ORDER BY 1, 2", on: connection, step: "move text")
            let write = try PreparedStatement(
                "INSERT INTO \(table)(\(names)) VALUES(\(places))", on: target, step: "move text")
            while try read.next() {
                for place in columns.indices { write.bind(Int32(place + 1), valueOf: read, Int32(place)) }
                try write.run()
            }
        }
    }

    private static func run(
        _ statement: PreparedStatement, _ number: Int64, _ texts: [[UInt8]]
    ) throws(IndexError) {
        statement.bind(1, number)
        for (place, text) in texts.enumerated() {
            if text.isEmpty {
                statement.bind(Int32(place + 2), nil as Int64?)
            } else {
                statement.bind(Int32(place + 2), utf8: text)
            }
        }
        try statement.run()
    }
}
