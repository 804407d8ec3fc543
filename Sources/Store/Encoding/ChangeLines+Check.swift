import Records

extension ChangeLines {
    /// Takes the body of a log record apart; `nil` when it is not two lines that belong together.
    ///
    /// - Parameters:
    ///   - record: two lines, each with its end.
    ///   - stream: the stream of the log.
    init?(record: UnsafeBufferPointer<UInt8>, stream: Stream) {
        guard let end = record.firstIndex(of: 0x0A), record.last == 0x0A, end < record.count - 1 else { return nil }
        let body = UnsafeBufferPointer(rebasing: record[..<end])
        let payload = UnsafeBufferPointer(rebasing: record[(end + 1)..<(record.count - 1)])
        guard let id = Self.identity(body: body, payload: payload) else { return nil }
        var decoder = ChangeDecoder(stream: stream)
        guard let decoded = try? decoder.decode(body: body, payload: payload), decoded.unreadable == 0 else {
            return nil
        }
        self.init(body: Array(body), payload: Array(payload), id: id)
    }

    /// The identity of a body line, if the payload line carries its tag: damage to the body would have changed it.
    static func identity(body: UnsafeBufferPointer<UInt8>, payload: UnsafeBufferPointer<UInt8>) -> ChangeID? {
        guard let tag = tag(of: payload) else { return nil }
        let id = Hashing.hash(UnsafeRawBufferPointer(body)).changeID
        return id.text.utf8.prefix(tagLength).elementsEqual(tag) ? id : nil
    }

    /// The tag that a payload line carries.
    static func tag(of payload: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var scanner = LineScanner(payload)
        guard scanner.skip("["), let tag = try? scanner.plainText(), tag.count == tagLength else { return nil }
        return tag
    }
}
