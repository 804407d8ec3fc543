import Crypto
import Records

/// Finds drafts about certain records, one's own and other officers'.
struct DraftSearch {
    private let records: Set<RecordID>
    private let keyring: Keyring?
    private let store: String
    private var tags: [Int: Set<String>] = [:]

    init(_ records: Set<RecordID>, keyring: Keyring?, store: String) {
        self.records = records
        self.keyring = keyring
        self.store = store
        for keys in keyring?.streams.values.map({ $0 }) ?? [] {
            for (epoch, key) in keys.keys {
                let names = key.derived(.names)
                tags[epoch, default: []].formUnion(records.map { Self.tag($0, names, store) })
            }
        }
    }

    /// Whether a draft is about one of the records.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: its path.
    /// - Returns: whether it is.
    func finds(_ bytes: [UInt8], name: String) -> Bool {
        guard let keyring else { return mentions(bytes) }
        if let draft = DraftFile.draft(from: bytes, name: name, store: store, keyring.holder) {
            return mentions(draft.bytes)
        }
        guard let about = CheckedObject.read(bytes, kind: "draft")?["about"], let epoch = about["epoch"]?.number,
            let tags = tags[epoch]
        else { return false }
        return (about["tags"]?.list ?? []).contains { $0.text.map(tags.contains) == true }
    }

    /// What a sealed draft says outside its box about the records it is about, so that an erasure by somebody who cannot
    /// read it finds it: nothing to whoever lacks the key or does not know the record already.
    static func about(_ records: Set<RecordID>, _ keyring: Keyring, store: String) -> Value? {
        guard !records.isEmpty, let keys = keyring.streams[.restricted] ?? keyring.streams[.general],
            let names = keys.current?.derived(.names)
        else { return nil }
        return .object([
            .init("epoch", .number(keys.epoch)),
            .init("tags", .list(records.map { tag($0, names, store) }.sorted().map { .text($0) })),
        ])
    }

    private static func tag(_ record: RecordID, _ key: SymmetricKey, _ store: String) -> String {
        let message = Array("draft about\n\(store)\n\(record.rawValue)".utf8)
        return Base64URL.text(HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(16))
    }

    /// Whether the text names one of the records.
    private func mentions(_ bytes: [UInt8]) -> Bool {
        bytes.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
        }.contains { records.contains(RecordID(String(decoding: $0, as: UTF8.self))) }
    }
}
