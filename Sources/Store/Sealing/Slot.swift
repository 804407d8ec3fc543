import Crypto
import Records

/// An officer's slot file: the private key under the passphrase, and nothing that says whose it is.
///
/// ```
/// {"beatbook":"slot","format":1,"store":ID,"suite":1,"cost":17,"salt":SALT[,"passphrase":[N,NAME]],
///  "start":[N…],"box":{"epoch":0,"salt":SALT,"s":B},"check":HASH}
/// ```
/// Named `<random>-<generation>.json`; whenever it is written again it gets a higher generation.
struct Slot: Sendable {
    /// The name: 20 random characters.
    let name: String
    /// Grows whenever the slot is written again.
    let generation: Int
    /// Which passphrase it is for.
    let passphrase: SlotPassphrase
    /// How the passphrase is stretched.
    let stretching: PassphraseKey
    /// The epochs that it starts at; none in slots of earlier versions.
    ///
    /// Nothing vouches for them: whoever could change them could as well put an older slot back.
    let start: [Int]
    private let store: String
    private let box: SealedText

    /// The file's name.
    var file: String { "\(name)-\(generation)" }

    /// Seals a holder's key.
    init(
        _ holder: KeyHolder, generation: Int, stretching: PassphraseKey, key: SymmetricKey, store: String,
        environment: StoreEnvironment
    ) {
        name = holder.slot
        passphrase = holder.passphrase
        start = Set(holder.anchors.values.map(\.epoch)).sorted()
        self.generation = generation
        self.stretching = stretching
        self.store = store
        var plain = holder.bytes
        box = SealedText(
            plain, key: key, epoch: 0, part: .slot,
            context: Self.context(store: store, name: name, generation: generation, stretching, passphrase),
            environment: environment)
        plain.wipe()
    }

    /// Reads a file; `nil` when it is damaged or belongs to another store.
    init?(_ bytes: [UInt8], file: String, store: String) {
        let parts = file.split(separator: "-")
        guard parts.count == 2, let generation = Int(parts[1]), let value = CheckedObject.read(bytes, kind: "slot"),
            value["format"]?.number == 1, value["suite"]?.number == 1, value["store"]?.text == store,
            let cost = value["cost"]?.number, PassphraseKey.costs.contains(cost),
            let salt = value["salt"]?.text.flatMap({ Base64URL.bytes($0, count: ChangeLines.saltLength) }),
            let box = SealedText(value["box"]), let passphrase = SlotPassphrase(value["passphrase"])
        else { return nil }
        self.passphrase = passphrase
        start = value["start"]?.list?.compactMap(\.number) ?? []
        name = String(parts[0])
        self.generation = generation
        stretching = PassphraseKey(cost: cost, salt: salt)
        self.store = store
        self.box = box
    }

    /// The file's content.
    var bytes: [UInt8] {
        CheckedObject.bytes(
            kind: "slot",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("suite", .number(1)),
                .init("cost", .number(stretching.cost)), .init("salt", .text(Base64URL.text(stretching.salt))),
            ] + (passphrase.value.map { [.init("passphrase", $0)] } ?? [])
                + (start.isEmpty ? [] : [.init("start", .list(start.map { .number($0) }))]) + [.init("box", box.value)])
    }

    /// Opens it; `nil` when it is not this passphrase's.
    func open(_ key: SymmetricKey) -> KeyHolder? {
        let context = Self.context(store: store, name: name, generation: generation, stretching, passphrase)
        guard var plain = box.open(key, part: .slot, context: context) else { return nil }
        defer { plain.wipe() }
        var holder = KeyHolder(plain, slot: name)
        holder?.passphrase = passphrase
        return holder
    }

    /// Whether a carrier brought it before the keys that it starts at: until they come it opens nothing.
    ///
    /// - Parameter epochs: the epochs that are here.
    /// - Returns: whether it waits.
    func isWaiting(for epochs: [EpochFile]) -> Bool {
        !start.allSatisfy { epoch in epochs.contains { $0.epoch == epoch } }
    }

    /// Whether another slot of the same officer makes this one void: a later passphrase, or the same one written again.
    func isVoid(beside other: Slot) -> Bool {
        guard other.name == name else { return false }
        if other.passphrase == passphrase { return other.generation > generation }
        return other.passphrase.count > passphrase.count
    }

    private static func context(
        store: String, name: String, generation: Int, _ stretching: PassphraseKey, _ passphrase: SlotPassphrase
    ) -> [String] {
        [store, name, String(generation), String(stretching.cost), Base64URL.text(stretching.salt)] + passphrase.words
    }
}
