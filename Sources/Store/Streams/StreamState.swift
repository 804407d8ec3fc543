import Records

/// What an open store knows about one stream: its segments by name, its log, and where the next change goes.
final class StreamState {
    let stream: Stream
    let folder: Folder
    let segmentBytes: Int
    /// Whether the store is sealed.
    let isSealed: Bool
    /// The stream's keys, while it is open in a sealed store.
    var keys: StreamKeys?
    /// The segments of each writer, in order of their names.
    ///
    /// Their heads are read only when needed.
    private(set) var catalog: [WriterID: [SegmentName]] = [:]
    /// Segments of which not everything could be read, and whether that is damage: no heads contain them, so that
    /// they are tried again until a key, a good copy or a newer version comes.
    var unread: [SegmentID: Bool] = [:]
    /// The log, when the store may be written.
    var log: ChangeLog?
    /// What the log held, when the store may only be read.
    var readOnlyLog: [ChangeLines] = []
    /// Whose log it is.
    var writer: WriterID
    /// Number and hash of the writer's newest segment.
    private(set) var newest: (number: Int, hash: Fingerprint?) = (0, nil)
    /// How many changes at the log's start are in segments already, since the log could not be reset.
    private var published = 0
    /// Where the next change will lie.
    private var next: (number: Int, index: Int, bytes: Int) = (1, 0, 0)
    /// Those among the unread segments of which changes were handed over without their values.
    var harmed: Set<SegmentID> = []
    /// A segment whose name may not be durable yet, since its directory could not be synced.
    var unsynced: String?
    /// Whose directory of segments is known to have a durable name.
    var durableDirectory: WriterID?
    /// Places in the log by identity.
    private var places: [ChangeID: Int] = [:]
    /// Hashes of other writers' newest segments.
    var knownHashes: [SegmentName: Fingerprint] = [:]
    /// What was erased, while the stream is open.
    var erasures = ErasureState()

    init(_ stream: Stream, folder: Folder, writer: WriterID, segmentBytes: Int, isSealed: Bool) {
        self.stream = stream
        self.isSealed = isSealed
        self.folder = folder
        self.writer = writer
        self.segmentBytes = segmentBytes
    }

    /// Finds the segments by their names alone: ten years of three laptops are 15,000 files.
    ///
    /// - Parameter removesUnfinished: whether to remove what interrupted writers left; only who holds the store may.
    /// - Returns: files that are no segments, relative to the store.
    /// - Throws: ``FileError``.
    func scan(removesUnfinished: Bool) throws(FileError) -> [String] {
        var strange: [String] = []
        catalog = [:]
        for directory in try folder.list(FileNames.segments) {
            let path = "\(FileNames.segments)/\(directory)"
            var names: [SegmentName] = []
            if removesUnfinished { try folder.removeUnfinished(in: path) }
            for file in try folder.list(path) where !file.hasSuffix(Folder.unfinished) {
                if let name = SegmentName(file) {
                    names.append(name)
                } else {
                    strange.append("\(stream.rawValue)/\(path)/\(file)")
                }
            }
            if !names.isEmpty { catalog[WriterID(directory)] = names.sorted() }
        }
        return strange
    }

    /// Whether its changes can be read.
    var isOpen: Bool { !isSealed || keys != nil }

    /// Lets go of everything that was read, and of the keys.
    func forget() {
        log?.close()
        log = nil
        readOnlyLog = []
        keys = nil
        erasures = ErasureState()
        unread = [:]
        harmed = []
        unsynced = nil
        newest = (0, nil)
        restart(published: 0)
    }

    /// What is needed to open a writer's segments; `nil` in a clear store.
    func seal(_ writer: WriterID) -> SegmentSeal? { isSealed ? SegmentSeal(writer: writer, keys: keys) : nil }

    /// The path of a segment within the stream's directory.
    static func path(_ writer: WriterID, _ name: SegmentName) -> String {
        "\(FileNames.segments)/\(writer.rawValue)/\(name.text)"
    }

    /// Adds a segment that was put in place, unless it was there.
    func add(_ name: SegmentName, of writer: WriterID) {
        var names = catalog[writer] ?? []
        if names.contains(name) { return }
        names.insert(name, at: names.firstIndex { name < $0 } ?? names.endIndex)
        catalog[writer] = names
    }

    /// Starts where the writer's newest segment ends.
    func setNewest(_ number: Int, _ hash: Fingerprint?) {
        newest = (number, hash)
        restart(published: 0)
    }

    /// Moves on by one segment while the log still holds its changes; ``restart(published:)`` must follow.
    func setNewestDuringRoll(_ number: Int, _ hash: Fingerprint) { newest = (number, hash) }

    /// The changes that have no segment yet.
    var pending: ArraySlice<ChangeLines> { (log?.pending ?? readOnlyLog)[published...] }

    /// Works out the places of what has no segment yet.
    ///
    /// - Parameter published: how many changes at the log's start are in segments.
    func restart(published: Int) {
        self.published = published
        next = (newest.number + 1, 0, 0)
        places = [:]
        for (place, lines) in pending.enumerated() {
            places[lines.id] = place
            _ = advance(lines)
        }
    }

    /// Notes that changes were added to the log, and says where they lie.
    func added(_ lines: [ChangeLines]) -> [ChangeLocation] {
        var place = pending.count - lines.count
        return lines.map { lines in
            places[lines.id] = place
            place += 1
            return advance(lines)
        }
    }

    /// The change with an identity, while it has no segment.
    func pendingChange(_ id: ChangeID) -> ChangeLines? {
        guard let place = places[id] else { return nil }
        let pending = pending
        return pending[pending.startIndex + place]
    }

    /// Where each change without a segment will lie.
    var pendingLocations: [ChangeLocation] {
        var result: [ChangeLocation] = []
        for (offset, range) in SegmentBuilder.split(Array(pending), size: segmentBytes).enumerated() {
            for index in range.indices {
                result.append(
                    ChangeLocation(
                        stream: stream, writer: writer, number: newest.number + 1 + offset,
                        index: index - range.lowerBound))
            }
        }
        return result
    }

    /// The same rule as ``SegmentBuilder/split(_:size:)``, one change at a time.
    private func advance(_ lines: ChangeLines) -> ChangeLocation {
        let location = ChangeLocation(stream: stream, writer: writer, number: next.number, index: next.index)
        next.index += 1
        next.bytes += lines.size
        if next.bytes >= segmentBytes { next = (next.number + 1, 0, 0) }
        return location
    }
}
