import Records

/// The full text of many records that come one after another.
///
/// FTS5 writes a part of its index at the end of every transaction, and whenever the numbers of the rows fall; the parts are
/// merged ever again. Eight records at a time cost several times what they cost together, so during a sync the texts wait,
/// are sorted, and are written in steps of one transaction. Until then new words are not found; nothing else waits.
struct DeferredTexts {
    /// Whether texts wait now.
    var isOn = false
    /// What the full text holds and what it is to hold, by the records' numbers.
    var waiting: FullTextBuilder.Texts = [:]
    /// What the change that is being applied adds, and the numbers that it wrote at once: they count when all of it is applied.
    var added: FullTextBuilder.Texts = [:]
    var written: Set<Int64> = []
    /// The numbers that are still to be written, the lowest last; empty until writing begins.
    var queue: [Int64] = []
    /// Whether a transaction is open that only writes texts.
    var isWriting = false

    /// What the full text holds of a record, when something waits for it.
    func old(_ number: Int64) -> [[UInt8]]? {
        written.contains(number) ? nil : added[number]?.old ?? waiting[number]?.old
    }

    /// Counts what was applied.
    mutating func settle() {
        for number in written { waiting[number] = nil }
        waiting.merge(added) { $1 }
        forget()
    }

    /// Forgets what was not applied.
    mutating func forget() {
        added.removeAll()
        written.removeAll()
    }
}

extension StreamIndex {
    /// Writes the full text that a change brought, or has it wait.
    func writeTexts() throws(IndexError) {
        guard !waitingTexts.isEmpty else { return }
        if deferred.isOn || !deferred.waiting.isEmpty {
            for (number, texts) in waitingTexts {
                let old = deferred.old(number) ?? texts.old
                // What is taken out goes at once: nobody finds what was deleted or erased.
                if deferred.isOn, !texts.new.isEmpty {
                    deferred.added[number] = (old, texts.new)
                    waitingTexts[number] = nil
                } else {
                    waitingTexts[number] = (old, texts.new)
                    deferred.added[number] = nil
                    deferred.written.insert(number)
                }
            }
        }
        try FullTextBuilder.write(waitingTexts, insert: hot.insertText, delete: hot.deleteText)
        waitingTexts.removeAll()
    }

    /// Writes some of the full text that waits, and none waits any more once all of it is written.
    ///
    /// - Parameter limit: at most so many records.
    /// - Returns: whether more waits.
    /// - Throws: ``IndexError``.
    func writeDeferred(limit: Int) throws(IndexError) -> Bool {
        deferred.isOn = false
        if deferred.queue.isEmpty { deferred.queue = deferred.waiting.keys.sorted(by: >) }
        guard !deferred.queue.isEmpty else {
            try endWriting()
            return false
        }
        if !deferred.isWriting {
            try Self.run("BEGIN IMMEDIATE", on: connection)
            deferred.isWriting = true
        }
        var some: FullTextBuilder.Texts = [:]
        for number in deferred.queue.suffix(limit) { some[number] = deferred.waiting.removeValue(forKey: number) }
        deferred.queue.removeLast(min(limit, deferred.queue.count))
        try FullTextBuilder.write(some, insert: hot.insertText, delete: hot.deleteText)
        if deferred.queue.isEmpty, deferred.waiting.isEmpty {
            try endWriting()
            return false
        }
        return true
    }

    /// Writes all of the full text that waits: before an image is made, which holds everything or is none.
    func writeAllDeferred() throws(IndexError) {
        while try writeDeferred(limit: 1000) {}
    }

    /// Merges some of the parts that saves left, where sixteen are of one size (fts5.html#the_merge_command).
    ///
    /// - Parameter pages: about how many pages are written at most.
    /// - Throws: ``IndexError``.
    func mergeTexts(pages: Int) throws(IndexError) {
        guard bulk == nil, !deferred.isWriting else { return }
        // An index that grew by saves alone was never told.
        if !mergesAtRest { try setMerging() }
        try Self.run("INSERT INTO found(found, rank) VALUES('merge', \(pages))", on: connection)
    }

    /// Has no save merge parts any more.
    ///
    /// FTS5 keeps that with its tables, in the image too. Not while a rebuild is under way: it would go on with the parts it knew before their tables were filled.
    func setMerging() throws(IndexError) {
        for setting in Schema.mergesAtRest { try Self.run(setting, on: connection) }
        mergesAtRest = true
    }

    /// Ends the transaction that writes texts, so that another one can begin.
    func endWriting() throws(IndexError) {
        guard deferred.isWriting else { return }
        deferred.isWriting = false
        try Self.run("COMMIT", on: connection)
    }
}
