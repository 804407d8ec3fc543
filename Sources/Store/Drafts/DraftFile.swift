import Records

/// The file of a draft: a checked line, then the bytes.
enum DraftFile {
    /// Writes one.
    static func bytes(of draft: Draft, store: String) -> [UInt8] {
        CheckedObject.bytes(
            kind: "draft",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("suite", .number(0)),
                .init("ms", .number(draft.moment.milliseconds)), .init("zone", .number(draft.moment.zoneMinutes)),
                .init("length", .number(draft.bytes.count)), .init("hash", .text(Hashing.hash(draft.bytes).text)),
            ]) + draft.bytes
    }

    /// Reads one; `nil` when it is damaged.
    static func draft(_ id: String, from bytes: [UInt8]) -> Draft? {
        guard let end = bytes.firstIndex(of: 0x0A),
            let value = CheckedObject.read(Array(bytes[...end]), kind: "draft"), value["suite"]?.number == 0,
            let milliseconds = value["ms"]?.number, let zone = value["zone"]?.number,
            value["length"]?.number == bytes.count - end - 1
        else { return nil }
        let content = Array(bytes[(end + 1)...])
        guard value["hash"]?.text == Hashing.hash(content).text else { return nil }
        return Draft(id: id, moment: Moment(milliseconds: milliseconds, zoneMinutes: zone), bytes: content)
    }
}
