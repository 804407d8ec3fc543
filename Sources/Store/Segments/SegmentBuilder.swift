import Records

/// Makes the bytes of a segment from changes.
struct SegmentBuilder {
    /// A finished segment.
    struct Segment {
        let name: SegmentName
        let hash: Fingerprint
        let bytes: [UInt8]
    }

    let store: String
    let stream: Stream
    let writer: Writer
    let random: any RandomSource
    /// The stream's keys, in a sealed store.
    var keys: StreamKeys?

    /// Builds one.
    func build(
        _ changes: ArraySlice<ChangeLines>, number: Int, previous: Fingerprint?, seen: [SegmentHeader.Seen]
    ) throws(StoreError) -> Segment {
        if let keys { return try build(changes, number: number, previous: previous, seen: seen, keys: keys) }
        var body: [UInt8] = []
        var payload: [UInt8] = []
        body.reserveCapacity(changes.reduce(0) { $0 + $1.body.count + 1 })
        payload.reserveCapacity(changes.reduce(0) { $0 + $1.payload.count + 1 })
        for change in changes {
            body += change.body
            body.append(0x0A)
            payload += change.payload
            payload.append(0x0A)
        }
        let header = SegmentHeader(
            store: store, stream: stream, writer: writer, number: number, previous: previous, seen: seen,
            salt: random.bytes(ChangeLines.saltLength), changes: changes.count, body: body)
        let line = try header.line(signedBy: writer)
        let hash = Hashing.hash(line)
        let payloadLine = PayloadHeader(salt: random.bytes(ChangeLines.saltLength), payload: payload).line
        return Segment(
            name: SegmentName(number: number, short: hash.short), hash: hash,
            bytes: line + [0x0A] + body + payloadLine + [0x0A] + payload)
    }

    /// Builds a sealed one: one chunk per line.
    private func build(
        _ changes: ArraySlice<ChangeLines>, number: Int, previous: Fingerprint?, seen: [SegmentHeader.Seen],
        keys: StreamKeys
    ) throws(StoreError) -> Segment {
        let bodySalt = FileSalt(epoch: keys.epoch, salt: random.bytes(ChangeLines.saltLength))
        let salt = FileSalt(epoch: keys.epoch, salt: random.bytes(ChangeLines.saltLength))
        let place = SealedChunks.Place(writer: writer.id, number: number)
        guard let body = SealedChunks.bytes(changes.map(\.body), .body, bodySalt, place, keys),
            let payload = SealedChunks.bytes(changes.map(\.payload), .payload, salt, place, keys)
        else { throw .unopened(stream) }
        let header = SegmentHeader(
            store: store, stream: stream, writer: writer, number: number, previous: previous, seen: seen,
            salt: bodySalt.salt, changes: changes.count, body: body, epoch: keys.epoch)
        let line = try header.line(signedBy: writer)
        let hash = Hashing.hash(line)
        let payloadLine =
            PayloadHeader(salt: salt.salt, payload: payload, epoch: salt.epoch, body: bodySalt).line + [0x0A]
        return Segment(
            name: SegmentName(number: number, short: hash.short), hash: hash,
            bytes: line + [0x0A] + body + payloadLine + payload + payloadLine)
    }

    /// How changes fall into segments: one is closed once it has reached the size.
    ///
    /// It depends on nothing but the changes in order, so that a change's place is known when it is saved.
    static func split(_ changes: [ChangeLines], size: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for (place, change) in changes.enumerated() {
            bytes += change.size
            if bytes >= size {
                result.append(start..<place + 1)
                start = place + 1
                bytes = 0
            }
        }
        if start < changes.count { result.append(start..<changes.count) }
        return result
    }
}
