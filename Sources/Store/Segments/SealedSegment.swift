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
        _ bytes: UnsafeBufferPointer<UInt8>, lines: [Range<Int>], header: SegmentHeader?, place: SealedChunks.Place,
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
        let stated = header.map { min($0.changes, lines.count) } ?? 0
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

    /// Tries every run of characters at every place that is still empty: lines may have run together or moved up.
    private mutating func salvage(
        _ bytes: UnsafeBufferPointer<UInt8>, _ bodyCiphers: [FileCipher], _ payloadCiphers: [FileCipher]
    ) {
        let runs = SealedChunks.runs(bytes)
        let isOpenEnded = bodies.isEmpty
        if isOpenEnded {
            bodies = .init(repeating: nil, count: runs.count)
            payloads = bodies
        }
        for (ciphers, path) in [(bodyCiphers, \Self.bodies), (payloadCiphers, \Self.payloads)] {
            var next = 0
            for run in runs {
                let empty = self[keyPath: path].indices.filter { self[keyPath: path][$0] == nil }
                let order = empty.filter { $0 >= next } + empty.filter { $0 < next }
                search: for cipher in ciphers {
                    for place in order {
                        guard let plain = cipher.open(text: run, number: UInt64(place)) else { continue }
                        self[keyPath: path][place] = plain
                        next = place + 1
                        break search
                    }
                }
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
