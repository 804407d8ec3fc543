import Records

/// `writer.json`: this laptop's incarnation, and what proves that the file has not been copied.
///
/// It records the number and the birth time that the disk gave to this very file. A copy, a clone of the directory or a
/// restored backup has others, or another machine. In a sealed store each stream's private key is sealed under that
/// stream's key, so that whoever cannot open the restricted stream cannot sign in it either.
struct WriterFile: Sendable {
    let id: WriterID
    let incarnation: Int
    let store: String
    let machine: String
    let inode: String
    let birth: Int
    /// Whom the writer goes on from.
    let former: FormerWriter?
    /// The public keys.
    let keys: [Stream: [UInt8]]
    /// The private keys of a clear store.
    private let secrets: [Stream: [UInt8]]
    /// The private keys of a sealed store.
    let boxes: [Stream: SealedText]

    /// Writes a new file of a clear store.
    static func write(_ writer: Writer, store: String, to folder: Folder, machine: String) throws(FileError) {
        try write(
            writer, secrets: members(writer.secrets), suite: 0, store: store, to: folder, machine: machine)
    }

    /// Seals a writer's private keys.
    ///
    /// - Parameters:
    ///   - writer: the writer.
    ///   - keyring: the keys of the streams that are open.
    ///   - kept: the sealed private keys of the other streams.
    ///   - environment: random numbers.
    /// - Returns: the sealed private keys.
    static func seal(
        _ writer: Writer, keyring: Keyring, kept: [Stream: SealedText], environment: StoreEnvironment
    ) -> [Stream: SealedText] {
        var boxes = kept.filter { writer.keys[$0.key] != nil && writer.secrets[$0.key] == nil }
        for (stream, secret) in writer.secrets.sorted(by: { $0.key < $1.key }) {
            boxes[stream] = keyring.seal(
                secret, in: stream, part: .writer, context: [writer.id.rawValue], environment: environment)
        }
        return boxes
    }

    /// Writes a new file of a sealed store.
    ///
    /// - Parameters:
    ///   - writer: the writer.
    ///   - boxes: its sealed private keys.
    ///   - store: the store.
    ///   - machine: the machine's hash.
    /// - Throws: ``FileError``.
    static func write(
        _ writer: Writer, boxes: [Stream: SealedText], to store: Store, machine: String
    ) throws(FileError) {
        try write(
            writer, secrets: .object(boxes.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, $0.value.value) }),
            suite: 1, store: store.identity, to: store.folder, machine: machine)
    }

    private static func write(
        _ writer: Writer, secrets: Value, suite: Int, store: String, to folder: Folder, machine: String
    ) throws(FileError) {
        let temporary = FileNames.writer + Folder.unfinished
        try folder.remove(temporary)
        let file = try folder.open(temporary, .create)
        defer { folder.files.close(file) }
        guard let status = try folder.status(temporary) else {
            throw FileError(.status, temporary, code: 0, reason: .missing)
        }
        let was: [Value.Member] = writer.former.map { [.init("was", $0.value)] } ?? []
        let bytes = CheckedObject.bytes(
            kind: "writer",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("writer", .text(writer.id.rawValue)),
                .init("incarnation", .number(writer.incarnation)), .init("suite", .number(suite)),
                .init("keys", members(writer.keys)), .init("secrets", secrets),
            ] + was + [
                .init("machine", .text(machine)),
                // As text: JSON numbers end at 2^63.
                .init("inode", .text(String(status.inode))), .init("birth", .number(status.birth)),
            ])
        try folder.write(bytes, to: file, at: 0, name: temporary)
        try folder.call(temporary) { () throws(FileError) in try folder.files.sync(file) }
        try folder.replace(FileNames.writer, with: temporary)
    }

    private static func members(_ keys: [Stream: [UInt8]]) -> Value {
        .object(keys.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .text(Base64URL.text($0.value))) })
    }

    /// Reads the file; `nil` when it is damaged.
    init?(_ bytes: [UInt8]) {
        guard let value = CheckedObject.read(bytes, kind: "writer"), value["format"]?.number == 1,
            let suite = value["suite"]?.number, let store = value["store"]?.text,
            let incarnation = value["incarnation"]?.number, let keys = Self.keys(value["keys"]),
            let members = value["secrets"]?.members, let machine = value["machine"]?.text,
            let inode = value["inode"]?.text, let birth = value["birth"]?.number,
            Writer.id(of: keys).rawValue == value["writer"]?.text
        else { return nil }
        switch suite {
        case 0:
            guard let secrets = Self.keys(value["secrets"]), secrets.count == Stream.allCases.count else { return nil }
            self.secrets = secrets
            boxes = [:]
        case 1:
            secrets = [:]
            var boxes: [Stream: SealedText] = [:]
            for member in members {
                guard let stream = Stream(rawValue: member.name), let box = SealedText(member.value) else { return nil }
                boxes[stream] = box
            }
            self.boxes = boxes
        default: return nil
        }
        id = Writer.id(of: keys)
        self.keys = keys
        self.store = store
        self.incarnation = incarnation
        self.machine = machine
        self.inode = inode
        self.birth = birth
        former = FormerWriter(value["was"])
    }

    private static func keys(_ value: Value?) -> [Stream: [UInt8]]? {
        guard let members = value?.members else { return nil }
        var keys: [Stream: [UInt8]] = [:]
        for member in members {
            guard let stream = Stream(rawValue: member.name),
                let key = member.value.text.flatMap({ Base64URL.bytes($0, count: 32) })
            else { return nil }
            keys[stream] = key
        }
        return keys
    }

    /// The writer, with the private keys that can be opened.
    ///
    /// - Parameter keyring: the keys; `nil` in a clear store.
    /// - Returns: `nil` when a private key is not the one the file is about, or a stream is open that the writer has no
    ///   key for.
    func writer(_ keyring: Keyring?) -> Writer? {
        guard let keyring else {
            return try? Writer(secrets: secrets, keys: keys, incarnation: incarnation, former: former)
        }
        var opened: [Stream: [UInt8]] = [:]
        for stream in keyring.streams.keys {
            guard let box = boxes[stream],
                let secret = keyring.open(box, in: stream, part: .writer, context: [id.rawValue])
            else { return nil }
            opened[stream] = secret
        }
        return try? Writer(secrets: opened, keys: keys, incarnation: incarnation, former: former)
    }

    /// Whether a private key is sealed under a key that is not the newest.
    func isOutdated(_ keyring: Keyring) -> Bool {
        boxes.contains { stream, box in keyring.streams[stream].map { $0.epoch != box.epoch } ?? false }
    }

    /// Whether this is the file that was written, on the machine that wrote it.
    func isOriginal(_ status: FileStatus, machine: String, store: String) -> Bool {
        self.machine == machine && inode == String(status.inode) && birth == status.birth && self.store == store
    }

    /// How a machine is named in the file: nobody should learn it from a lost stick.
    static func machineHash(_ machine: String, store: String) -> String {
        Hashing.hash(Array("beatbook machine 1\n\(store)\n\(machine)".utf8)).text
    }
}
