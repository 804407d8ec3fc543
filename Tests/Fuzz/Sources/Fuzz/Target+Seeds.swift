import Crypto
import Records

@testable import Store

/// What each decoder's run begins with, besides the golden files that `.ci/fuzz` adds.
extension Target {
    func writeSeeds(in folder: String) {
        let place = Folder(files: PosixFileSystem(), root: folder)
        do {
            try place.makeDirectory(rawValue)
            for (number, seed) in (seeds + greedy).enumerated() {
                try place.publish(seed, as: "\(rawValue)/seed.\(number)")
            }
        } catch {
            print("seeds: \(error)")
        }
    }

    private var seeds: [[UInt8]] {
        let random = GeneratorSource(Counting())
        let environment = StoreEnvironment(
            files: PosixFileSystem(), random: random, clock: SystemEnvironment(), machine: "", process: 1)
        let changes = (0..<3).map { ChangeLines(Self.change($0), random: random) }
        let holder = try? KeyHolder(officer: RecordID("officer"), random: random)
        switch self {
        case .json: return [JSONWriter.bytes(of: .object([.init("a", .list([.number(1), .decimal("1.5"), .null]))]))]
        case .lines: return changes.map { $0.body + [0x0A] + $0.payload }
        case .segment, .sealedSegment, .redaction:
            guard let writer = try? Writer(random: random, incarnation: 1) else { return [] }
            let builder = SegmentBuilder(
                store: Self.identity, stream: .general, writer: writer, random: random,
                keys: self == .sealedSegment ? Self.keys : nil)
            return (try? builder.build(changes[...], number: 1, previous: nil, seen: [])).map { [$0.bytes] } ?? []
        case .log, .sealedLog:
            var header = LogHeader(
                store: Self.identity, stream: .general, writer: Self.writerID, number: 1, first: 1,
                salt: random.bytes(16))
            var cipher: FileCipher?
            if self == .sealedLog {
                header.suite = 1
                header.epoch = 1
                cipher = Self.keys.cipher(.log, epoch: 1, salt: header.salt, header: header.context)
            }
            var bytes = header.bytes
            for (number, line) in changes.enumerated() {
                if let cipher {
                    LogRecord.append(line, sequence: number + 1, cipher: cipher, retry: 0, to: &bytes)
                } else {
                    LogRecord.append(line, sequence: number + 1, salt: header.salt, to: &bytes)
                }
            }
            return [bytes]
        case .snapshot:
            let header = SnapshotHeader(
                store: Self.identity, schema: "1", heads: Self.sampleHeads, key: random.bytes(32), length: 3,
                tags: [UInt8](repeating: 1, count: 16))
            return [header.bytes, Array(header.bytes.dropFirst(12))]
        case .store:
            let moment = Moment(milliseconds: 1, zoneMinutes: 480)
            return [StoreDescription(store: Self.identity, mode: .clear, isDemo: true, created: moment).bytes]
        case .writer: return []
        case .slot:
            guard let holder else { return [] }
            let stretching = PassphraseKey(cost: 10, salt: random.bytes(16))
            return [
                Slot(
                    holder, generation: 1, stretching: stretching, key: Self.key, store: Self.identity,
                    environment: environment
                ).bytes
            ]
        case .epoch:
            guard let holder else { return [] }
            let section = try? EpochSection(
                Self.key, .init(store: Self.identity, stream: .general, epoch: 1),
                members: [KeyMember(holder, isRestricted: true)], previous: [:], following: [],
                environment: environment)
            return section.map { [EpochFile(epoch: 1, sections: [.general: $0]).bytes(store: Self.identity)] } ?? []
        case .draft:
            let draft = Draft(id: "a", moment: Moment(milliseconds: 1, zoneMinutes: 480), bytes: [1, 2, 3])
            return [DraftFile.bytes(of: draft, store: Self.identity)]
        case .holder: return holder.map { [$0.bytes] } ?? []
        case .heads: return [JSONWriter.bytes(of: Self.sampleHeads.value)]
        case .recovery: return [Array(RecoveryCode(random: random).text.utf8)]
        case .keyBytes:
            return [
                Array("a\u{1B}[A\u{1B}OP\u{1B}[200~粘贴\u{1B}[201~户\u{1B}".utf8), [0xB0, 0xA1, 0x81, 0x30, 0x81, 0x30],
            ]
        }
    }

    /// What costs most memory for its size: values, paths and numbers of one character, and nothing but line ends.
    private var greedy: [[UInt8]] {
        let digits = "[" + String(repeating: "0,", count: 4000) + "0]"
        let members = "{" + (0..<1500).map { "\"\(String($0, radix: 36))\":0" }.joined(separator: ",") + "}"
        let hash = Hashing.hash([]).text
        func body(_ group: String) -> [UInt8] {
            let text =
                "{\"officer\":\"o\",\"ms\":0,\"zone\":0,\"seen\":[\"\(hash)\"],\"ops\":[[\"r\",\"\(hash)\",[\(group)]]]}\n"
            return Array(text.utf8) + Array("[\"12345678\"]\n".utf8)
        }
        switch self {
        case .json: return [Array(digits.utf8), Array(members.utf8)]
        case .lines:
            return [
                body(String(repeating: "\"a\",", count: 3000) + "\"a\""),
                body(String(repeating: "0,", count: 4000) + "\"a\""),
            ]
        case .segment, .sealedSegment, .redaction:
            return [
                [UInt8](repeating: 0x0A, count: 8000), Array(String(repeating: "0\n", count: 4000).utf8),
                Array(digits.utf8), body(String(repeating: "\"a\",", count: 3000) + "\"a\""),
            ]
        case .store, .writer, .slot, .epoch, .draft: return [Array("{\"a\":\(digits)".utf8)]
        default: return []
        }
    }

    private static var sampleHeads: Heads {
        var heads = Heads(stream: .general)
        heads.runs[writerID] = [.init(from: 1, through: SegmentName(number: 3, short: "abcdefgh"))]
        heads.logged = .init(writer: writerID, first: 4, count: 2, last: ChangeID(bigEndian: 1, 2, 3, 4))
        return heads
    }

    private static func change(_ number: Int) -> Change {
        let record = RecordID("r\(number)")
        let pred = [ChangeID(bigEndian: 1, 2, 3, UInt64(number))]
        return Change(
            stream: .general, officer: RecordID("officer"), moment: Moment(milliseconds: number, zoneMinutes: 480),
            clock: .doubtful, batch: "b", undoes: pred[0],
            ops: [
                Op(record: record, path: .life, value: .text("visit")),
                Op(record: record, path: FieldPath("text"), value: .text("平安 \" \\ \n🐶"), pred: pred),
                Op(record: RecordID("s"), path: FieldPath("n"), value: .number(-5)),
            ])
    }

    /// Numbers that are the same in every run.
    private struct Counting: RandomNumberGenerator {
        var last: UInt64 = 0
        mutating func next() -> UInt64 {
            last &+= 0x9E37_79B9_7F4A_7C15
            return last
        }
    }
}
