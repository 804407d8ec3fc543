import Casework
public import Index
public import Records

extension Desk {
    /// A record that the officer may read.
    ///
    /// Of a restricted one that nobody opened it gives what lists show; ``openRecord(_:reason:includingDeleted:)`` opens it.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - includingDeleted: whether a deleted one is given too.
    /// - Returns: the record.
    /// - Throws: ``DeskError/notFound``, also when the officer may not know of it.
    public func record(_ id: RecordID, includingDeleted: Bool = false) throws(DeskError) -> Record {
        guard let record = try indexed({ () throws(IndexError) in try index.record(id) }),
            includingDeleted || !record.isDeleted, mayRead(record)
        else { throw .notFound }
        return shown(record)
    }

    /// The record that somebody means: by its identity, the beginning of it, or its number.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - includingDeleted: whether a deleted one is given too.
    /// - Returns: the record.
    /// - Throws: ``DeskError/notFound`` when none fits; ``DeskError/notAllowed(_:)`` when several begin so.
    public func record(named text: String, includingDeleted: Bool = false) throws(DeskError) -> Record {
        let id = RecordID(text)
        if let record = try? record(id, includingDeleted: includingDeleted) { return record }
        var refused = try indexed { () throws(IndexError) in try index.record(id) }
        for type in types where type.numberLetter != nil {
            let query = ListQuery(type.id, where: [.equals("number", .text(text))])
            if let found = try list(query, limit: 2).records.first { return found }
            if refused == nil {
                refused = try indexed { () throws(IndexError) in try index.list(query, limit: 1).records.first }
            }
        }
        // Whoever asks for it by name was refused; the answer is the same as for what is not there.
        if let refused, !mayRead(refused), Casework.type(refused.type ?? "") != nil { noteRefusal(refused) }
        guard let ids = RecordID.Prefix(text) else { throw .notFound }
        let found = try indexed { () throws(IndexError) in try index.records(ids, limit: Self.mostSimilar) }
            .filter { (includingDeleted || !$0.isDeleted) && mayRead($0) }
        guard let record = found.first else { throw .notFound }
        guard found.count == 1 else {
            throw .notAllowed(
                Label(
                    "以“\(text)”开头的编号不止一个，请多写几位。", "Several identities begin with “\(text)”: write more of it."))
        }
        return record
    }

    /// How many identities with the same beginning are looked at: two that may be read are too many already.
    private static let mostSimilar = 100

    /// A window of a list, with only what the officer may read.
    ///
    /// - Parameters:
    ///   - query: which records, in which order.
    ///   - offset: how many to pass over.
    ///   - limit: how many at most.
    /// - Returns: the window.
    /// - Throws: ``DeskError``.
    public func list(_ query: ListQuery, offset: Int = 0, limit: Int) throws(DeskError) -> ListPage {
        guard isOpen(query.type) else {
            let records = try guarded(query)
            let start = max(0, min(offset, records.count - limit))
            return ListPage(
                records: records.dropFirst(start).prefix(limit).map { discreet($0) }, offset: start,
                count: records.count)
        }
        let page = try indexed { () throws(IndexError) in try index.list(query, offset: offset, limit: limit) }
        guard Casework.type(query.type)?.mayBeRestricted == true else { return page }
        return ListPage(records: page.records.map { discreet($0) }, offset: page.offset, count: page.count)
    }

    /// Where a record stands in a list.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - query: the list.
    /// - Returns: its place from 0; `nil` when it is not in the list.
    /// - Throws: ``DeskError``.
    public func position(of id: RecordID, in query: ListQuery) throws(DeskError) -> Int? {
        guard isOpen(query.type) else { return try guarded(query).firstIndex { $0.id == id } }
        return try indexed { () throws(IndexError) in try index.position(of: id, in: query) }
    }

    /// How many records a list has, counting only what the officer may read.
    ///
    /// - Parameter query: the list.
    /// - Returns: the number.
    /// - Throws: ``DeskError``.
    public func count(_ query: ListQuery) throws(DeskError) -> Int {
        guard isOpen(query.type) else { return try guarded(query).count }
        return try indexed { () throws(IndexError) in try index.count(query) }
    }

    /// The values of a field in a list and how many records have each, in natural order.
    ///
    /// - Parameters:
    ///   - field: an indexed field or derived key.
    ///   - query: the list.
    /// - Returns: values and counts.
    /// - Throws: ``DeskError``.
    public func groups(by field: String, _ query: ListQuery) throws(DeskError) -> [GroupCount] {
        try refuseLocked()
        guard isOpen(query.type) else { return [] }
        return try indexed { () throws(IndexError) in try index.groups(by: field, query) }
    }

    /// For each record the last of those that refer to it: each household's last visit.
    ///
    /// - Parameters:
    ///   - type: the type of those that refer.
    ///   - field: the field by which they refer.
    ///   - ids: the records referred to.
    /// - Returns: the last one of each.
    /// - Throws: ``DeskError``.
    public func latest(_ type: TypeID, via field: String, for ids: [RecordID]) throws(DeskError) -> [RecordID: Record] {
        try indexed { () throws(IndexError) in try index.latest(type, via: field, for: ids) }.filter {
            mayRead($0.value)
        }.mapValues { discreet($0) }
    }

    /// The living records of some types that refer to a record, the newest first.
    ///
    /// - Parameters:
    ///   - id: the record referred to.
    ///   - types: the types asked for.
    ///   - limit: how many at most.
    /// - Returns: the records.
    /// - Throws: ``DeskError``.
    public func referring(to id: RecordID, types: [TypeID], limit: Int = 100) throws(DeskError) -> [Record] {
        try allReferring(to: id, types: types, limit: limit).map { discreet($0) }
    }

    /// As ``referring(to:types:limit:)``, with all of each record.
    func allReferring(to id: RecordID, types: [TypeID], limit: Int) throws(DeskError) -> [Record] {
        try indexed { () throws(IndexError) in try index.referring(to: id, types: types, limit: limit) }
            .filter { mayRead($0) }
    }

    /// The deleted records of a type, the last deleted first.
    ///
    /// - Parameter type: the type.
    /// - Returns: the records.
    /// - Throws: ``DeskError``.
    public func deleted(_ type: TypeID) throws(DeskError) -> [Record] {
        try indexed { () throws(IndexError) in try index.deleted(type) }.filter { $0.isDeleted && mayRead($0) }.map {
            discreet($0)
        }
    }

    /// How many conflicts wait for somebody to settle them.
    public var conflictCount: Int {
        if let known = memo.conflicts { return known }
        let count = ((try? conflictRecords(limit: 1000)) ?? []).map(\.conflicts.count).reduce(0, +)
        memo.conflicts = count
        return count
    }

    /// What names a record in a list, in words.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - language: the language of code tables.
    /// - Returns: the fields that its type declares as title.
    public func title(of record: Record, language: Language = .zh) -> String {
        if record.isErased { return Self.erasedTitle[language] }
        guard let type = record.type.flatMap({ try? self.type($0) }) else { return record.id.rawValue }
        let text = ValueText(language: language) { [unowned self] id in shortTitle(of: id, language: language) }
        let values = record.values
        return type.title.compactMap { key in
            type.field(key).map { text.text(of: values[key], in: $0) }
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Puts values into words, naming the records they refer to.
    ///
    /// - Parameters:
    ///   - language: the language of code tables.
    ///   - showsMasked: whether masked values are shown whole.
    /// - Returns: the words.
    public func words(_ language: Language = .zh, showsMasked: Bool = false) -> ValueText {
        ValueText(language: language, showsMasked: showsMasked) { [unowned self] id in
            shortTitle(of: id, language: language)
        }
    }

    /// What stands where something pointed to a record that was erased.
    static let erasedTitle = Label("已依法删除", "Erased")
    /// What stands where something points to a record whose use is limited.
    static let limitedTitle = Label("限制处理", "Use limited")

    private func shortTitle(of id: RecordID, language: Language) -> String? {
        if let gone = (try? index.record(id)) ?? nil, gone.isErased || gone.isLimited, !mayRead(gone) || gone.isErased {
            return gone.isErased ? Self.erasedTitle[language] : Self.limitedTitle[language]
        }
        guard let record = try? record(id, includingDeleted: true),
            let type = record.type.flatMap({ try? self.type($0) })
        else { return nil }
        let values = record.values
        let text = ValueText(language: language)
        return type.title.compactMap { key in type.field(key).map { text.text(of: values[key], in: $0) } }
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}
