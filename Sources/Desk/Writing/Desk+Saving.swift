import Casework
import Index
public import Records
import Store

extension Desk {
    /// What a new record of a type starts with.
    ///
    /// - Parameter type: the type.
    /// - Returns: the declared first values, worked out for this officer, day and time.
    public func newValues(of type: RecordType) -> FieldValues {
        var values = FieldValues()
        for field in type.fields {
            guard let initial = field.initial else { continue }
            values[field.key] = initialValue(initial, of: field, in: type)
        }
        return values
    }

    /// What a new row of a sub-table starts with.
    ///
    /// - Parameter table: the rows field.
    /// - Returns: the values by the keys of the row's cells.
    public func newRow(of table: FieldSpec) -> [String: Value] {
        var result: [String: Value] = [:]
        for column in table.columns {
            guard let initial = column.initial else { continue }
            result[column.key] = initialValue(initial, of: column, in: nil)
        }
        return result
    }

    /// A name for a new row.
    ///
    /// - Returns: a random identity.
    public func newRowID() -> RowID { RowID.random(using: &random) }

    private func initialValue(_ initial: Initial, of field: FieldSpec, in type: RecordType?) -> Value {
        switch initial {
        case .today: return today.stored
        case .now: return now.time.stored
        case .value(let value): return value
        case .officer: return officerValue(for: field)
        case .sticky:
            if let type, let last = sticky[type.id]?[field.key] { return last }
            return field.kind == .references("officer") || field.kind == .reference("officer")
                ? officerValue(for: field) : .null
        }
    }

    private func officerValue(for field: FieldSpec) -> Value {
        guard let person else { return .null }
        if case .references = field.kind { return .list([person.id.stored]) }
        return person.id.stored
    }

    /// What speaks against saving these values, and what is doubtful in them.
    ///
    /// - Parameters:
    ///   - values: what was entered.
    ///   - type: the type.
    ///   - base: the record as it was when the form was opened; `nil` for a new one.
    /// - Returns: refusals and warnings; none when all is well.
    public func problems(in values: FieldValues, of type: RecordType, base: Record?) -> [Problem] {
        let values = takingOver(values, of: type)
        let referred = referredRecords(of: values, type)
        let context = ValidationContext(
            mode: isSealed ? .sealed : .clear, isDemo: isDemo, role: person?.role ?? .auxiliary, officer: person?.id,
            today: today, previous: base?.values, holidays: holidays, lookup: { referred[$0] })
        var problems = Validation.check(values, as: type, in: context)
        if type.id == Household.type.id, let problem = secondHousehold(values, base: base) { problems.append(problem) }
        if let base, base.values != values, type.stream(for: base.values) != type.stream(for: values) {
            // RIGHTS.md rule 4: moving a record between the streams is copy and erase.
            problems.append(
                Problem(
                    nil, .refusal,
                    Label(
                        "这样修改会改变记录的保密范围。请新建一条，再删除原来的。",
                        "This edit would change who may read the record. Make a new one, then delete the old one."),
                    rule: "RIGHTS 4"))
        }
        return problems
    }

    /// Saves a record: checked, logged, on the disk and indexed when it returns.
    ///
    /// - Parameters:
    ///   - values: what was entered.
    ///   - type: the type.
    ///   - base: the record as it was when the form was opened; `nil` for a new one.
    ///   - batch: the batch it is part of, such as an import.
    /// - Returns: the record as it stands now.
    /// - Throws: ``DeskError``; nothing is written then.
    @discardableResult
    public func save(
        _ values: FieldValues, of type: RecordType, base: Record? = nil, batch: String? = nil
    ) throws(DeskError) -> Record {
        try require(.write, type, values, isNew: base == nil)
        if let base {
            try require(.write, type, base.values)
            // What lists show of it is not what stands in it.
            try requireOpened(base)
            try refuseClosed(base.id)
        }
        let completed = try completing(values, of: type, base: base)
        let refusals = problems(in: completed, of: type, base: base).filter { $0.severity == .refusal }
        guard refusals.isEmpty else { throw .refused(refusals) }
        let id = base?.id ?? RecordID.random(using: &random)
        let ops = base?.edits(to: completed) ?? Record.creation(id: id, type: type.id, values: completed)
        guard !ops.isEmpty else { return try record(id) }
        try commit(ops, to: type.stream(for: completed), batch: batch)
        // Whoever wrote it has seen it; that a change was made stands in the log.
        if type.stream(for: completed) == .restricted { opened[id] = opened[id] ?? "" }
        remember(completed, of: type)
        return try record(id)
    }

    /// Deletes a record.
    ///
    /// It can be restored, and an edit made elsewhere without knowing of it keeps it alive.
    ///
    /// - Parameter id: the record.
    /// - Throws: ``DeskError``.
    public func delete(_ id: RecordID) throws(DeskError) {
        let record = try whole(id)
        guard !record.isDeleted else { throw .notFound }
        let (_, stream) = try writable(record)
        try commit([record.deletion()], to: stream)
    }

    /// Brings a deleted record back, with every value it had.
    ///
    /// - Parameter id: the record.
    /// - Throws: ``DeskError``.
    public func restore(_ id: RecordID) throws(DeskError) {
        let record = try whole(id)
        guard record.isDeleted, !record.isErased else { throw .notFound }
        let (type, stream) = try writable(record)
        try commit([record.restoration(as: type.id)], to: stream)
    }

    /// All of a record that the officer may know of, opened or not: for acts that show nothing of it.
    func whole(_ id: RecordID) throws(DeskError) -> Record {
        guard let record = try indexed({ () throws(IndexError) in try index.record(id) }) else { throw .notFound }
        guard mayRead(record) else {
            noteRefusal(record)
            throw .notFound
        }
        return record
    }

    /// Refuses to write in a record that was erased, or whose use is limited, since the form was opened.
    private func refuseClosed(_ id: RecordID) throws(DeskError) {
        guard let record = try indexed({ () throws(IndexError) in try index.record(id) }) else { return }
        if record.isErased {
            throw .notAllowed(Label("这条记录已依法删除，不能再写入。", "This record was erased: nothing can be written in it."))
        }
        if record.isLimited {
            throw .notAllowed(
                Label("这条记录已限制处理，不能修改。先解除限制。", "The use of this record is limited: end that before you edit it."))
        }
    }

    func writable(_ record: Record) throws(DeskError) -> (RecordType, Stream) {
        guard let name = record.type else { throw .notFound }
        let type = try type(name)
        try require(.write, type, record.values)
        guard let stream = try indexed({ () throws(IndexError) in try index.stream(of: record.id) }) else {
            throw .notFound
        }
        return (type, stream)
    }

    /// Writes one change: the log first, the index second.
    ///
    /// - Parameters:
    ///   - ops: what is done.
    ///   - stream: where it lies.
    ///   - batch: the batch it is part of.
    ///   - undoes: the change that it takes back.
    /// - Throws: ``DeskError``; nothing is written then.
    func commit(
        _ ops: [Op], to stream: Stream, batch: String? = nil, undoes: ChangeID? = nil
    ) throws(DeskError) {
        try refuseLocked()
        guard let person else {
            throw .notAllowed(Label("还没有人登录，请先选择姓名。", "Nobody has signed in: choose a name first."))
        }
        let change = Change(
            stream: stream, officer: person.id, moment: now, clock: clockStatus, batch: batch, undoes: undoes,
            ops: ops)
        let frees = ops.contains { $0.path == .life && $0.value == .null || $0.path.isErasure }
        let located = try stored { () throws(StoreError) in try store.append(change, freesRoom: frees) }
        let location = PackedLocation(located.location).number
        _ = try indexed { () throws(IndexError) in try apply([(located.stored, location)]) }
        changesSinceImage[stream, default: 0] += 1
        lastWritten = max(lastWritten, located.stored.change.moment.milliseconds)
    }

    /// Reads a change again.
    func change(_ entry: ChangeEntry) throws(DeskError) -> StoredChange {
        let location = PackedLocation.location(entry.location, writers: store.writers)
        return try stored { () throws(StoreError) in try store.change(entry.id, at: location) }
    }

    /// The records that some values refer to, as far as they are here.
    private func referredRecords(
        of values: FieldValues, _ type: RecordType
    ) -> [RecordID: (type: TypeID, values: FieldValues)] {
        var result: [RecordID: (type: TypeID, values: FieldValues)] = [:]
        for path in values.paths {
            guard let field = type.field(at: path) else { continue }
            let texts: [String] =
                switch field.kind {
                case .reference: [values[path].text].compactMap { $0 }
                case .references: values[path].list?.compactMap(\.text) ?? []
                default: []
                }
            for text in texts {
                let id = RecordID(text)
                // What the officer may not know of is as if it were not there.
                guard let record = (try? index.record(id)) ?? nil, !record.isDeleted, mayRead(record),
                    let type = record.type
                else { continue }
                result[id] = (type, record.values)
            }
        }
        return result
    }

    /// A clock that stands before what was written already, by more than a minute, is not to be trusted.
    private var clockStatus: ClockStatus { now.milliseconds < lastWritten - 60_000 ? .doubtful : .trusted }

    private func remember(_ values: FieldValues, of type: RecordType) {
        for field in type.fields where field.initial == .sticky {
            sticky[type.id, default: [:]][field.key] = values[field.key]
        }
    }

    /// Runs a question to the index, and puts its failure into the officer's words.
    func indexed<Result>(_ body: () throws(IndexError) -> Result) throws(DeskError) -> Result {
        try refuseLocked()
        do {
            return try body()
        } catch {
            throw DeskError(error)
        }
    }

    /// Runs a request to the store, and puts its failure into the officer's words.
    func stored<Result>(_ body: () throws(StoreError) -> Result) throws(DeskError) -> Result {
        do {
            return try body()
        } catch {
            throw DeskError(error)
        }
    }
}
