import Records

/// What a write-ahead log is: the first two blocks of the file, both the same.
struct LogHeader: Hashable, Sendable {
    /// The size of one copy; the second stands in another sector.
    static let blockSize = 4096
    /// Where the records begin.
    static let size = 2 * blockSize
    private static let magic = Array("beatwal1".utf8)

    var store: String
    var stream: Stream
    var writer: WriterID
    /// The number of the segment that the first record will be in.
    var number: Int
    /// The sequence number of the first record.
    var first: Int
    /// How many records the file was written with, together with this head.
    ///
    /// A disk that says it has written what it has not may leave zeros where they stood, behind a head that is as it should be; then
    /// nothing but this number says that they are gone. Earlier versions did not write it: 0.
    var count = 0
    /// 0 is clear; others are ciphers.
    var suite = 0
    /// The epoch of the key; 0 in clear.
    var epoch = 0
    /// Fresh for every file: ties the records to it, and is where its key is derived from.
    var salt: [UInt8]
    var features = Features()

    /// One block.
    var block: [UInt8] {
        let text = CheckedObject.bytes(
            kind: "log",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("stream", .text(stream.rawValue)),
                .init("writer", .text(writer.rawValue)), .init("number", .number(number)),
                .init("first", .number(first)), .init("count", .number(count)), .init("suite", .number(suite)),
                .init("epoch", .number(epoch)),
                .init("salt", .text(Base64URL.text(salt))),
            ] + features.members)
        let bytes = Self.magic + text
        return bytes + [UInt8](repeating: 0, count: Self.blockSize - bytes.count)
    }

    /// What a sealed record is authenticated with besides itself.
    var context: [String] { [writer.rawValue, Base64URL.text(salt)] }

    /// The start of a file: both copies.
    var bytes: [UInt8] { block + block }

    init(store: String, stream: Stream, writer: WriterID, number: Int, first: Int, salt: [UInt8]) {
        self.store = store
        self.stream = stream
        self.writer = writer
        self.number = number
        self.first = first
        self.salt = salt
    }

    /// Reads one block; `nil` when it is damaged.
    init?(_ block: ArraySlice<UInt8>) {
        guard block.count == Self.blockSize, block.starts(with: Self.magic),
            let end = block.firstIndex(of: UInt8(ascii: "\n")), block[(end + 1)...].allSatisfy({ $0 == 0 }),
            let value = CheckedObject.read(Array(block[(block.startIndex + Self.magic.count)...end]), kind: "log"),
            let store = value["store"]?.text, let stream = value["stream"]?.text.flatMap(Stream.init(rawValue:)),
            let writer = value["writer"]?.text, let number = value["number"]?.number,
            let first = value["first"]?.number, let suite = value["suite"]?.number,
            let epoch = value["epoch"]?.number, let text = value["salt"]?.text,
            let salt = Base64URL.bytes(text, count: ChangeLines.saltLength), SegmentHeader.sizes.contains(number),
            SegmentHeader.sizes.contains(first), number > 0, first > 0,
            let count = (value["count"] ?? .number(0)).number, SegmentHeader.sizes.contains(count)
        else { return nil }
        self.init(
            store: store, stream: stream, writer: WriterID(writer), number: number, first: first, salt: salt)
        self.count = count
        self.suite = suite
        self.epoch = epoch
        features = Features(value)
    }
}
