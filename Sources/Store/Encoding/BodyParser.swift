import Records

/// Reads a body line.
struct BodyParser {
    /// Paths that share what their writer saw.
    struct Group {
        var pred: [ChangeID]
        var paths: [FieldPath]
    }

    /// What a change does to one record.
    struct Section {
        var record: RecordID
        var commitment: Fingerprint
        var groups: [Group]
        /// How many values belong to it.
        var count: Int
    }

    private(set) var officer: RecordID?
    private(set) var milliseconds: Int?
    private(set) var zone = 0
    private(set) var clock = ClockStatus.trusted
    private(set) var batch: String?
    private(set) var undoes: ChangeID?
    private(set) var sections: [Section] = []
    private(set) var unknown: [Value.Member] = []
    private var seen: [ChangeID] = []
    private var hasOps = false
    private var scanner: LineScanner

    init(_ line: UnsafeBufferPointer<UInt8>) {
        scanner = LineScanner(line)
    }

    /// Reads the whole line.
    ///
    /// - Parameter cache: the officer of the line before, who most likely is this one's too.
    /// - Throws: ``LineFailure``.
    mutating func parse(officer cache: inout (bytes: [UInt8], id: RecordID)?) throws(LineFailure) {
        try scanner.expect("{")
        repeat {
            let name = try scanner.plainText()
            try scanner.expect(":")
            if name.equals("officer") {
                try once(officer == nil)
                officer = try readOfficer(&cache)
            } else if name.equals("ms") {
                try once(milliseconds == nil)
                milliseconds = try scanner.number()
            } else if name.equals("zone") {
                zone = try scanner.number()
            } else if name.equals("ops") {
                try once(!hasOps)
                hasOps = true
                try readSections()
            } else if name.equals("seen") {
                try once(seen.isEmpty && !hasOps)
                try readSeen()
            } else if name.equals("clock") {
                // A status this version does not know is not one of trust.
                clock = ClockStatus(rawValue: try scanner.text()) ?? .doubtful
            } else if name.equals("batch") {
                try once(batch == nil)
                batch = try scanner.text()
            } else if name.equals("undoes") {
                try once(undoes == nil)
                undoes = try readIdentity()
            } else {
                guard let name = name.string else { throw scanner.failure }
                let value = try scanner.parsed(try scanner.value())
                unknown.append(.init(name, value), followedByAtMost: scanner.rest / 5)
            }
        } while scanner.skip(",")
        try scanner.expect("}")
        guard scanner.isAtEnd, officer != nil, milliseconds != nil, hasOps else { throw scanner.failure }
        try once(JSONReader.namesDiffer(unknown))
    }

    /// Two readers must never understand the same bytes differently: no member stands twice.
    private func once(_ isFirst: Bool) throws(LineFailure) {
        guard isFirst else { throw scanner.failure }
    }

    private mutating func readOfficer(_ cache: inout (bytes: [UInt8], id: RecordID)?) throws(LineFailure) -> RecordID {
        let text = try scanner.plainText()
        if let cache, cache.bytes.elementsEqual(text) { return cache.id }
        guard let string = text.string else { throw scanner.failure }
        let id = RecordID(string)
        cache = (Array(text), id)
        return id
    }

    private mutating func readIdentity() throws(LineFailure) -> ChangeID {
        guard let hash = Fingerprint(try scanner.plainText()) else { throw scanner.failure }
        return hash.changeID
    }

    private mutating func readSeen() throws(LineFailure) {
        try scanner.expect("[")
        repeat { seen.append(try readIdentity()) } while scanner.skip(",")
        try scanner.expect("]")
    }

    private mutating func readSections() throws(LineFailure) {
        try scanner.expect("[")
        if scanner.skip("]") { return }
        repeat {
            try scanner.expect("[")
            guard let record = try scanner.plainText().string else { throw scanner.failure }
            try scanner.expect(",")
            guard let commitment = Fingerprint(try scanner.plainText()) else { throw scanner.failure }
            var section = Section(record: RecordID(record), commitment: commitment, groups: [], count: 0)
            while scanner.skip(",") {
                if scanner.next == UInt8(ascii: "[") {
                    let group = try readGroup()
                    section.count += group.paths.count
                    section.groups.append(group)
                } else {
                    // A newer version's addition: it stays in the file and is read after the upgrade.
                    _ = try scanner.parsed(try scanner.value())
                }
            }
            try scanner.expect("]")
            sections.append(section)
        } while scanner.skip(",")
        try scanner.expect("]")
    }

    private mutating func readGroup() throws(LineFailure) -> Group {
        try scanner.expect("[")
        var group = Group(pred: [], paths: [])
        repeat {
            if scanner.next == UInt8(ascii: "\"") {
                group.paths.append(try readPath(), followedByAtMost: scanner.rest / 4)
            } else {
                let place = try scanner.number()
                guard group.paths.isEmpty, seen.indices.contains(place) else { throw scanner.failure }
                group.pred.append(seen[place], followedByAtMost: scanner.rest / 2)
            }
        } while scanner.skip(",")
        try scanner.expect("]")
        return group
    }

    private mutating func readPath() throws(LineFailure) -> FieldPath {
        // Paths are keys and random row names; only a foreign writer would need an escape.
        var ahead = scanner
        if let text = try? ahead.plainText() {
            scanner = ahead
            // One that names nothing would be an op of three bytes.
            guard let string = text.string, !string.isEmpty else { throw scanner.failure }
            return FieldPath(string)
        }
        return FieldPath(try scanner.text())
    }
}
