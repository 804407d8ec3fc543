extension StreamIndex {
    /// Starts a rebuild of an empty stream: one transaction, no indexes until the end.
    func beginBulk() throws(IndexError) {
        for sql in Schema.indexes {
            let name = sql.split(separator: " ").drop { $0 != "INDEX" }.dropFirst().first ?? ""
            try Self.run("DROP INDEX \(name)", on: connection)
        }
        // The full text gathers this much before it writes a part; fewer parts are merged less.
        try Self.run("INSERT INTO found(found, rank) VALUES('hashsize', 16777216)", on: connection)
        try Self.run("BEGIN IMMEDIATE", on: connection)
        bulk = BulkState()
    }

    /// Finishes a rebuild.
    func finishBulk() throws(IndexError) {
        guard bulk != nil else { return }
        try writeTexts()
        for sql in Schema.indexes { try Self.run(sql, on: connection) }
        try Self.run("INSERT INTO found(found, rank) VALUES('hashsize', 1048576)", on: connection)
        // One part is searched faster than several, and no save has to wait while large ones are merged.
        try Self.run("INSERT INTO found(found) VALUES('optimize')", on: connection)
        try Self.run("COMMIT", on: connection)
        bulk = nil
        lists.removeAll()
    }
}
