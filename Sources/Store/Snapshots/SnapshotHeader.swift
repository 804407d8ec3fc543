import Records

/// The start of a saved index: magic, length of the header's text, the text, and a tag for each chunk of the image.
///
/// ```
/// 0        8  "beatsnp1"
/// 8        4  length of the text, little-endian
/// 12          the text: {"beatbook":"snapshot","format":1,…,"check":HASH}, LF
/// then        one 16-byte tag for each chunk
/// offset      the image, at the next multiple of 4096; clear as it is, sealed as ciphertext
/// ```
/// Tags are AES-256-GCM's with the chunk as associated data and its number as nonce: ten times as fast as SHA-256, which
/// 150 MB would keep the first frame waiting for. In a clear store the key stands in the text, since the tags guard
/// against accidents only. The text names the hash of the tags. Sealed, the chunks are ciphertext and the tags theirs.
struct SnapshotHeader: Hashable, Sendable {
    static let magic = Array("beatsnp1".utf8)
    static let alignment = 4096
    static let tagSize = 16
    /// Large enough to cost nothing, small enough that a copy of one comes from memory that is at hand: for larger ones the
    /// C library asks the system for new pages every time (mallopt(3), M_MMAP_THRESHOLD, 128 KiB).
    static let chunkSize = 64 * 1024

    var store: String
    var schema: String
    var heads: Heads
    var suite = 0
    var epoch = 0
    /// The key of the tags in a clear store; the salt of the key in a sealed one.
    var key: [UInt8]
    var length: Int
    var chunk = Self.chunkSize
    var tags: [UInt8]

    /// Lengths that are believed: sums of them never overflow.
    private static let lengths = 0..<1 << 48

    /// How many chunks an image has.
    static func chunks(_ length: Int, size: Int) -> Int { (length + size - 1) / size }

    /// The bytes before the image, and so where the image begins.
    var bytes: [UInt8] {
        let text = CheckedObject.bytes(
            kind: "snapshot",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("schema", .text(schema)),
                .init("heads", heads.value), .init("suite", .number(suite)), .init("epoch", .number(epoch)),
                .init("key", .text(Base64URL.text(key))), .init("length", .number(length)),
                .init("chunk", .number(chunk)), .init("tags", .text(Hashing.hash(tags).text)),
            ])
        var bytes = Self.magic
        withUnsafeBytes(of: UInt32(text.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes += text + tags
        return bytes + [UInt8](repeating: 0, count: -bytes.count & (Self.alignment - 1))
    }

    init(store: String, schema: String, heads: Heads, key: [UInt8], length: Int, tags: [UInt8]) {
        self.store = store
        self.schema = schema
        self.heads = heads
        self.key = key
        self.length = length
        self.tags = tags
    }

    /// Reads a header; `nil` when it is damaged, or of a kind this version does not know.
    ///
    /// - Parameter read: reads so many bytes at an offset; fewer at the end of the file.
    /// - Throws: ``FileError``.
    init?(reading read: (Int, Int) throws(FileError) -> [UInt8]) throws(FileError) {
        let start = try read(0, 12)
        guard start.count == 12, start.starts(with: Self.magic) else { return nil }
        let count = start[8...].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard count < 1 << 26, let value = CheckedObject.read(try read(12, count), kind: "snapshot"),
            value["format"]?.number == 1, let suite = value["suite"]?.number, suite == 0 || suite == 1,
            let epoch = value["epoch"]?.number, let store = value["store"]?.text,
            let schema = value["schema"]?.text, let heads = value["heads"].flatMap(Heads.init),
            let key = value["key"]?.text.flatMap({ Base64URL.bytes($0, count: 32) }),
            let length = value["length"]?.number, Self.lengths.contains(length), let chunk = value["chunk"]?.number,
            chunk > 0, Self.lengths.contains(chunk),
            let hash = value["tags"]?.text.flatMap({ Fingerprint($0) })
        else { return nil }
        let size = Self.chunks(length, size: chunk) * Self.tagSize
        guard size < 1 << 30 else { return nil }
        let tags = try read(12 + count, size)
        guard tags.count == size, Hashing.hash(tags) == hash else { return nil }
        self.init(store: store, schema: schema, heads: heads, key: key, length: length, tags: tags)
        self.chunk = chunk
        self.suite = suite
        self.epoch = epoch
    }

    /// Whether the image that follows fills the rest of the file.
    func isInPlace(fileSize: Int) -> Bool { bytes.count + length == fileSize }

    /// What a sealed chunk is authenticated with besides itself: everything the text says but the tags.
    var context: [String] {
        [schema, JSONWriter.text(of: heads.value), Base64URL.text(key), String(length), String(chunk)]
    }
}
