import Index
import Records
import Store

extension Desk {
    /// How many changes since the last saved image make it worth saving again.
    private static let imageWorth = 200

    /// Does what nobody should wait for: call it when the officer has not pressed a key for a while.
    public func rest() {
        finishSearch()
        try? acknowledgeErasures()
        for stream in spoiled.sorted() { cleanse(stream, pages: Self.pagesAtRest) }
        for stream in index.openStreams where !spoiled.contains(stream) {
            try? index.mergeTexts(stream, pages: Self.pagesMergedAtRest)
        }
        for stream in Stream.allCases where store.wantsRoll(stream) { roll(stream) }
        for stream in Stream.allCases where changesSinceImage[stream, default: 0] >= Self.imageWorth {
            if !spoiled.contains(stream), !index.needsPacking(stream) { save(stream) }
        }
    }

    /// Ends a command of the command line: what it wrote is kept in the log, and a sealed notebook notes that it is locked again.
    public func leave() {
        rest()
        if isSealed, !isLocked { note(AuditLine(.locked)) }
    }

    /// Ends the sitting: the log becomes segments, the index is kept for a quick start.
    ///
    /// Nothing is lost without it.
    public func close() {
        finishSearch()
        try? acknowledgeErasures()
        if isSealed { note(AuditLine(.locked)) }
        for stream in Stream.allCases {
            roll(stream)
            guard changesSinceImage[stream, default: 0] > 0 else { continue }
            // Nobody waits for a key now.
            try? index.pack(stream)
            save(stream)
        }
        if isSealed { forget() }
        store.close()
    }

    /// Takes what is left of erased words out of the index in memory.
    ///
    /// - Parameters:
    ///   - stream: which index.
    ///   - pages: how much of the full text is gone through, in pages.
    private func cleanse(_ stream: Stream, pages: Int) {
        guard index.openStreams.contains(stream), (try? index.cleanse(stream, pages: pages)) == true else { return }
        spoiled.remove(stream)
    }

    /// How many pages are gone through in a moment of rest: some milliseconds.
    private static let pagesAtRest = 256

    /// How many are merged: two milliseconds.
    private static let pagesMergedAtRest = 64

    private func roll(_ stream: Stream) {
        guard store.readOnly == nil else { return }
        // When it fails the log stays as it is, and the next sitting rolls it.
        try? store.roll(stream)
        contained[stream] = store.heads(stream)
    }

    /// Keeps the image of an index for a quick start; sealed in a sealed notebook.
    func save(_ stream: Stream) {
        guard store.readOnly == nil, index.openStreams.contains(stream) else { return }
        if spoiled.contains(stream) { cleanse(stream, pages: .max) }
        guard !spoiled.contains(stream), !store.hasErasuresToCarryOut(stream) else { return }
        let heads = store.heads(stream)
        try? index.withImage(of: stream) { image in
            try store.saveSnapshot(image, schema: index.schemaStamp, heads: heads)
            changesSinceImage[stream] = 0
        }
    }
}
