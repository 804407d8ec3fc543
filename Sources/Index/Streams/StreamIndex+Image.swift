import GRDBSQLite

extension StreamIndex {
    /// Shows the database as bytes.
    ///
    /// - Parameter body: gets the bytes, valid only while it runs.
    /// - Returns: what `body` returned.
    /// - Throws: ``IndexError``, and what `body` throws.
    func withImage<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        guard !isBroken else { throw IndexError.unfitImage }
        try writeAllDeferred()
        if holdsTraces { try rewrite() }
        var size: Int64 = 0
        if let pointer = sqlite3_serialize(connection, "main", &size, UInt32(SQLITE_SERIALIZE_NOCOPY)) {
            return try body(UnsafeRawBufferPointer(start: pointer, count: Int(size)))
        }
        guard let pointer = sqlite3_serialize(connection, "main", &size, 0) else {
            throw IndexError.database(code: SQLITE_NOMEM, step: "serialize")
        }
        defer { sqlite3_free(pointer) }
        return try body(UnsafeRawBufferPointer(start: pointer, count: Int(size)))
    }

    /// Takes over an image.
    ///
    /// - Parameters:
    ///   - image: the image.
    ///   - connection: a connection with nothing in it.
    ///   - stamp: what its stamp must be.
    /// - Throws: ``IndexError/unfitImage`` when it is not one of ours or is damaged where it is looked at.
    static func adopt(_ image: IndexImage, on connection: OpaquePointer, stamp: String) throws(IndexError) {
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        guard image.count >= 512, let memory = image.release() else { throw IndexError.unfitImage }
        // SQLite owns the memory from here on, also when this fails.
        let code = sqlite3_deserialize(
            connection, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(image.count), Int64(image.capacity),
            flags)
        guard code == SQLITE_OK else { throw IndexError.unfitImage }
        // Otherwise an index of more than 1 GiB could be stored but never grow again.
        var limit: Int64 = 1 << 40
        _ = sqlite3_file_control(connection, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit)
        do {
            guard try number("PRAGMA application_id", connection) == Schema.applicationID else {
                throw IndexError.unfitImage
            }
            let found = try texts("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL", connection)
            // Tables that the full text makes for itself are not in our list; everything in our list must be there.
            guard Set(found).isSuperset(of: Schema.statements + Schema.indexes),
                try texts("SELECT value FROM meta WHERE name = 'stamp'", connection) == [stamp]
            else { throw IndexError.unfitImage }
        } catch {
            throw IndexError.unfitImage
        }
    }

    /// Packs the database when it has grown by a quarter since it was packed last: what is added here and there leaves a
    /// quarter of its pages empty, and all of it is in memory for as long as the notebook is open.
    ///
    /// - Throws: ``IndexError``.
    func pack() throws(IndexError) {
        try writeAllDeferred()
        let pages = try Self.number("PRAGMA page_count", connection) ?? 0
        let packed = try Self.number("SELECT value FROM meta WHERE name = 'packed'", connection) ?? 0
        guard holdsTraces || pages > Self.smallPages && pages > packed + packed / 4 else { return }
        try rewrite()
    }

    /// Writes everything into pages that hold nothing else.
    private func rewrite() throws(IndexError) {
        try Self.run("VACUUM", on: connection)
        holdsTraces = false
        let left = try Self.number("PRAGMA page_count", connection) ?? 0
        try Self.run("INSERT OR REPLACE INTO meta VALUES('packed', \(left))", on: connection)
    }

    /// With fewer pages than these, 8 MiB, packing is not worth the time.
    private static let smallPages: Int64 = 512

    /// Whether SQLite finds nothing wrong in the database.
    ///
    /// It reads all of it.
    func isSound() throws(IndexError) -> Bool {
        try Self.texts("PRAGMA quick_check(1)", connection) == ["ok"]
    }

    private static func number(_ sql: String, _ connection: OpaquePointer) throws(IndexError) -> Int64? {
        let read = try PreparedStatement(sql, on: connection, step: "check image")
        return try read.next() ? read.number(0) : nil
    }

    private static func texts(_ sql: String, _ connection: OpaquePointer) throws(IndexError) -> [String] {
        let read = try PreparedStatement(sql, on: connection, step: "check image")
        var result: [String] = []
        while try read.next() { result.append(read.text(0)) }
        return result
    }
}
