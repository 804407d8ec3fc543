import Records

/// The line between the body and the payload of a segment: `{"payload":1,"salt":SALT,"length":N,"hash":HASH}`.
///
/// Sealed, it stands before and after the payload, with `"epoch":N,"body":[N,SALT]` added: a flipped bit in a salt would
/// otherwise cost the whole segment. `body` repeats the epoch and salt of the segment's head.
///
/// `hash` is SHA-256(salt ‖ payload lines with their ends). The line is neither signed nor part of the segment's identity, so that values can be taken out for good.
struct PayloadHeader: Hashable, Sendable {
    static let opening = Array("{\"payload\":".utf8)

    var salt: [UInt8]
    var length: Int
    var hash: Fingerprint
    /// Where the payload's key comes from, sealed.
    var key: FileSalt?
    /// Where the body's key comes from, sealed.
    var body: FileSalt?

    init(salt: [UInt8], payload: [UInt8], epoch: Int? = nil, body: FileSalt? = nil) {
        self.salt = salt
        key = epoch.map { FileSalt(epoch: $0, salt: salt) }
        self.body = body
        length = payload.count
        hash = Self.hash(salt: salt, payload: payload[...])
    }

    /// The checksum: it covers the salt too.
    static func hash(salt: [UInt8], payload: ArraySlice<UInt8>) -> Fingerprint {
        var hashing = Hashing()
        hashing.add(salt)
        payload.withUnsafeBytes { hashing.add($0) }
        return hashing.finish()
    }

    /// The line, without its end.
    var line: [UInt8] {
        var members: [Value.Member] = [
            .init("payload", .number(1)), .init("salt", .text(Base64URL.text(salt))),
            .init("length", .number(length)), .init("hash", .text(hash.text)),
        ]
        if let key, let body {
            members.append(.init("epoch", .number(key.epoch)))
            members.append(.init("body", .list([.number(body.epoch), .text(Base64URL.text(body.salt))])))
        }
        return JSONWriter.bytes(of: .object(members))
    }

    /// Reads a line; `nil` when it is damaged.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.opening), let value = try? JSONReader.value(of: line),
            value["payload"]?.number == 1,
            let salt = value["salt"]?.text.flatMap({ Base64URL.bytes($0, count: ChangeLines.saltLength) }),
            let length = value["length"]?.number, SegmentHeader.sizes.contains(length),
            let hash = value["hash"]?.text.flatMap({ Fingerprint($0) })
        else { return nil }
        self.salt = salt
        self.length = length
        self.hash = hash
        key = value["epoch"]?.number.map { FileSalt(epoch: $0, salt: salt) }
        if let parts = value["body"]?.list, parts.count == 2, let epoch = parts[0].number,
            let salt = parts[1].text.flatMap({ Base64URL.bytes($0, count: ChangeLines.saltLength) })
        {
            body = FileSalt(epoch: epoch, salt: salt)
        }
    }
}
