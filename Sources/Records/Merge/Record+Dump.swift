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

    /// Reads what ``dump`` wrote, as a draft keeps the record it started from.
    ///
    /// - Parameter dump: an object as ``dump`` writes it; anything else gives `nil`.
    public init?(dump: Value) {
        guard let id = dump["record"]?.text, let paths = dump["paths"]?.members else { return nil }
        var registers: [FieldPath: Register] = [:]
        for path in paths {
            guard let versions = path.value.list else { return nil }
            registers[FieldPath(path.name)] = Register(versions: versions.compactMap(Self.version))
        }
        self.init(id: RecordID(id), registers: registers)
    }

    private static func version(_ dump: Value) -> Version? {
        guard let change = dump["change"]?.text.flatMap({ ChangeID($0) }), let officer = dump["officer"]?.text,
            let milliseconds = dump["ms"]?.number, let value = dump["value"]
        else { return nil }
        return Version(
            change: change, officer: RecordID(officer),
            moment: Moment(milliseconds: milliseconds, zoneMinutes: 480), value: value)
    }
}
