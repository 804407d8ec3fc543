import Records

/// Features that a file needs its reader to know (`incompat`) or only mentions (`compat`), as ext4 and git have them.
struct Features: Hashable, Sendable {
    /// A reader that does not know one of these may still read.
    var compat: [String] = []
    /// A reader that does not know one of these must not.
    var incompat: [String] = []

    /// What this version knows.
    static let known: Set<String> = []

    /// Those that keep this version from reading.
    var strange: [String] { incompat.filter { !Self.known.contains($0) } }

    /// The members that hold them.
    var members: [Value.Member] {
        [
            .init("compat", .list(compat.map { .text($0) })),
            .init("incompat", .list(incompat.map { .text($0) })),
        ]
    }

    init() {}

    /// Reads them; anything that is not a text counts as a feature nobody knows.
    init(_ value: Value) {
        compat = (value["compat"]?.list ?? []).compactMap(\.text)
        incompat = (value["incompat"]?.list ?? []).map { $0.text ?? "?" }
    }
}
