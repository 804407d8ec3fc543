import Records

/// An epoch's file: written once, for one or both streams.
///
/// A change of who may open a stream is a new epoch.
struct EpochFile: Sendable {
    /// The number: a generation times 2³² plus 32 random bits, so that two laptops never give the same one.
    let epoch: Int
    /// What it says about each stream it concerns.
    let sections: [Stream: EpochSection]

    /// The file's name.
    var file: String { Self.file(epoch) }

    static let prefix = "epoch-"

    static func file(_ epoch: Int) -> String { "\(prefix)\(epoch)" }

    /// A number for the epoch after others.
    static func number(after others: some Sequence<Int>, random: any RandomSource) -> Int {
        ((others.max() ?? 0) >> 32 + 1) << 32 | Int(random.next() >> 32)
    }

    init(epoch: Int, sections: [Stream: EpochSection]) {
        self.epoch = epoch
        self.sections = sections
    }

    /// Reads a file; `nil` when it is damaged or belongs to another store.
    init?(_ bytes: [UInt8], store: String) {
        guard let value = CheckedObject.read(bytes, kind: "epoch"), value["format"]?.number == 1,
            value["suite"]?.number == 1, value["store"]?.text == store, let epoch = value["epoch"]?.number,
            (0..<1 << 62).contains(epoch), let members = value["streams"]?.members
        else { return nil }
        self.epoch = epoch
        var sections: [Stream: EpochSection] = [:]
        for member in members {
            guard let stream = Stream(rawValue: member.name) else { continue }
            guard let section = EpochSection(member.value) else { return nil }
            sections[stream] = section
        }
        self.sections = sections
    }

    /// The file's content.
    func bytes(store: String) -> [UInt8] {
        CheckedObject.bytes(
            kind: "epoch",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("suite", .number(1)),
                .init("epoch", .number(epoch)),
                .init(
                    "streams",
                    .object(sections.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, $0.value.value) })),
            ])
    }
}
