extension Record {
    /// Everything that survives in the record, in one canonical spelling: laptops that hold the same changes give the same bytes,
    /// in whatever order the changes arrived.
    public var dump: Value {
        .object([
            .init("record", .text(id.rawValue)),
            .init(
                "paths",
                .object(
                    registers.filter { !$0.value.versions.isEmpty }.sorted { $0.key < $1.key }.map { path, register in
                        .init(path.rawValue, .list(register.versions.map(Self.dump)))
                    })),
        ])
    }

    private static func dump(_ version: Version) -> Value {
        .object([
            .init("change", .text(version.change.text)),
            .init("officer", .text(version.officer.rawValue)),
            .init("ms", .number(version.moment.milliseconds)),
            .init("value", version.value),
        ])
    }
}
