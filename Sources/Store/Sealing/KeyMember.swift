import Records

/// Somebody an epoch's key is wrapped for, as the epoch's own sealed list says.
struct KeyMember: Hashable, Sendable {
    /// The officer; `nil` for the recovery code.
    var officer: RecordID?
    /// The name of the slot; empty for the recovery code.
    var slot: String
    /// The X25519 public key.
    var publicKey: [UInt8]
    /// Whether they may open the restricted stream too: whoever retires them needs its key.
    var isRestricted: Bool
    /// Whether they may open nothing from this epoch on.
    ///
    /// They stay listed, so that lists can be brought together.
    var isRetired = false

    init(_ holder: KeyHolder, isRestricted: Bool) {
        self.isRestricted = isRestricted
        officer = holder.officer
        slot = holder.slot
        publicKey = holder.publicKey
    }

    /// Reads a value; `nil` when it is none.
    init?(_ value: Value) {
        guard let slot = value["slot"]?.text, let key = value["key"]?.text.flatMap({ Base64URL.bytes($0, count: 32) })
        else { return nil }
        officer = value["officer"]?.text.map { RecordID($0) }
        self.slot = slot
        publicKey = key
        isRestricted = value["restricted"]?.bool ?? false
        isRetired = value["retired"]?.bool ?? false
    }

    /// The value.
    var value: Value {
        var members: [Value.Member] = []
        if let officer { members.append(.init("officer", .text(officer.rawValue))) }
        members.append(.init("slot", .text(slot)))
        members.append(.init("key", .text(Base64URL.text(publicKey))))
        if isRestricted { members.append(.init("restricted", .bool(true))) }
        if isRetired { members.append(.init("retired", .bool(true))) }
        return .object(members)
    }
}
