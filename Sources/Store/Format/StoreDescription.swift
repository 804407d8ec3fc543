import Records

/// `store.json`: what store this is.
///
/// Written twice, since everything else depends on it.
struct StoreDescription: Hashable, Sendable {
    static let format = 1

    var format = Self.format
    var store: String
    var mode: StoreMode
    var isDemo: Bool
    var created: Moment
    var features = Features()
    /// Members this version does not know; kept.
    var unknown: [Value.Member] = []

    private static let names: Set<String> = [
        "beatbook", "format", "store", "mode", "demo", "created", "zone", "compat", "incompat", "check",
    ]

    init(store: String, mode: StoreMode, isDemo: Bool, created: Moment) {
        self.store = store
        self.mode = mode
        self.isDemo = isDemo
        self.created = created
    }

    /// Reads the file; `nil` when it is damaged.
    init?(_ bytes: [UInt8]) {
        guard let value = CheckedObject.read(bytes, kind: "store"), let format = value["format"]?.number,
            let store = value["store"]?.text, let mode = value["mode"]?.text.flatMap(StoreMode.init(rawValue:))
        else { return nil }
        self.format = format
        self.store = store
        self.mode = mode
        isDemo = value["demo"]?.bool ?? false
        created = Moment(
            milliseconds: value["created"]?.number ?? 0, zoneMinutes: value["zone"]?.number ?? 0)
        features = Features(value)
        unknown = (value.members ?? []).filter { !Self.names.contains($0.name) }
    }

    /// The file's content.
    var bytes: [UInt8] {
        CheckedObject.bytes(
            kind: "store",
            [
                .init("format", .number(format)), .init("store", .text(store)),
                .init("mode", .text(mode.rawValue)), .init("demo", .bool(isDemo)),
                .init("created", .number(created.milliseconds)), .init("zone", .number(created.zoneMinutes)),
            ] + features.members + unknown)
    }
}
