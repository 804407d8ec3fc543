import Records

/// Reads changes from their stored lines.
///
/// Keeps what neighbouring changes share, so one is used for a whole file.
struct ChangeDecoder {
    /// What was read of a change.
    struct Result {
        /// The change.
        var stored: StoredChange
        /// How many records' values are damaged; they read as ``Value/unreadable``.
        var unreadable: Int
        /// How many records' values were erased on record.
        var erased: Int
    }

    /// The stream that the lines lie in.
    let stream: Stream
    private var officer: (bytes: [UInt8], id: RecordID)?

    init(stream: Stream) {
        self.stream = stream
    }

    /// Reads one change.
    ///
    /// - Parameters:
    ///   - body: its body line, which was checked by a hash.
    ///   - payload: its payload line; `nil` when it is damaged or gone, which makes the values unreadable.
    /// - Returns: the change; only values that match their commitments are in it.
    /// - Throws: ``LineFailure``.
    mutating func decode(
        body: UnsafeBufferPointer<UInt8>, payload: UnsafeBufferPointer<UInt8>?
    ) throws(LineFailure) -> Result {
        let id = Hashing.hash(UnsafeRawBufferPointer(body)).changeID
        var parser = BodyParser(body)
        try parser.parse(officer: &officer)
        var values = PayloadParser(payload)
        var unreadable = 0
        var erased = 0
        var ops: [Op] = []
        ops.reserveCapacity(parser.sections.reduce(0) { $0 + $1.count })
        for section in parser.sections {
            let found = values.next(section.count, commitment: section.commitment)
            switch found {
            case .damaged: unreadable += 1
            case .erased: erased += 1
            case .values: break
            }
            var place = 0
            for group in section.groups {
                for path in group.paths {
                    let value: Value =
                        switch found {
                        case .values(let list): list[place]
                        case .erased: .erased
                        case .damaged: .unreadable
                        }
                    ops.append(Op(record: section.record, path: path, value: value, pred: group.pred))
                    place += 1
                }
            }
        }
        guard let officer = parser.officer, let milliseconds = parser.milliseconds else { throw LineFailure(offset: 0) }
        let change = Change(
            stream: stream, officer: officer,
            moment: Moment(milliseconds: milliseconds, zoneMinutes: parser.zone), clock: parser.clock,
            batch: parser.batch, undoes: parser.undoes, ops: ops, unknown: parser.unknown)
        return Result(stored: StoredChange(id: id, change: change), unreadable: unreadable, erased: erased)
    }
}
