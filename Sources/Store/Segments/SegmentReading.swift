import Records

/// What can be read from the bytes of a segment, however damaged they are.
struct SegmentReading: Sendable {
    /// The changes, in order, with their place in the segment.
    private(set) var changes: [(stored: StoredChange, index: Int)] = []
    /// What is wrong.
    private(set) var findings: [Finding.Kind] = []
    /// The segment's head; `nil` when it is damaged.
    private(set) var header: SegmentHeader?
    /// The hash of the head as it stands.
    private(set) var hash: Fingerprint?
    /// How many records' values were erased on record.
    private(set) var erased = 0

    /// How many bytes the file has.
    var size: Int { bytes.count }

    /// The lines of a file; the last may lack its end.
    private var lines = LineTable()
    private let bytes: [UInt8]
    private let stream: Stream

    /// Reads a segment.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - stream: the stream it lies in.
    ///   - store: the store it must belong to.
    ///   - name: its file name, which a copy of its hash is part of.
    ///   - isChecking: whether the signature is checked too, which rebuilding an index can do without: the private
    ///     segments were verified when they came in, and the hashes still find every accident.
    ///   - seal: what is needed to open it, in a sealed store.
    init(
        _ bytes: [UInt8], stream: Stream, store: String, name: SegmentName, isChecking: Bool, seal: SegmentSeal? = nil
    ) {
        self.bytes = bytes
        self.stream = stream
        lines = LineTable(bytes)
        guard let first = lines.first else {
            findings.append(.damagedHeader)
            return
        }
        let line = bytes[first]
        hash = Hashing.hash(Array(line))
        header = SegmentHeader(line)
        if let header, header.isFromNewerVersion, hash?.short == name.short {
            findings.append(.parked)
            return
        }
        if let seal {
            readSealed(seal, store: store, name: name, isChecking: isChecking)
            return
        }
        let isNamed = hash?.short == name.short && header?.number == name.number
        if let header, header.store == store, header.stream == stream, header.suite == 0,
            let body = wholeBody(header)
        {
            if !isNamed || isChecking && !header.isSigned(line: line) { findings.append(.damagedHeader) }
            readWhole(body: body, header: header, isChecking: isChecking)
        } else {
            if !isNamed || header == nil { findings.append(.damagedHeader) }
            salvage()
        }
    }

    /// Reads a sealed segment: every chunk proves itself, so damage costs only the chunk it hit.
    private mutating func readSealed(_ seal: SegmentSeal, store: String, name: SegmentName, isChecking: Bool) {
        let isNamed = hash?.short == name.short && header?.number == name.number
        let good = header.flatMap { $0.store == store && $0.stream == stream && $0.suite == 1 ? $0 : nil }
        let body = good.flatMap { header in
            isChecking || seal.keys == nil ? wholeBody(header) : lines.count > header.changes ? 0..<0 : nil
        }
        if !isNamed || body == nil || isChecking && good?.isSigned(line: bytes[lines[0]]) != true {
            findings.append(.damagedHeader)
        }
        guard let keys = seal.keys else { return }
        let opened = bytes.withUnsafeBufferPointer { all in
            SealedSegment(
                all, lines: lines, header: good, place: .init(writer: seal.writer, number: name.number), keys: keys)
        }
        if opened.isKeyMissing {
            findings.append(.missingKey)
            return
        }
        var decoder = ChangeDecoder(stream: stream)
        var lost = 0
        var harmed = 0
        for place in 0..<opened.count {
            guard let line = opened.bodies[place] else {
                lost += 1
                continue
            }
            let payload = opened.payloads[place]
            let result = line.withUnsafeBytes { body in
                payload?.withUnsafeBytes { try? decoder.decode(body: body, payload: $0) }
                    ?? (try? decoder.decode(body: body, payload: nil))
            }
            guard let result else {
                lost += 1
                continue
            }
            if result.unreadable > 0 { harmed += 1 }
            erased += result.erased
            changes.append((result.stored, place))
        }
        if lost > 0 { findings.append(.damagedChanges(lost)) }
        if harmed > 0 { findings.append(.damagedValues(harmed)) }
        if opened.isDamaged || isChecking && !isPayloadWhole, findings.isEmpty { findings.append(.damagedHeader) }
    }

    /// Whether the payload area is exactly what both its heads say.
    private var isPayloadWhole: Bool {
        guard let header, lines.count == 2 * header.changes + 3, bytes.last == 0x0A,
            bytes[lines[header.changes + 1]] == bytes[lines[2 * header.changes + 2]],
            let head = PayloadHeader(bytes[lines[header.changes + 1]])
        else { return false }
        let start = lines[header.changes + 1].upperBound + 1
        let end = lines[2 * header.changes + 2].lowerBound
        return end - start == head.length
            && PayloadHeader.hash(salt: head.salt, payload: bytes[start..<end]) == head.hash
    }

    /// The body, if it is exactly what the header says.
    private func wholeBody(_ header: SegmentHeader) -> Range<Int>? {
        let start = lines[0].upperBound + 1
        guard start + header.length <= bytes.count, lines.count > header.changes else { return nil }
        let range = start..<start + header.length
        guard bytes.withUnsafeBytes({ Hashing.hash(UnsafeRawBufferPointer(rebasing: $0[range])) }) == header.hash else {
            return nil
        }
        let end = header.changes == 0 ? start : lines[header.changes].upperBound + 1
        return end == range.upperBound ? range : nil
    }

    /// The body is proven, so every change counts; only values may be missing.
    private mutating func readWhole(body: Range<Int>, header: SegmentHeader, isChecking: Bool) {
        let payload = header.changes + 1
        var isPayloadWhole = false
        if lines.indices.contains(payload), let head = PayloadHeader(bytes[lines[payload]]) {
            let start = lines[payload].upperBound + 1
            // Values are proven one by one by their commitments; the checksum only says so sooner.
            isPayloadWhole =
                start + head.length == bytes.count && lines.count == 2 * payload
                && (!isChecking || PayloadHeader.hash(salt: head.salt, payload: bytes[start...]) == head.hash)
        }
        let damaged = read(1..<header.changes + 1, payloads: isPayloadWhole ? nil : payloadsByTag())
        if damaged.lines > 0 { findings.append(.damagedChanges(damaged.lines)) }
        if damaged.values > 0 {
            findings.append(.damagedValues(damaged.values))
        } else if !isPayloadWhole {
            findings.append(.damagedHeader)
        }
    }

    /// The body is not what the header says, so only lines that the payload vouches for count.
    private mutating func salvage() {
        lines = lines.mended(bytes)
        let payloads = payloadsByTag()
        let end = lines.firstIndex { bytes[$0].starts(with: PayloadHeader.opening) } ?? lines.count
        let body = 1..<max(1, min(end, lines.count))
        let good = body.filter { place in
            let id = bytes.withUnsafeBytes { Hashing.hash(UnsafeRawBufferPointer(rebasing: $0[lines[place]])) }.changeID
            return payloads[Array(id.text.utf8.prefix(ChangeLines.tagLength))] != nil
        }
        let damaged = read(good, payloads: payloads)
        let expected = max(header?.changes ?? body.count, payloads.count)
        let lost = expected - changes.count
        if lost > 0 { findings.append(.damagedChanges(lost)) }
        if damaged.values > 0 { findings.append(.damagedValues(damaged.values)) }
        if lost <= 0, damaged.values == 0, !findings.contains(.damagedHeader) { findings.append(.damagedHeader) }
    }

    /// Decodes lines.
    ///
    /// - Parameters:
    ///   - places: which lines.
    ///   - payloads: payload lines by tag; `nil` when they are whole and stand in the order of the body.
    /// - Returns: how many lines are no changes, and how many changes have damaged values.
    private mutating func read(
        _ places: some Sequence<Int>, payloads: [[UInt8]: Range<Int>]?
    ) -> (lines: Int, values: Int) {
        var decoder = ChangeDecoder(stream: stream)
        var broken = 0
        var values = 0
        let shift = (header?.changes ?? 0) + 1
        bytes.withUnsafeBufferPointer { all in
            for place in places {
                let body = UnsafeBufferPointer(rebasing: all[lines[place]])
                var payload: UnsafeBufferPointer<UInt8>?
                if let payloads {
                    let id = Hashing.hash(UnsafeRawBufferPointer(body)).changeID
                    payload = payloads[Array(id.text.utf8.prefix(ChangeLines.tagLength))].map {
                        UnsafeBufferPointer(rebasing: all[$0])
                    }
                } else if lines.indices.contains(place + shift) {
                    payload = UnsafeBufferPointer(rebasing: all[lines[place + shift]])
                }
                guard let result = try? decoder.decode(body: body, payload: payload) else {
                    broken += 1
                    continue
                }
                if result.unreadable > 0 { values += 1 }
                erased += result.erased
                changes.append((result.stored, place - 1))
            }
        }
        return (broken, values)
    }

    /// The payload lines by their tags, wherever they stand.
    private func payloadsByTag() -> [[UInt8]: Range<Int>] {
        var result: [[UInt8]: Range<Int>] = [:]
        let lines = lines.mended(bytes)
        bytes.withUnsafeBufferPointer { all in
            for line in lines {
                guard let tag = ChangeLines.tag(of: UnsafeBufferPointer(rebasing: all[line])) else { continue }
                result[Array(tag)] = result[Array(tag)] ?? line
            }
        }
        return result
    }
}
