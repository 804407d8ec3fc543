public import Records

/// The notebook's index: everything that lists, finding and due dates need, in memory, made from the changes of the store.
///
/// Each open stream has a database of its own, so that closing one leaves nothing of it behind. The index is never synced
/// and never the truth: it can be made again from the store at any time. It belongs to one thread at a time.
public final class Index {
    let types: TypeCatalog
    let projection: Projection
    var streams: [Stream: StreamIndex] = [:]
    /// Open streams in order, so that every walk over them is the same on every run.
    var open: [StreamIndex] { streams.sorted { $0.key < $1.key }.map(\.value) }

    /// Makes an index with the general stream open and empty.
    ///
    /// - Parameters:
    ///   - types: the record types.
    ///   - projection: what else is worked out from a record.
    /// - Throws: ``IndexError/database(code:step:)``.
    public init(types: [RecordType], projection: Projection = Projection()) throws(IndexError) {
        self.types = TypeCatalog(types)
        self.projection = projection
        try attach(.general)
    }

    /// The open streams, in order.
    public var openStreams: [Stream] { streams.keys.sorted() }

    /// Whether a stream is open.
    ///
    /// - Parameter stream: which one.
    /// - Returns: whether it is.
    public func isOpen(_ stream: Stream) -> Bool { streams[stream] != nil }

    /// Tells whether a stored image fits: the version of the schema, of the tokenizer, of the types and of the projection.
    public var schemaStamp: String { types.stamp(projection: projection.version) }

    /// Opens a stream, empty; its changes are then to be applied.
    ///
    /// A stream that is open is emptied.
    ///
    /// - Parameter stream: which one.
    /// - Throws: ``IndexError/database(code:step:)``.
    public func attach(_ stream: Stream) throws(IndexError) {
        streams[stream] = try StreamIndex(stream: stream, types: types, projection: projection, image: nil)
    }

    /// Opens a stream from an image that ``withImage(of:_:)`` gave.
    ///
    /// Whoever stores images authenticates them first.
    ///
    /// - Parameters:
    ///   - stream: which one.
    ///   - image: the image; its memory is taken over, also when it does not fit.
    ///   - checking: whether to read all of it for damage; an image that was authenticated has none.
    /// - Throws: ``IndexError/unfitImage`` when another version made it or it is damaged: attach an empty one and apply
    ///   the changes.
    public func attach(_ stream: Stream, adopting image: IndexImage, checking: Bool = false) throws(IndexError) {
        let opened: StreamIndex
        do {
            opened = try StreamIndex(stream: stream, types: types, projection: projection, image: image)
            guard try !checking || opened.isSound() else { throw IndexError.unfitImage }
        } catch {
            throw IndexError.unfitImage
        }
        streams[stream] = opened
    }

    /// Closes a stream; its memory is given back.
    ///
    /// - Parameter stream: which one.
    public func detach(_ stream: Stream) { streams[stream] = nil }

    /// Packs a stream's database if that saves much memory, before its image is stored.
    ///
    /// - Parameter stream: which one.
    /// - Throws: ``IndexError/closedStream(_:)``, ``IndexError/database(code:step:)``; nothing is lost then.
    /// - Complexity: copies the whole database when it has grown by a quarter since the last time, else nothing.
    public func pack(_ stream: Stream) throws(IndexError) { try opened(stream).pack() }

    /// Merges some of the full text's parts: for a moment in which nobody waits for a key.
    ///
    /// - Parameters:
    ///   - stream: which one.
    ///   - pages: about how many pages are written at most.
    /// - Throws: ``IndexError/closedStream(_:)``, ``IndexError/database(code:step:)``.
    public func mergeTexts(_ stream: Stream, pages: Int) throws(IndexError) {
        try opened(stream).mergeTexts(pages: pages)
    }

    /// Whether an image has to be written anew before it is taken, which takes about a second for 100,000 records: so it is
    /// after an erasure.
    ///
    /// - Parameter stream: which one.
    /// - Returns: whether it has.
    public func needsPacking(_ stream: Stream) -> Bool { streams[stream]?.holdsTraces ?? false }

    /// Shows the whole database of a stream as bytes, without copying it where SQLite can do that.
    ///
    /// - Parameters:
    ///   - stream: which one.
    ///   - body: gets the bytes, which are valid only while it runs.
    /// - Returns: what `body` returned.
    /// - Throws: ``IndexError/closedStream(_:)``, ``IndexError/database(code:step:)``, and what `body` throws.
    public func withImage<Result>(
        of stream: Stream, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try opened(stream).withImage(body)
    }

    /// Applies changes that the store holds.
    ///
    /// Those applied before are left out, and the order does not matter. Of each stream all are
    /// applied or, when something fails, none.
    ///
    /// - Parameter changes: the changes, each with the place where the store keeps it.
    /// - Returns: what was new.
    /// - Throws: ``IndexError/closedStream(_:)`` when one lies in a stream that is not open.
    @discardableResult
    public func apply(_ changes: [(change: StoredChange, location: Int64)]) throws(IndexError) -> Applied {
        for (stored, _) in changes { _ = try opened(stored.change.stream) }
        var applied = Applied()
        for stream in Stream.allCases {
            // Nearly always all lie in one stream: then nothing is copied.
            let mine =
                changes.allSatisfy { $0.change.change.stream == stream }
                ? changes : changes.filter { $0.change.change.stream == stream }
            guard !mine.isEmpty else { continue }
            try opened(stream).apply(mine, into: &applied)
        }
        return applied
    }

    /// Has the full text of what is applied from now on wait, since many changes come: all that is gained by writing it
    /// together is lost when it is written little by little.
    ///
    /// Until ``writeTexts(limit:)`` says that nothing waits, new words are not found; everything else is as always.
    public func deferTexts() {
        for stream in open { stream.deferred.isOn = true }
    }

    /// Of how many records the full text waits.
    public var waitingTexts: Int { open.reduce(0) { $0 + $1.deferred.waiting.count } }

    /// Writes some of the full text that waits since ``deferTexts()``, and ends that.
    ///
    /// - Parameter limit: at most so many records.
    /// - Returns: whether more waits.
    /// - Throws: ``IndexError/database(code:step:)``; then the index is to be made again.
    public func writeTexts(limit: Int) throws(IndexError) -> Bool {
        for stream in open where try stream.writeDeferred(limit: limit) { return true }
        return false
    }

    /// Starts a rebuild: until it is finished nothing may be asked of the stream, and applying is much faster.
    ///
    /// - Parameters:
    ///   - stream: which one; it is emptied.
    ///   - helper: where work is done beside this thread; the result does not depend on it.
    /// - Throws: ``IndexError/database(code:step:)``.
    public func beginRebuild(of stream: Stream, helper: Helper = .none) throws(IndexError) {
        try attach(stream)
        try opened(stream).beginBulk(helper)
    }

    /// Finishes a rebuild.
    ///
    /// - Parameter stream: which one.
    /// - Throws: ``IndexError/database(code:step:)``.
    public func finishRebuild(of stream: Stream) throws(IndexError) { try opened(stream).finishBulk() }

    /// Tells where the store keeps changes now, after it moved them.
    ///
    /// - Parameter changes: the changes and their new places; unknown ones are left out.
    /// - Throws: ``IndexError/database(code:step:)``.
    public func relocate(_ changes: [(id: ChangeID, location: Int64)]) throws(IndexError) {
        for stream in open { try stream.relocate(changes) }
    }

    /// Has everything overwritten that is taken out of a stream from now on: call it before an erasure is applied.
    ///
    /// - Parameter stream: which one.
    /// - Throws: ``IndexError/closedStream(_:)``, ``IndexError/database(code:step:)``.
    public func beginCleansing(_ stream: Stream) throws(IndexError) { try opened(stream).beginCleansing() }

    /// Takes out of the full text what records said that have been erased since ``beginCleansing(_:)``.
    ///
    /// Until it says that it is done, no image of the stream may be written down.
    ///
    /// - Parameters:
    ///   - stream: which one.
    ///   - pages: about how many pages are gone through at most.
    /// - Returns: whether it is done.
    /// - Throws: ``IndexError/closedStream(_:)``, ``IndexError/database(code:step:)``.
    public func cleanse(_ stream: Stream, pages: Int) throws(IndexError) -> Bool {
        try opened(stream).cleanse(pages: pages)
    }

    func opened(_ stream: Stream) throws(IndexError) -> StreamIndex {
        guard let index = streams[stream] else { throw IndexError.closedStream(stream) }
        return index
    }
}
