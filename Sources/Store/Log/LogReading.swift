import Records

/// What can be read from the bytes of a write-ahead log, however damaged they are.
struct LogReading {
    /// The log's description; `nil` when both copies are damaged.
    private(set) var header: LogHeader?
    /// Whether a copy of the description, or the frame of a record, had to be repaired.
    private(set) var isRepaired = false
    /// The changes, in order.
    private(set) var lines: [ChangeLines] = []
    /// The sequence number after the last record.
    private(set) var nextSequence = 1
    /// Damaged bytes with good records after them.
    private(set) var gaps: [Range<Int>] = []
    /// How many records the gaps held, and how many are not there of those that the log began with.
    private(set) var missing = 0
    /// Bytes after the last good record; empty after an ordinary end.
    private(set) var tail: Range<Int> = 0..<0

    private let bytes: [UInt8]
    private let keys: StreamKeys?
    private var cipher: FileCipher?
    /// How many bytes were gone through for records that turned out to be none.
    private(set) var tried = 0
    /// How many times its own size a log may cost that way.
    private static let mostTried = 16
    /// Whether it is sealed and cannot be read here and now.
    private(set) var isUnopened = false
    /// One past the last byte that is not zero: room reserved ahead reads as zeros.
    private let end: Int

    /// Reads a log.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - isSealed: whether the store is sealed.
    ///   - keys: the stream's keys, when it is sealed and open.
    init(_ bytes: [UInt8], isSealed: Bool = false, keys: StreamKeys? = nil) {
        self.bytes = bytes
        self.keys = keys
        end = (bytes.lastIndex { $0 != 0 } ?? -1) + 1
        readHeader()
        guard isSealed else {
            // What no key vouches for has no place in a sealed store, and the other way round.
            if header?.suite == 0 || header == nil { readRecords() } else { refuse() }
            return
        }
        guard let header else {
            // The key depends on the salt, which stood in both copies that are gone.
            refuse()
            return
        }
        guard header.suite == 1 else {
            refuse()
            return
        }
        cipher = keys?.cipher(.log, epoch: header.epoch, salt: header.salt, header: header.context)
        if cipher != nil { readRecords() } else { isUnopened = true }
    }

    private mutating func refuse() {
        if end > LogHeader.size { tail = LogHeader.size..<end }
    }

    /// Whether opening must write the log anew.
    var isDamaged: Bool { header == nil || isRepaired || !gaps.isEmpty || missing > 0 || !tail.isEmpty }

    private mutating func readHeader() {
        let size = LogHeader.blockSize
        let copies = [0, size].map { start in
            bytes.count >= start + size ? LogHeader(bytes[start..<start + size]) : nil
        }
        header = copies[0] ?? copies[1]
        isRepaired = header != nil && copies[0] != copies[1]
        nextSequence = header?.first ?? 1
    }

    private mutating func readRecords() {
        var position = LogHeader.size
        var gapStart: Int?
        while position < end {
            if let (record, size, sequence) = record(at: position) {
                if let start = gapStart {
                    gaps.append(start..<position)
                    missing += max(1, sequence - nextSequence)
                    gapStart = nil
                } else if sequence > nextSequence, header != nil {
                    missing += sequence - nextSequence
                }
                lines.append(record)
                nextSequence = max(sequence + 1, nextSequence)
                position += size
            } else {
                gapStart = gapStart ?? position
                position = nextMarker(after: position)
            }
        }
        if let gapStart { tail = gapStart..<end }
        // Zeros at the end read as room; but these were there when the head was written.
        if let header, nextSequence < header.first + header.count {
            missing += header.first + header.count - nextSequence
            nextSequence = header.first + header.count
        }
    }

    /// Reads the record at a place, trying what follows from its surroundings where its own frame is damaged.
    private mutating func record(at position: Int) -> (ChangeLines, size: Int, sequence: Int)? {
        let start = position + LogRecord.headSize
        guard start < bytes.count else { return nil }
        let length = Int(number(at: position + 8, bytes: 4))
        let sequence = number(at: position + 12, bytes: 8)
        let isMarked = bytes[position..<position + 8].elementsEqual(LogRecord.marker)
        // A log made to be slow names behind every marker a length that reaches to its end: then only what stands before the next
        // marker is tried.
        let isSlow = tried > Self.mostTried * bytes.count
        if !isSlow {
            if let lines = lines(from: start, length: length, sequence: sequence, tagAt: position + 20) {
                if !isMarked { isRepaired = true }
                return (lines, LogRecord.headSize + length, Int(clamping: sequence))
            }
            tried += min(length, bytes.count)
        }
        let gap = nextMarker(after: position) - start
        for length in isSlow ? [gap] : [length, gap] {
            for sequence in [sequence, UInt64(nextSequence)] {
                if let lines = lines(from: start, length: length, sequence: sequence, tagAt: position + 20) {
                    isRepaired = true
                    return (lines, LogRecord.headSize + length, Int(clamping: sequence))
                }
            }
        }
        return nil
    }

    private mutating func lines(from start: Int, length: Int, sequence: UInt64, tagAt: Int) -> ChangeLines? {
        guard length > 2, length <= bytes.count - start, sequence < UInt64(Int.max) else { return nil }
        // Taken out: the closure must not hold on to all of self.
        let bytes = bytes
        return bytes.withUnsafeBytes { all in
            let body = UnsafeRawBufferPointer(rebasing: all[start..<start + length])
            if let cipher {
                let tag = UnsafeRawBufferPointer(rebasing: all[tagAt..<tagAt + LogRecord.tagSize])
                guard
                    let (plain, isRepaired) = LogRecord.open(body, tag: tag, sequence: sequence, cipher: cipher)
                else { return nil }
                if isRepaired { self.isRepaired = true }
                return plain.withUnsafeBufferPointer { ChangeLines(record: $0, stream: header?.stream ?? .general) }
            }
            if let header {
                let tag = LogRecord.tag(of: body, sequence: sequence, salt: header.salt)
                guard tag.elementsEqual(all[tagAt..<tagAt + LogRecord.tagSize]) else { return nil }
            }
            // Without the salt the tag cannot be checked; the lines then vouch for each other.
            return ChangeLines(record: body.assumingMemoryBound(to: UInt8.self), stream: header?.stream ?? .general)
        }
    }

    private func nextMarker(after position: Int) -> Int {
        var place = position + 1
        while place + LogRecord.marker.count <= end {
            if bytes[place] == LogRecord.marker[0],
                bytes[place..<place + LogRecord.marker.count].elementsEqual(LogRecord.marker)
            {
                return place
            }
            place += 1
        }
        return max(end, position + 1)
    }

    private func number(at position: Int, bytes count: Int) -> UInt64 {
        bytes[position..<position + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension LogReading {
    /// How many records a log holds, as far as their frames tell without its key.
    static func count(in bytes: [UInt8]?) -> Int {
        guard let bytes else { return 0 }
        var position = LogHeader.size
        var count = 0
        while position + LogRecord.headSize <= bytes.count,
            bytes[position..<position + LogRecord.marker.count].elementsEqual(LogRecord.marker)
        {
            let length = (0..<4).reduce(0) { $0 | Int(bytes[position + 8 + $1]) << (8 * $1) }
            position += LogRecord.headSize + length
            count += 1
        }
        return count
    }
}
