import Records

extension ChangeLines {
    /// Writes a change; ops of one record are brought together, in the order in which the records are first named.
    ///
    /// - Parameters:
    ///   - change: the change.
    ///   - random: where the commitment salts come from.
    init(_ change: Change, random: any RandomSource) {
        let sections = change.sections
        let salts = sections.map { _ in random.bytes(Self.saltLength) }
        let values = sections.map { JSONWriter.bytes(of: .list($0.map(\.value))) }

        body = Self.body(of: change, sections: sections, salts: salts, values: values)
        let id = Hashing.hash(body).changeID
        var payload = Array("[\"".utf8)
        payload.append(contentsOf: id.text.utf8.prefix(Self.tagLength))
        payload.append(UInt8(ascii: "\""))
        for (salt, list) in zip(salts, values) {
            payload.append(contentsOf: ",[\"".utf8)
            Base64URL.append(salt, to: &payload)
            payload.append(contentsOf: "\",".utf8)
            payload.append(contentsOf: list)
            payload.append(UInt8(ascii: "]"))
        }
        payload.append(UInt8(ascii: "]"))
        self.payload = payload
        self.id = id
    }

    private static func body(
        of change: Change, sections: [[Op]], salts: [[UInt8]], values: [[UInt8]]
    ) -> [UInt8] {
        var seen: [ChangeID] = []
        var places: [ChangeID: Int] = [:]
        for op in sections.joined() {
            for id in op.pred where places[id] == nil {
                places[id] = seen.count
                seen.append(id)
            }
        }
        var members: [Value.Member] = [
            .init("officer", .text(change.officer.rawValue)),
            .init("ms", .number(change.moment.milliseconds)),
            .init("zone", .number(change.moment.zoneMinutes)),
        ]
        if change.clock == .doubtful { members.append(.init("clock", .text(change.clock.rawValue))) }
        if let batch = change.batch { members.append(.init("batch", .text(batch))) }
        if let undoes = change.undoes { members.append(.init("undoes", .text(undoes.text))) }
        if !seen.isEmpty { members.append(.init("seen", .list(seen.map { .text($0.text) }))) }
        let ops = zip(sections, zip(salts, values)).map { section, secret in
            var hashing = Hashing()
            hashing.add(secret.0)
            hashing.add(secret.1)
            let head: [Value] = [.text(section[0].record.rawValue), .text(hashing.finish().text)]
            return Value.list(head + groups(of: section, places: places))
        }
        members.append(.init("ops", .list(ops)))
        return JSONWriter.bytes(of: .object(members + change.unknown))
    }

    /// Runs of ops that saw the same changes share one list; the order of the ops is kept.
    private static func groups(of section: [Op], places: [ChangeID: Int]) -> [Value] {
        var result: [Value] = []
        var start = 0
        while start < section.count {
            let pred = section[start].pred
            let end = section[start...].firstIndex { $0.pred != pred } ?? section.count
            result.append(
                .list(
                    pred.map { .number(places[$0] ?? 0) }
                        + section[start..<end].map { .text($0.path.rawValue) }))
            start = end
        }
        return result
    }
}
