import GRDBSQLite

extension StreamIndex {
    /// Pages of one step: some tenths of a millisecond.
    private static let step = 64

    /// Has SQLite overwrite whatever is deleted from now on, and every page that becomes free (pragma.html#pragma_secure_delete).
    func beginCleansing() throws(IndexError) {
        try Self.run("PRAGMA secure_delete = ON", on: connection)
        isMerging = false
        holdsTraces = true
    }

    /// Merges the full text, which otherwise only marks what was deleted, until its old parts are gone (fts5.html#the_merge_command).
    ///
    /// - Parameter pages: about how many pages are gone through at most.
    /// - Returns: whether nothing is left to merge.
    /// - Throws: ``IndexError``.
    func cleanse(pages: Int) throws(IndexError) -> Bool {
        guard bulk == nil else { return false }
        try writeAllDeferred()
        try transaction { () throws(IndexError) in try writeTexts() }
        var left = pages
        while left > 0 {
            let before = sqlite3_total_changes64(connection)
            // A negative number begins to make one part of all; from then on positive ones go on with it.
            try Self.run(
                "INSERT INTO found(found, rank) VALUES('merge', \(isMerging ? Self.step : -Self.step))", on: connection)
            // The command itself counts as one change.
            if isMerging, sqlite3_total_changes64(connection) - before < 2 { return true }
            isMerging = true
            left -= Self.step
        }
        return false
    }
}
