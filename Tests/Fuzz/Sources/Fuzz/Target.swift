import Crypto
import Records
import Terminal

@testable import Store

/// A decoder of bytes that a disk, a stick, another laptop or a terminal may hand over.
enum Target: String, CaseIterable {
    case json, lines, segment, sealedSegment, log, sealedLog, snapshot, store, writer, slot, epoch, draft, holder, heads
    case redaction, recovery, keyBytes

    static let identity = "dwk9afxyt8rzj86cfak1m2aees"
    static let writerID = WriterID("kvytnjv6gqfzh3e1vgdh546ybk")
    static let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    static let keys = StreamKeys(store: identity, stream: .general, epoch: 1, keys: [1: key], witness: nil)

    /// How many times the size of its input a decoder may ask for in one piece.
    ///
    /// Four times is the rule, and holds where bytes stay bytes. It cannot hold where a text becomes values: a list of digits has a
    /// `Value` of 24 bytes for every two of its own, a group of paths with one letter each an `Op` of 64 for every four, and a
    /// number of two bytes stands for a `ChangeID` of 32. So 16 is the least that decoded changes need, and nothing may ask for more:
    /// tables are counted before they are made, and arrays do not grow beyond what the rest of the text can fill.
    var mostMemory: Int {
        switch self {
        case .recovery, .keyBytes: 4
        default: 16
        }
    }

    /// Decodes; what was accepted must survive being written and read again.
    func decode(_ bytes: [UInt8]) {
        switch self {
        case .json:
            again(bytes, { try? JSONReader.value(of: $0) }, JSONWriter.bytes)
        case .lines: lines(bytes)
        case .segment, .sealedSegment:
            let seal = self == .segment ? nil : SegmentSeal(writer: Self.writerID, keys: Self.keys)
            let name = SegmentName(number: 1, short: Hashing.hash(Array(bytes.prefix { $0 != 0x0A })).short)
            for isChecking in [false, true] {
                let reading = SegmentReading(
                    bytes, stream: .general, store: Self.identity, name: name, isChecking: isChecking, seal: seal)
                check(reading.changes.allSatisfy { $0.stored.change.stream == .general })
            }
        case .redaction: redact(bytes)
        case .log: _ = LogReading(bytes).lines
        case .sealedLog: _ = LogReading(bytes, isSealed: true, keys: Self.keys).lines
        case .snapshot: snapshot(bytes)
        case .store: again(checked(bytes, "store"), StoreDescription.init, \.bytes)
        case .writer: _ = WriterFile(checked(bytes, "writer"))?.writer(nil)
        case .slot:
            again(checked(bytes, "slot"), { Slot($0, file: "abc-1", store: Self.identity) }, \.bytes)
            _ = Slot(checked(bytes, "slot"), file: "abc-1", store: Self.identity)?.open(Self.key)
        case .epoch:
            again(
                checked(bytes, "epoch"), { EpochFile($0, store: Self.identity) }, { $0.bytes(store: Self.identity) })
        case .draft:
            let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
            let file = checked(Array(bytes[..<end]), "draft") + bytes[end...].dropFirst()
            if let draft = DraftFile.draft("a", from: file) {
                isDecoding = false
                check(DraftFile.draft("a", from: DraftFile.bytes(of: draft, store: Self.identity)) == draft)
            }
        case .holder: again(bytes, { KeyHolder($0, slot: "a") }, \.bytes)
        case .heads:
            again(bytes, { (try? JSONReader.value(of: $0)).flatMap(Heads.init) }, { JSONWriter.bytes(of: $0.value) })
        case .recovery:
            let text = String(decoding: bytes, as: UTF8.self)
            if let code = try? RecoveryCode(text) { check((try? RecoveryCode(code.text)) == code) }
        case .keyBytes: keyBytes(bytes)
        }
    }

    /// Ends the run: the fuzzer keeps the input.
    private func check(_ isTrue: Bool) { precondition(isTrue, "what was read is not what is written") }

    /// What is read from what was written is written the same.
    private func again<Thing>(_ bytes: [UInt8], _ read: ([UInt8]) -> Thing?, _ write: (Thing) -> [UInt8]) {
        let thing = read(bytes)
        isDecoding = false
        guard let thing else { return }
        let once = write(thing)
        guard let twice = read(once) else { return check(false) }
        check(write(twice) == once)
    }

    /// The members of a file with the hash that they must have, so that more than the hash is tried.
    private func checked(_ bytes: [UInt8], _ kind: String) -> [UInt8] {
        let opening = Array(",\"check\":\"".utf8)
        let end = bytes.firstRange(of: opening)?.lowerBound ?? bytes.endIndex
        let covered = Array(bytes[..<end])
        return covered + opening + Array(Hashing.hash(covered).text.utf8) + Array("\"}\n".utf8)
    }

    private func lines(_ bytes: [UInt8]) {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
        let body = Array(bytes[..<end])
        // The values get the tag that they must have.
        let payload = bytes[end...].dropFirst().dropFirst(11)
        let tag = Array(Hashing.hash(body).changeID.text.utf8.prefix(ChangeLines.tagLength))
        let record = body + [0x0A] + Array("[\"".utf8) + tag + Array("\"".utf8) + payload + [0x0A]
        guard let lines = record.withUnsafeBufferPointer({ ChangeLines(record: $0, stream: .general) }),
            let stored = lines.stored(in: .general)
        else { return }
        isDecoding = false
        // Ops of one part of a record are brought together, and salts are drawn anew; nothing else differs.
        var expected = stored.change
        expected.ops = Array(stored.change.sections.joined())
        let written = ChangeLines(expected, random: GeneratorSource(Fixed()))
        check(written.stored(in: .general)?.change == expected)
    }

    /// Takes what a segment itself says was erased out of it, until nothing is left to do.
    private func redact(_ bytes: [UInt8]) {
        for isSealed in [false, true] {
            func redaction(_ bytes: [UInt8]) -> SegmentRedaction {
                SegmentRedaction(
                    bytes, place: .init(writer: Self.writerID, number: 1), isSealed: isSealed,
                    keys: isSealed ? Self.keys : nil,
                    list: Self.erased, random: GeneratorSource(Fixed()))
            }
            guard let once = redaction(bytes).result else { continue }
            check(redaction(once).result == nil)
        }
    }

    private static let erased = ErasureList([ErasureScope(RecordID("r1"))])

    private func snapshot(_ bytes: [UInt8]) {
        // Magic, length, text with its hash, tags with theirs.
        let text = checked(Array(bytes.prefix { $0 != 0x0A }), "snapshot")
        var file = SnapshotHeader.magic
        withUnsafeBytes(of: UInt32(text.count).littleEndian) { file.append(contentsOf: $0) }
        file += text + bytes.drop { $0 != 0x0A }.dropFirst()
        for candidate in [bytes, file] {
            let header = try? SnapshotHeader { offset, count in
                Array(candidate.dropFirst(offset).prefix(max(0, count)))
            }
            _ = header?.isInPlace(fileSize: candidate.count)
            _ = header?.context
        }
    }

    private func keyBytes(_ bytes: [UInt8]) {
        for charset in [Charset.utf8, .gb18030] {
            var decoder = KeyDecoder(charset: charset)
            var now = Duration.zero
            for byte in bytes {
                now += .milliseconds(Int(byte) % 40)
                decoder.feed([byte], at: now)
                while decoder.next() != nil {}
            }
            decoder.advance(to: now + .seconds(2))
            while decoder.next() != nil {}
            check(decoder.deadline == nil)
        }
    }

    /// Salts that are always the same.
    private struct Fixed: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0x0123_4567_89AB_CDEF }
    }
}
