import FoundationEssentials
import Records

/// The lines of a sealed segment, opened as far as its keys and its damage allow.
struct SealedSegment {
    /// The body lines by place; `nil` where damage hit.
    private(set) var bodies: [Data?] = []
    /// The payload lines by place; `nil` where damage hit.
    private(set) var payloads: [Data?] = []
    /// Whether anything was not where it should be.
    private(set) var isDamaged = false
    /// Whether nothing could be tried, since the epoch's key is not known here.
    private(set) var isKeyMissing = false

    /// What a try costs besides the bytes that are gone through.
    private static let tryCost = 64

    /// What a change takes at least: two lines that say nothing.
    private static let leastSize = 2 * (SealedChunks.empty.count + 1)

    /// How many changes it has, as far as is known.
    var count: Int { bodies.count }

    /// Opens a segment.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - lines: its lines.
    ///   - header: its head, unless that is damaged.
    ///   - place: which segment its path says it is.
    ///   - keys: the stream's keys.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, lines: LineTable, header: SegmentHeader?, place: SealedChunks.Place,
        keys: StreamKeys
    ) {
        func line(_ number: Int) -> UnsafeBufferPointer<UInt8>? {
            lines.indices.contains(number) ? UnsafeBufferPointer(rebasing: bytes[lines[number]]) : nil
        }
        let heads = lines.filter { bytes[$0].starts(with: PayloadHeader.opening) }
            .compactMap { PayloadHeader(Array(bytes[$0])[...]) }
        func ciphers(_ part: SealPart, _ salts: [FileSalt]) -> [FileCipher] {
            var seen: Set<FileSalt> = []
            return salts.filter { seen.insert($0).inserted }
                .compactMap { keys.cipher(part, epoch: $0.epoch, salt: $0.salt, header: place.words) }
        }
        let fromHeader = header.map { [FileSalt(epoch: $0.epoch, salt: $0.salt)] } ?? []
        let bodyCiphers = ciphers(.body, fromHeader + heads.compactMap(\.body))
        let payloadCiphers = ciphers(.payload, heads.compactMap(\.key))
        isKeyMissing = bodyCiphers.isEmpty && !(fromHeader.isEmpty && heads.isEmpty)
        // The head is not proven yet: a count that the file has no room for is no count.
        let stated = header.map { min($0.changes, bytes.count / Self.leastSize) } ?? 0
        bodies = .init(repeating: nil, count: stated)
        payloads = .init(repeating: nil, count: stated)
        guard !isKeyMissing else { return }
        if let cipher = bodyCiphers.first, let values = payloadCiphers.first {
            for number in 0..<stated {
                bodies[number] = line(number + 1).flatMap { SealedChunks.open($0, number: number, cipher) }
                payloads[number] = line(number + stated + 2).flatMap { SealedChunks.open($0, number: number, values) }
            }
        }
        isDamaged =
            header == nil || stated != header?.changes || bodies.contains { $0 == nil }
            || payloads.contains { $0 == nil } || heads.count != 2
        if isDamaged { salvage(bytes, bodyCiphers, payloadCiphers) }
    }

    /// How many bytes were gone through while places were tried.
    private(set) var tried = 0

    /// How many times its own size a file may cost while places are tried: whole chunks are found at once, each damaged one tries the
    /// places that are still empty, and a file made to be slow must not be.
    private static let mostTried = 64

    /// Tries runs of characters at the places that are still empty: lines may have run together or moved up.
    ///
    /// - Complexity: linear in the size of the file.
    private mutating func salvage(
        _ bytes: UnsafeBufferPointer<UInt8>, _ bodyCiphers: [FileCipher], _ payloadCiphers: [FileCipher]
    ) {
        var runs = SealedChunks.runs(bytes)
        let isOpenEnded = bodies.isEmpty
        if isOpenEnded {
            bodies = .init(repeating: nil, count: runs.count)
            payloads = bodies
        }
        for (ciphers, path) in [(bodyCiphers, \Self.bodies), (payloadCiphers, \Self.payloads)] {
            var empty = self[keyPath: path].indices.filter { self[keyPath: path][$0] == nil }
            // Where the search goes on among the places that are empty: chunks mostly stand in order.
            var next = 0
            let most = tried + Self.mostTried * bytes.count
            runs.removeAll { run in
                for cipher in ciphers {
                    var place = 0
                    while place < empty.count, tried < most {
                        let candidate = (next + place) % empty.count
                        tried += run.count + Self.tryCost
                        if let plain = cipher.open(text: run, number: UInt64(empty[candidate])) {
                            self[keyPath: path][empty[candidate]] = plain
                            empty.remove(at: candidate)
                            next = candidate == empty.count ? 0 : candidate
                            // What stands in one half stands in no other.
                            return true
                        }
                        place += 1
                    }
                }
                return false
            }
        }
        if isOpenEnded {
            // Without the head the last change that left anything behind is the last that is known of.
            let count = 1 + (bodies.indices.last { bodies[$0] != nil || payloads[$0] != nil } ?? -1)
            bodies.removeLast(bodies.count - count)
            payloads.removeLast(payloads.count - count)
        }
    }
}

extension Data {
    /// Hands the bytes over as the decoder wants them.
    func withUnsafeBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBytes { (raw: UnsafeRawBufferPointer) in body(raw.assumingMemoryBound(to: UInt8.self)) }
    }
}
