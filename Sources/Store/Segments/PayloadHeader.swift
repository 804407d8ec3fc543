import Records

/// The line between the body and the payload of a segment: `{"payload":1,"salt":SALT,"length":N,"hash":HASH}`.
///
/// `hash` is SHA-256(salt ‖ payload lines with their ends). The line is neither signed nor part of the segment's identity, so that values can be taken out for good.
struct PayloadHeader: Hashable, Sendable {
    static let opening = Array("{\"payload\":".utf8)

    var salt: [UInt8]
    var length: Int
    var hash: Fingerprint

    init(salt: [UInt8], payload: [UInt8]) {
        self.salt = salt
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
        JSONWriter.bytes(
            of: .object([
                .init("payload", .number(1)), .init("salt", .text(Base64URL.text(salt))),
                .init("length", .number(length)), .init("hash", .text(hash.text)),
            ]))
    }

    /// Reads a line; `nil` when it is damaged.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.opening), let value = try? JSONReader.value(of: line),
            value["payload"]?.number == 1,
            let salt = value["salt"]?.text.flatMap({ Base64URL.bytes($0, count: ChangeLines.saltLength) }),
            let length = value["length"]?.number, let hash = value["hash"]?.text.flatMap({ Fingerprint($0) })
        else { return nil }
        self.salt = salt
        self.length = length
        self.hash = hash
    }
}
