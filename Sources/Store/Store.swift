public import Records

/// The JSON files of one laptop: log, segments, saved index and drafts.
///
/// Opened by one process for writing.
///
/// It is not `Sendable`: one thread uses it at a time. The format is described in `Store.docc/Format.md`.
public final class Store {
    /// What opening brought to light.
    public internal(set) var report: OpenReport
    /// Whether its files can be read by eye.
    public var mode: StoreMode { description.mode }
    /// Whether it holds invented data for practice.
    public var isDemo: Bool { description.isDemo }
    /// The store's random identity, the same on every laptop that shares it.
    public var identity: String { description.store }
    /// Under whose name this laptop writes now; the last one known when it may only read.
    public var writer: WriterID { identityInUse?.id ?? lastWriter }
    /// How many incarnations this laptop has had.
    public var incarnation: Int { identityInUse?.incarnation ?? 0 }
    /// Why rolling did not work lately, although saving did; `nil` when it did.
    public internal(set) var rollFailure: StoreError?

    /// Why erasing did not work lately, although nothing else is wrong; `nil` when it did.
    public internal(set) var erasureFailure: StoreError?

    let folder: Folder
    let environment: StoreEnvironment
    var description: StoreDescription
    var identityInUse: Writer?
    var lastWriter = WriterID("")
    /// The keys, while a sealed store is unlocked.
    var keyring: Keyring?
    /// What this process knows of tries at unlocking that were wrong.
    var lastTries = WrongTries(count: 0, milliseconds: 0)
    var streams: [Stream: StreamState] = [:]
    var hold: StoreLock?
    var cache: (writer: WriterID, name: SegmentName, stream: Stream, reading: SegmentReading)?
    /// Directories of drafts that are known to have a durable name.
    var durableDirectories: Set<String> = []
    /// Segments that came before their key did and are to be read now that it is here.
    var reopened: [SegmentID] = []
    /// Where changes are that were looked for without knowing where; built when first needed.
    var index: [ChangeID: ChangeLocation]?

    init(folder: Folder, environment: StoreEnvironment, description: StoreDescription) {
        self.folder = folder
        self.environment = environment
        self.description = description
        report = OpenReport()
    }

    deinit { close() }

    /// Why nothing can be written at the moment; `nil` while saving works.
    public var readOnly: ReadOnlyReason? { report.readOnly ?? (isLocked ? .locked : nil) }

    /// Whether it is sealed and nobody has unlocked it.
    public var isLocked: Bool { mode == .sealed && keyring == nil }

    /// The streams whose changes can be read.
    public var openStreams: Set<Stream> {
        isLocked ? [] : Set(streams.values.filter(\.isOpen).map(\.stream))
    }

    /// Makes an empty clear store and opens it; ``createSealed(at:environment:demo:officer:name:passphrase:)`` makes
    /// a sealed one.
    ///
    /// - Parameters:
    ///   - path: the directory; it is made if it is not there, and must hold no store.
    ///   - environment: everything taken from outside.
    ///   - mode: ``StoreMode/clear``; such stores are limited by RIGHTS.md rule 10. A sealed store needs a passphrase.
    ///   - demo: whether it will hold invented data for practice.
    /// - Returns: the open store.
    /// - Throws: ``StoreError``.
    public static func create(
        at path: String, environment: StoreEnvironment, mode: StoreMode, demo: Bool = false
    ) throws(StoreError) -> Store {
        guard mode == .clear else { throw .unsupportedMode(mode) }
        return try create(at: path, environment: environment, mode: mode, demo: demo) { (_, _) throws(FileError) in }
    }

    /// Makes an empty store and opens it.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - environment: everything taken from outside.
    ///   - mode: whether its files can be read by eye.
    ///   - demo: whether it will hold invented data for practice.
    ///   - prepare: puts in place what a store of this identity must have from the start.
    /// - Returns: the open store.
    /// - Throws: ``StoreError``.
    static func create(
        at path: String, environment: StoreEnvironment, mode: StoreMode, demo: Bool,
        _ prepare: (Folder, String) throws(FileError) -> Void
    ) throws(StoreError) -> Store {
        try make(at: path, environment: environment) { (folder) throws(FileError) in
            let identity = RandomText.base32(count: 26, using: environment.random)
            let description = StoreDescription(
                store: identity, mode: mode, isDemo: demo, created: environment.clock.now)
            try prepare(folder, identity)
            return description.bytes
        }
    }

    /// Makes the private folder of a store and opens it.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - environment: everything taken from outside.
    ///   - prepare: puts in place what the store must have from the start, and gives its description.
    /// - Returns: the open store.
    /// - Throws: ``StoreError``.
    static func make(
        at path: String, environment: StoreEnvironment, _ prepare: (Folder) throws(FileError) -> [UInt8]
    ) throws(StoreError) -> Store {
        let folder = Folder(files: environment.files, root: path)
        do throws(FileError) {
            try folder.makeDirectory("")
            try folder.syncOwnName()
            for name in [FileNames.store, FileNames.storeCopy] where try folder.status(name) != nil {
                throw FileError(.open, name, code: 0, reason: .exists)
            }
            // A notebook that lost its description is no place for a new one.
            for stream in Stream.allCases where try folder.status(stream.rawValue) != nil {
                throw FileError(.open, FileNames.store, code: 0, reason: .missing)
            }
            // Without either, keys are what a setting up left that did not get to its end.
            for name in try folder.list(FileNames.keys) { try folder.remove("\(FileNames.keys)/\(name)") }
            let description = try prepare(folder)
            // The copy comes first: a store exists from the moment its description does.
            try folder.publish(description, as: FileNames.storeCopy)
            try folder.publish(description, as: FileNames.store)
        } catch {
            if error.operation == .open, error.reason == .exists { throw .exists }
            if error.operation == .open, error.reason == .missing { throw .damaged(FileNames.store) }
            throw .file(error)
        }
        return try open(at: path, environment: environment)
    }

    /// Opens a store.
    ///
    /// Whatever state a crash, a full disk or damage left it in, this needs no help, loses nothing that
    /// can be read, and done twice gives the same as done once.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - environment: everything taken from outside.
    /// - Returns: the open store; its ``report`` says what was found. A sealed one is locked. When another process holds it, or writing is not
    ///   possible, it is read-only.
    /// - Throws: ``StoreError/missing``, ``StoreError/damaged(_:)`` when both copies of its description are gone,
    ///   ``StoreError/file(_:)``.
    public static func open(at path: String, environment: StoreEnvironment) throws(StoreError) -> Store {
        try Opening(folder: Folder(files: environment.files, root: path), environment: environment).run()
    }

    /// Whether a directory holds a store.
    ///
    /// - Parameters:
    ///   - path: the directory.
    ///   - environment: everything taken from outside.
    /// - Returns: whether it does.
    /// - Throws: ``StoreError/file(_:)``.
    public static func exists(at path: String, environment: StoreEnvironment) throws(StoreError) -> Bool {
        let folder = Folder(files: environment.files, root: path)
        do throws(FileError) {
            for name in [FileNames.store, FileNames.storeCopy] where try folder.status(name) != nil { return true }
            return false
        } catch {
            throw .file(error)
        }
    }

    /// Lets go of the files.
    ///
    /// Nothing is lost without it: what was acknowledged is durable. ``roll(_:)`` is not part of it.
    public func close() {
        lock()
        for state in streams.values { state.log?.close() }
        if let hold { folder.files.close(hold.file) }
        hold = nil
        report.readOnly = report.readOnly ?? .closed
    }

    /// The state of a stream.
    func state(_ stream: Stream) throws(StoreError) -> StreamState {
        guard let state = streams[stream] else { throw .readOnly(.closed) }
        if isLocked { throw .readOnly(report.readOnly == .closed ? .closed : .locked) }
        guard state.isOpen else { throw .unopened(stream) }
        return state
    }

    /// The state of a stream that may be written.
    func writable(_ stream: Stream) throws(StoreError) -> (StreamState, ChangeLog, Writer) {
        if let reason = readOnly { throw .readOnly(reason) }
        let state = try state(stream)
        guard let log = state.log, let writer = identityInUse else { throw .readOnly(.closed) }
        return (state, log, writer)
    }
}

extension RandomText {
    /// Draws from a random source.
    static func base32(count: Int, using random: any RandomSource) -> String {
        var generator = RandomSourceGenerator(source: random)
        return base32(count: count, using: &generator)
    }
}

/// A generator that draws from a random source.
struct RandomSourceGenerator: RandomNumberGenerator {
    let source: any RandomSource

    mutating func next() -> UInt64 { source.next() }
}
