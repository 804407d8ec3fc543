import Records

extension ChangeLines {
    /// The change without what was erased; `nil` when nothing of it was.
    func redacted(by list: ErasureList) -> ChangeLines? {
        body.withUnsafeBufferPointer { body in
            payload.withUnsafeBufferPointer { payload in
                Self.redacted(body: body, payload: payload, by: list)
            }
        }.map { ChangeLines(body: body, payload: $0, id: id) }
    }

    /// What a body line erases.
    var erasures: [ErasureScope] { body.withUnsafeBufferPointer { Self.erasures(body: $0) } }

    /// What a body line erases.
    static func erasures(body: UnsafeBufferPointer<UInt8>) -> [ErasureScope] {
        var officer: (bytes: [UInt8], id: RecordID)?
        var parser = BodyParser(body)
        guard (try? parser.parse(officer: &officer)) != nil else { return [] }
        return parser.sections.flatMap { section in
            section.groups.flatMap(\.paths).compactMap { ErasureScope(section.record, markedBy: $0) }
        }
    }

    /// A payload line in which the values that were erased are `null`.
    ///
    /// - Parameters:
    ///   - body: the body line.
    ///   - payload: its payload line.
    ///   - list: what was erased.
    /// - Returns: the line; `nil` when nothing of it goes.
    static func redacted(
        body: UnsafeBufferPointer<UInt8>, payload: UnsafeBufferPointer<UInt8>, by list: ErasureList
    ) -> [UInt8]? {
        var officer: (bytes: [UInt8], id: RecordID)?
        var parser = BodyParser(body)
        guard (try? parser.parse(officer: &officer)) != nil else { return nil }
        let goes = parser.sections.map { list.covers($0.record, $0.groups.lazy.flatMap(\.paths)) }
        guard goes.contains(true) else { return nil }
        var scanner = LineScanner(payload)
        var result: [UInt8] = []
        result.reserveCapacity(payload.count)
        guard scanner.skip("["), let tag = try? scanner.plainText() else { return nil }
        result += [UInt8(ascii: "["), UInt8(ascii: "\"")] + tag + [UInt8(ascii: "\"")]
        for (section, goes) in zip(parser.sections, goes) {
            let element = scanner.skip(",") ? try? scanner.value() : nil
            result.append(UInt8(ascii: ","))
            if goes {
                result += Array("null".utf8)
            } else if let element, PayloadParser.isCommitted(element, to: section.commitment) {
                result += element
            } else {
                // Damaged, so nobody can read it as it is; what was erased may hide in it. A number reads as damaged.
                result.append(UInt8(ascii: "0"))
            }
        }
        result.append(UInt8(ascii: "]"))
        return result.elementsEqual(payload) ? nil : result
    }
}
