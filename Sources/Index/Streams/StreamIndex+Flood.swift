import GRDBSQLite

extension StreamIndex {
    /// Begins to write many changes that come one after another: one transaction for all of them, and no journal.
    ///
    /// SQLite keeps a copy of every page before it is changed, so that the change can be taken back; a step of two dozen
    /// changes touches hundreds of pages, and copying them took longer than everything else. All of this is in memory and can
    /// be made again from the store, so for so long nothing can be taken back: whatever fails breaks the index
    /// (``isBroken``).
    ///
    /// - Throws: ``IndexError``.
    func beginFlood() throws(IndexError) {
        guard !isFlooded else { return }
        isFlooded = true
        try breaking { () throws(IndexError) in
            // As any other change of tables; before a rebuild or a rest nobody has told.
            if !mergesAtRest { try setMerging() }
            try setJournal("off")
            // A database from an image copies every page it reads and writes: what is changed again and again stays at hand.
            try Self.run("PRAGMA cache_size = -\(Self.floodMemory)", on: connection)
            try Self.run("BEGIN IMMEDIATE", on: connection)
        }
    }

    /// Ends that: from then on what fails is taken back.
    ///
    /// - Throws: ``IndexError``.
    func endFlood() throws(IndexError) {
        guard isFlooded else { return }
        isFlooded = false
        lists.release()
        try breaking { () throws(IndexError) in
            try Self.run("COMMIT", on: connection)
            try Self.run("PRAGMA cache_size = -\(Self.usualMemory)", on: connection)
            try setJournal("memory")
        }
    }

    /// Does what cannot be taken back when it fails.
    func breaking<Result>(_ body: () throws(IndexError) -> Result) throws(IndexError) -> Result {
        do {
            return try body()
        } catch {
            isBroken = true
            throw error
        }
    }

    /// In KiB, what a database from an image may keep at hand: SQLite's own default, and while many changes come.
    private static let usualMemory = 2000
    private static let floodMemory = 32 << 10

    private func setJournal(_ mode: String) throws(IndexError) {
        let set = try PreparedStatement("PRAGMA journal_mode = \(mode)", on: connection, step: "journal")
        guard try set.next(), set.text(0) == mode else {
            throw IndexError.database(code: SQLITE_MISUSE, step: "journal")
        }
    }
}
