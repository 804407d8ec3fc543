import Crypto
import Records

/// The file of a draft: a checked line, then the bytes.
///
/// Sealed, the line is all, and everything is in its box.
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

    /// Writes a sealed one: only who wrote it can open it, also among those who share the laptop.
    static func bytes(
        of draft: Draft, name: String, store: String, _ holder: KeyHolder, _ environment: StoreEnvironment,
        about: Value? = nil
    ) -> [UInt8] {
        let head = JSONWriter.bytes(
            of: .object([
                .init("id", .text(draft.id)), .init("ms", .number(draft.moment.milliseconds)),
                .init("zone", .number(draft.moment.zoneMinutes)),
            ]))
        let box = SealedText(
            head + [0x0A] + draft.bytes, key: holder.own, epoch: 0, part: .draft, context: [store, name],
            environment: environment)
        return CheckedObject.bytes(
            kind: "draft",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("suite", .number(1)),
                .init("box", box.value),
            ] + (about.map { [.init("about", $0)] } ?? []))
    }

    /// Reads a sealed one; `nil` when it is damaged or somebody else's.
    static func draft(from bytes: [UInt8], name: String, store: String, _ holder: KeyHolder) -> Draft? {
        guard let value = CheckedObject.read(bytes, kind: "draft"), value["suite"]?.number == 1,
            let plain = SealedText(value["box"])?.open(holder.own, part: .draft, context: [store, name]),
            let end = plain.firstIndex(of: 0x0A), let head = try? JSONReader.value(of: plain[..<end]),
            let id = head["id"]?.text, let milliseconds = head["ms"]?.number, let zone = head["zone"]?.number
        else { return nil }
        return Draft(
            id: id, moment: Moment(milliseconds: milliseconds, zoneMinutes: zone), bytes: Array(plain[(end + 1)...]))
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
