/// The tables of a stream's database.
enum Schema {
    /// Marks a database as ours: "BBIX".
    static let applicationID: Int64 = 0x4242_4958

    /// What makes the tables; the text of an image's own tables must be the same.
    static let statements: [String] = [
        "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
        """
        CREATE TABLE change(number INTEGER PRIMARY KEY, hash BLOB, officer INTEGER, ms INTEGER, \
        zone INTEGER, doubtful INTEGER, batch TEXT, undoes BLOB, location INTEGER)
        """,
        "CREATE TABLE officer(number INTEGER PRIMARY KEY, id TEXT)",
        "CREATE TABLE record(number INTEGER PRIMARY KEY, id BLOB, doc BLOB)",
        "CREATE TABLE touch(record INTEGER, change INTEGER, PRIMARY KEY(record, change)) WITHOUT ROWID",
        "CREATE TABLE key(field INTEGER, value BLOB, record INTEGER, PRIMARY KEY(field, value, record)) WITHOUT ROWID",
        """
        CREATE TABLE due(number INTEGER PRIMARY KEY, record INTEGER, rule TEXT, anchor INTEGER, day INTEGER, \
        start INTEGER, priority INTEGER, kind TEXT)
        """,
        fullText,
    ]

    /// What makes the full text.
    static let fullText = """
        CREATE VIRTUAL TABLE found USING fts5(\(searched), content='', columnsize=0, tokenize='\(WordTokenizer.name)')
        """

    /// Has no save merge the parts of the full text: it is done at rest (``StreamIndex/mergeTexts(pages:)``).
    ///
    /// By default the sixteenth part of one size has all sixteen merged at once, and a part that a rebuild wrote alone counts as
    /// small as one that a save wrote: one save in sixty would write the whole full text again
    /// (fts5.html#the_crisismerge_configuration_option).
    static let mergesAtRest = ["'automerge', 0", "'crisismerge', 256", "'usermerge', 16"].map {
        "INSERT INTO found(found, rank) VALUES(\($0))"
    }

    /// What adds a record to the full text, and what takes it out again.
    static let insertText = "INSERT INTO found(rowid, \(searched)) VALUES(?, \(places))"
    static let deleteText = "INSERT INTO found(found, rowid, \(searched)) VALUES('delete', ?, \(places))"

    private static let searched = SearchColumn.allCases.map(\.sql).joined(separator: ", ")
    private static let places = SearchColumn.allCases.map { _ in "?" }.joined(separator: ", ")

    /// What makes the indexes that a rebuild makes at its end.
    ///
    /// Of hashes and identities only the first four bytes are kept: few begin alike, and what was meant is read anyway.
    static let indexes: [String] = [
        "CREATE INDEX change_hash ON change(substr(hash, 1, 4))",
        "CREATE INDEX change_officer ON change(officer)",
        "CREATE INDEX change_batch ON change(batch) WHERE batch IS NOT NULL",
        "CREATE INDEX change_undoes ON change(undoes) WHERE undoes IS NOT NULL",
        "CREATE INDEX record_id ON record(substr(id, 1, 4))",
        "CREATE INDEX due_day ON due(day)",
        "CREATE INDEX due_start ON due(start)",
        "CREATE INDEX due_record ON due(record)",
    ]
}
