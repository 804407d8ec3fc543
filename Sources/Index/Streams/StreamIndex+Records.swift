import Records

extension StreamIndex {
    /// The number of a change; `nil` when it has not arrived.
    func number(of change: ChangeID) throws(IndexError) -> Int64? {
        if bulk != nil { return bulk?.changes[change] }
        if let number = changeNumbers[change] { return number }
        let find = hot.changeByHash
        find.bind(1, change.bytes)
        defer { find.reset() }
        guard try find.next() else { return nil }
        let number = find.number(0)
        changeNumbers[change] = number
        return number
    }

    /// What is known of a change that stands in a record.
    func author(_ number: Int64) throws(IndexError) -> RecordReader.Author {
        if let author = authors[number] { return author }
        let read = hot.author
        read.bind(1, number)
        defer { read.reset() }
        guard try read.next(), let id = ChangeID(bytes: read.bytes(0)), let officer = officerIDs[read.number(1)] else {
            throw IndexError.unreadableRecord
        }
        let moment = Moment(milliseconds: Int(read.number(2)), zoneMinutes: Int(read.number(3)))
        let author = RecordReader.Author(id: id, officer: officer, moment: moment)
        if authors.count > 20_000 { authors.removeAll() }
        authors[number] = author
        return author
    }

    /// The number of an officer, given when there is none yet.
    func number(ofOfficer id: RecordID) throws(IndexError) -> Int64 {
        if let number = officers[id] { return number }
        let number = Int64(officers.count + 1)
        hot.insertOfficer.bind(1, number)
        hot.insertOfficer.bind(2, id.rawValue)
        try hot.insertOfficer.run()
        officers[id] = number
        officerIDs[number] = id
        return number
    }

    /// A record's number; `nil` when there is none.
    func number(of id: RecordID) throws(IndexError) -> Int64? {
        if bulk != nil { return bulk?.records[id] }
        let find = hot.recordByID
        find.bind(1, PackedID.key(id))
        defer { find.reset() }
        return try find.next() ? find.number(0) : nil
    }

    /// A record and its number.
    func find(_ id: RecordID) throws(IndexError) -> (number: Int64, record: Record)? {
        if bulk != nil {
            guard let number = bulk?.records[id] else { return nil }
            if let record = bulk?.underWay[id]?.record { return (number, record) }
            return (number, try record(number: number))
        }
        let find = hot.recordByID
        find.bind(1, PackedID.key(id))
        defer { find.reset() }
        guard try find.next() else { return nil }
        let number = find.number(0)
        return (number, try read(number, id, find.bytes(1)))
    }

    /// A record by its identity.
    func record(_ id: RecordID) throws(IndexError) -> Record? { try find(id)?.record }

    /// A record by its number.
    func record(number: Int64) throws(IndexError) -> Record {
        guard let record = try recordIfAny(number: number) else { throw IndexError.unreadableRecord }
        return record
    }

    /// A record by its number; `nil` when there is none.
    func recordIfAny(number: Int64) throws(IndexError) -> Record? {
        if let record = recent[number] { return record }
        let read = hot.recordByNumber
        read.bind(1, number)
        defer { read.reset() }
        guard try read.next() else { return nil }
        return try self.read(number, PackedID.id(read.bytes(0)), read.bytes(1))
    }

    /// Walks over the records of a type, or of those of no known type.
    func forEachRecord(
        ofType type: Int64, _ body: (Int64, Record) throws(IndexError) -> Void
    ) throws(IndexError) {
        let walk = try statement("SELECT number, id, doc FROM record WHERE number BETWEEN ? AND ?", "read records")
        walk.bind(1, RecordNumber.first(of: type))
        walk.bind(2, RecordNumber.last(of: type))
        defer { walk.reset() }
        while try walk.next() {
            try body(walk.number(0), try decode(PackedID.id(walk.bytes(1)), walk.bytes(2)))
        }
    }

    /// Some fields of a record by its number; `nil` when it is deleted or not there.
    func values(of fields: FieldSelection, number: Int64) throws(IndexError) -> (id: RecordID, values: FieldValues)? {
        let read = hot.recordByNumber
        read.bind(1, number)
        defer { read.reset() }
        guard try read.next() else { return nil }
        let id = PackedID.id(read.bytes(0))
        if let values = try RecordReader.values(of: fields, in: read.bytes(1), types: types) { return (id, values) }
        let record = try decode(id, read.bytes(1))
        return record.isDeleted || record.isLimited ? nil : (id, record.values)
    }

    /// A record as it was read lately, or as it is stored.
    private func read(
        _ number: Int64, _ id: RecordID, _ doc: UnsafeRawBufferPointer
    ) throws(IndexError) -> Record {
        if let record = recent[number] { return record }
        let record = try decode(id, doc)
        if bulk == nil {
            // Some hundred KB.
            if recent.count >= 256 { recent.removeAll(keepingCapacity: true) }
            recent[number] = record
        }
        return record
    }

    private func decode(_ id: RecordID, _ doc: UnsafeRawBufferPointer) throws(IndexError) -> Record {
        try RecordReader.record(id, doc, types: types) { number throws(IndexError) in try self.author(number) }
    }
}
