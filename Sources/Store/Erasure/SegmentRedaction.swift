import FoundationEssentials
import Records

/// Takes what was erased out of the bytes of a segment, whole or damaged.
///
/// Only the payload is written again: name, head, chain and signature concern what stands before it. Of a damaged
/// segment, values that cannot be told to belong to anybody are left out, since they might belong to the person.
struct SegmentRedaction {
    /// The bytes without what was erased; `nil` when nothing had to go.
    private(set) var result: [UInt8]?
    /// What the segment itself says was erased.
    private(set) var found: [ErasureScope] = []
    /// Whether it could not be looked into: of a newer version, or sealed with a key that is not here.
    private(set) var isUnread = false

    private let bytes: [UInt8]
    private let list: ErasureList
    private let random: any RandomSource
    private let lines: LineTable

    /// Looks through a segment.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - place: whose it is, and its number.
    ///   - isSealed: whether the store is.
    ///   - keys: the stream's keys.
    ///   - list: what was erased, besides what the segment itself says.
    ///   - random: where salts come from.
    init(
        _ bytes: [UInt8], place: SealedChunks.Place, isSealed: Bool, keys: StreamKeys?, list: ErasureList,
        random: any RandomSource
    ) {
        self.bytes = bytes
        self.random = random
        lines = LineTable(bytes)
        guard let first = lines.first, !lines.isEmpty else {
            self.list = list
            return
        }
        let header = SegmentHeader(bytes[first])
        if header?.isFromNewerVersion == true || isSealed && keys == nil {
            self.list = list
            isUnread = true
            return
        }
        if isSealed, let keys {
            let lines = lines
            let opened = bytes.withUnsafeBufferPointer {
                SealedSegment($0, lines: lines, header: header, place: place, keys: keys)
            }
            let bodies = opened.bodies.map { $0.map { [UInt8]($0) } }
            found = bodies.flatMap { $0.map(Self.erasures) ?? [] }
            self.list = Self.all(list, found)
            isUnread = opened.isKeyMissing
            if !isUnread, !self.list.isEmpty { runSealed(opened, bodies, header, place, keys) }
        } else {
            let pairs = Self.pairs(bytes, lines, header)
            found = pairs.bodies.flatMap { Self.erasures(Array(bytes[$0])) }
            self.list = Self.all(list, found)
            if !self.list.isEmpty { runClear(pairs) }
        }
    }

    // MARK: Clear

    private struct Pairs {
        /// What stands before the payload: head and body lines.
        var front: [UInt8]
        /// The body lines.
        var bodies: [Range<Int>]
        /// A payload line for each body line that has one, in the order of the body.
        var payloads: [(body: Range<Int>, payload: Range<Int>)]
        /// Whether there is anything in the payload besides these.
        var isMixed: Bool
    }

    private static func pairs(_ bytes: [UInt8], _ lines: LineTable, _ header: SegmentHeader?) -> Pairs {
        let head = header.map { $0.changes + 1 } ?? 0
        if head > 0, lines.count == 2 * head, bytes[lines[head]].starts(with: PayloadHeader.opening) {
            let payloads = Array(zip(lines[1..<head], lines[(head + 1)...]))
            if payloads.allSatisfy({ belong(bytes, $0, $1) }) {
                return Pairs(
                    front: Array(bytes[..<lines[head].lowerBound]), bodies: Array(lines[1..<head]),
                    payloads: payloads.map { (body: $0, payload: $1) }, isMixed: false)
            }
        }
        return damagedPairs(bytes, lines)
    }

    /// Brings together what belongs together, wherever it stands.
    private static func damagedPairs(_ bytes: [UInt8], _ lines: LineTable) -> Pairs {
        let start = bytes.firstRange(of: PayloadHeader.opening)?.lowerBound
        var pieces: [Range<Int>] = []
        for line in lines {
            let isCut = start.map { line.contains($0) && $0 > line.lowerBound } ?? false
            bytes.withUnsafeBufferPointer { all in
                for part in isCut ? [line.lowerBound..<(start ?? 0), (start ?? 0)..<line.upperBound] : [line] {
                    LineTable.mend(part, in: all) { if !$0.isEmpty { pieces.append($0) } }
                }
            }
        }
        // Without the payload's head, lists are values and everything else is not.
        let (before, after) = pieces.reduce(into: ([Range<Int>](), [Range<Int>]())) { parts, piece in
            let isPayload = start.map { piece.lowerBound >= $0 } ?? (bytes[piece.lowerBound] == UInt8(ascii: "["))
            if isPayload { parts.1.append(piece) } else { parts.0.append(piece) }
        }
        let bodies = Array(before.dropFirst())
        var byTag: [[UInt8]: Range<Int>] = [:]
        for body in bodies {
            byTag[Array(Hashing.hash(Array(bytes[body])).changeID.text.utf8.prefix(ChangeLines.tagLength))] = body
        }
        var payloads: [(body: Range<Int>, payload: Range<Int>)] = []
        var isMixed = false
        for piece in after where !bytes[piece].starts(with: PayloadHeader.opening) {
            let tag = bytes.withUnsafeBufferPointer { all in
                ChangeLines.tag(of: UnsafeBufferPointer(rebasing: all[piece])).map { Array($0) }
            }
            if let body = tag.flatMap({ byTag.removeValue(forKey: $0) }) {
                payloads.append((body, piece))
            } else {
                isMixed = true
            }
        }
        payloads.sort { $0.body.lowerBound < $1.body.lowerBound }
        let front = start.map { Array(bytes[..<$0]) } ?? before.flatMap { bytes[$0] + [0x0A] }
        return Pairs(front: front, bodies: bodies, payloads: payloads, isMixed: isMixed)
    }

    private mutating func runClear(_ pairs: Pairs) {
        var isChanged = pairs.isMixed
        var payload: [UInt8] = []
        bytes.withUnsafeBufferPointer { all in
            for (body, values) in pairs.payloads {
                let redacted = ChangeLines.redacted(
                    body: UnsafeBufferPointer(rebasing: all[body]), payload: UnsafeBufferPointer(rebasing: all[values]),
                    by: list)
                if redacted != nil { isChanged = true }
                payload += redacted ?? Array(all[values])
                payload.append(0x0A)
            }
        }
        guard isChanged else { return }
        let head = PayloadHeader(salt: random.bytes(ChangeLines.saltLength), payload: payload)
        result = Self.ended(pairs.front[...]) + head.line + [0x0A] + payload
    }

    // MARK: Sealed

    private mutating func runSealed(
        _ opened: SealedSegment, _ bodies: [[UInt8]?], _ header: SegmentHeader?, _ place: SealedChunks.Place,
        _ keys: StreamKeys
    ) {
        let heads = lines.filter { bytes[$0].starts(with: PayloadHeader.opening) }.compactMap {
            PayloadHeader(bytes[$0])
        }
        let old = heads.first { $0.key.map { keys.keys[$0.epoch] != nil } == true }
        // A line that is damaged or belongs to a body that is becomes an empty one, which opens as nothing.
        var plain: [[UInt8]?] = []
        var isChanged = opened.isDamaged && !isEmptied(opened, heads)
        for (body, values) in zip(bodies, opened.payloads) {
            guard let body, let values else {
                plain.append(nil)
                continue
            }
            let payload = [UInt8](values)
            let redacted = ChangeLines(body: body, payload: payload, id: Hashing.hash(body).changeID).redacted(by: list)
            if redacted != nil { isChanged = true }
            plain.append(redacted?.payload ?? payload)
        }
        // Without a head the salt of the values is gone, and so are they.
        guard !heads.isEmpty else { return }
        let body = heads.lazy.compactMap(\.body).first ?? header.map { FileSalt(epoch: $0.epoch, salt: $0.salt) }
        guard isChanged, let body else { return }
        let salt = FileSalt(epoch: old?.key?.epoch ?? body.epoch, salt: random.bytes(ChangeLines.saltLength))
        guard let payload = SealedChunks.bytes(plain, .payload, salt, place, keys) else { return }
        let head = PayloadHeader(salt: salt.salt, payload: payload, epoch: salt.epoch, body: body).line + [0x0A]
        result = Self.ended(bytes[..<frontEnd(header)]) + head + payload + head
    }

    /// Where the payload begins.
    private func frontEnd(_ header: SegmentHeader?) -> Int {
        let byCount = header.flatMap { lines.indices.contains($0.changes) ? lines[$0.changes].upperBound + 1 : nil }
        let byHead = bytes.firstRange(of: PayloadHeader.opening)?.lowerBound
        return min(byCount ?? bytes.count, byHead ?? bytes.count, bytes.count)
    }

    /// Whether a damaged segment holds nothing any more that cannot be told to belong to anybody: it was here before.
    private func isEmptied(_ opened: SealedSegment, _ heads: [PayloadHeader]) -> Bool {
        guard heads.count == 2, heads[0] == heads[1] else { return false }
        let start = lines.first { bytes[$0].starts(with: PayloadHeader.opening) }?.lowerBound ?? bytes.count
        let rest = lines.filter { $0.lowerBound > start }.dropLast()
        guard rest.count == opened.count else { return false }
        return zip(rest, zip(opened.bodies, opened.payloads)).allSatisfy { line, pair in
            pair.0 != nil && pair.1 != nil || bytes[line].elementsEqual(SealedChunks.empty)
        }
    }

    // MARK: Lines

    private static func all(_ list: ErasureList, _ found: [ErasureScope]) -> ErasureList {
        var list = list
        for scope in found { list.insert(scope) }
        return list
    }

    private static func erasures(_ body: [UInt8]) -> [ErasureScope] {
        body.withUnsafeBufferPointer { ChangeLines.erasures(body: $0) }
    }

    private static func belong(_ bytes: [UInt8], _ body: Range<Int>, _ payload: Range<Int>) -> Bool {
        bytes.withUnsafeBufferPointer { all in
            ChangeLines.identity(
                body: UnsafeBufferPointer(rebasing: all[body]), payload: UnsafeBufferPointer(rebasing: all[payload]))
                != nil
        }
    }

    /// Bytes that end with a line's end.
    private static func ended(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.last == 0x0A ? Array(bytes) : bytes + [0x0A]
    }
}
