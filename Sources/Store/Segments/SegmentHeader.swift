import Records

/// The first line of a segment.
///
/// ```
/// {"beatbook":"segment","format":1,"store":ID,"stream":"general","writer":ID,"keys":{STREAM:KEY…},"number":N,
///  "prev":HASH|null,"seen":{WRITER:[N,HASH]…},"compat":[],"incompat":[],"suite":0,"epoch":0,"salt":SALT,
///  "changes":N,"length":N,"hash":HASH[,"was":[WRITER,MS]][,further members],"sig":SIGNATURE}
/// ```
/// `sig` is last: Ed25519 over `beatbook segment 1`, LF and the stored line up to the comma before it. `length` and
/// `hash` cover the body lines with their ends. The segment's own hash is the SHA-256 of the whole header line. `seen`
/// names the other writers' newest segments, as far as the writer learned of them since its segment before.
struct SegmentHeader: Hashable, Sendable {
    static let format = 1
    static let domain = Array("beatbook segment 1\n".utf8)
    static let signatureOpening = Array(",\"sig\":\"".utf8)

    /// Counts and lengths that are believed before anything proves them: sums of them never overflow.
    static let sizes = 0..<1 << 48

    /// The newest segment of another writer.
    struct Seen: Hashable, Sendable {
        var writer: WriterID
        var number: Int
        var hash: Fingerprint
    }

    var format = Self.format
    var store: String
    var stream: Stream
    var writer: WriterID
    var keys: [Stream: [UInt8]]
    var number: Int
    var previous: Fingerprint?
    var seen: [Seen] = []
    var features = Features()
    var suite = 0
    var epoch = 0
    var salt: [UInt8]
    var changes: Int
    var length: Int
    var hash: Fingerprint
    /// Whom the writer goes on from.
    var former: FormerWriter?

    /// Writes and signs the line, without its end.
    func line(signedBy writer: Writer) throws(StoreError) -> [UInt8] {
        let keys = keys.sorted { $0.key < $1.key }.map {
            Value.Member($0.key.rawValue, .text(Base64URL.text($0.value)))
        }
        let seen = seen.sorted { $0.writer < $1.writer }.map {
            Value.Member($0.writer.rawValue, .list([.number($0.number), .text($0.hash.text)]))
        }
        let was: [Value.Member] = former.map { [.init("was", $0.value)] } ?? []
        var bytes = JSONWriter.bytes(
            of: .object(
                [
                    .init("beatbook", .text("segment")), .init("format", .number(format)),
                    .init("store", .text(store)), .init("stream", .text(stream.rawValue)),
                    .init("writer", .text(self.writer.rawValue)), .init("keys", .object(keys)),
                    .init("number", .number(number)), .init("prev", previous.map { .text($0.text) } ?? .null),
                    .init("seen", .object(seen)),
                ] + features.members + [
                    .init("suite", .number(suite)), .init("epoch", .number(epoch)),
                    .init("salt", .text(Base64URL.text(salt))), .init("changes", .number(changes)),
                    .init("length", .number(length)), .init("hash", .text(hash.text)),
                ] + was))
        bytes.removeLast()
        let signature = try writer.sign(Self.domain + bytes, in: stream)
        bytes += Self.signatureOpening
        Base64URL.append(signature, to: &bytes)
        bytes += Array("\"}".utf8)
        return bytes
    }

    /// Reads a line; `nil` when it is not a header that can be used.
    ///
    /// The signature is checked apart.
    init?(_ line: ArraySlice<UInt8>) {
        guard let value = try? JSONReader.value(of: line), value["beatbook"]?.text == "segment",
            let format = value["format"]?.number, let store = value["store"]?.text,
            let stream = value["stream"]?.text.flatMap(Stream.init(rawValue:)), let writer = value["writer"]?.text,
            let number = value["number"]?.number, number > 0, let suite = value["suite"]?.number,
            let epoch = value["epoch"]?.number,
            let salt = value["salt"]?.text.flatMap({ Base64URL.bytes($0, count: ChangeLines.saltLength) }),
            let changes = value["changes"]?.number, Self.sizes.contains(changes),
            let length = value["length"]?.number, Self.sizes.contains(length),
            let hash = value["hash"]?.text.flatMap({ Fingerprint($0) })
        else { return nil }
        self.format = format
        self.store = store
        self.stream = stream
        self.writer = WriterID(writer)
        keys = [:]
        for member in value["keys"]?.members ?? [] {
            guard let stream = Stream(rawValue: member.name) else { continue }
            keys[stream] = member.value.text.flatMap { Base64URL.bytes($0, count: 32) }
        }
        self.number = number
        if let text = value["prev"]?.text {
            guard let hash = Fingerprint(text) else { return nil }
            previous = hash
        }
        seen = (value["seen"]?.members ?? []).compactMap { member in
            guard let parts = member.value.list, parts.count == 2, let number = parts[0].number,
                let hash = parts[1].text.flatMap({ Fingerprint($0) })
            else { return nil }
            return Seen(writer: WriterID(member.name), number: number, hash: hash)
        }
        features = Features(value)
        self.suite = suite
        self.epoch = epoch
        self.salt = salt
        self.changes = changes
        self.length = length
        self.hash = hash
        former = FormerWriter(value["was"])
    }

    init(
        store: String, stream: Stream, writer: Writer, number: Int, previous: Fingerprint?, seen: [Seen],
        salt: [UInt8], changes: Int, body: [UInt8], epoch: Int? = nil
    ) {
        suite = epoch == nil ? 0 : 1
        self.epoch = epoch ?? 0
        self.store = store
        self.stream = stream
        self.writer = writer.id
        keys = writer.keys
        former = writer.former
        self.number = number
        self.previous = previous
        self.seen = seen
        self.salt = salt
        self.changes = changes
        length = body.count
        hash = Hashing.hash(body)
    }

    /// Whether the line is signed by the writer that it names.
    func isSigned(line: ArraySlice<UInt8>) -> Bool {
        let signatureLength = 86
        let tail = Self.signatureOpening.count + signatureLength + 2
        guard line.count > tail, Writer.id(of: keys) == writer, let key = keys[stream] else { return false }
        let split = line.endIndex - tail
        let opening = line[split..<split + Self.signatureOpening.count]
        let text = line[(split + Self.signatureOpening.count)..<(line.endIndex - 2)]
        guard opening.elementsEqual(Self.signatureOpening), line.suffix(2).elementsEqual("\"}".utf8),
            let signature = Base64URL.bytes(String(decoding: text, as: UTF8.self), count: 64)
        else { return false }
        return Writer.isGood(signature, of: Self.domain + line[..<split], by: key)
    }

    /// Whether this version may not read the segment.
    var isFromNewerVersion: Bool { format > Self.format || !features.strange.isEmpty || suite > 1 }
}
