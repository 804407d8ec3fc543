import Casework
import Index
public import Records
import Store

extension Desk {
    /// Adds what the officer does not type: the working number, and what follows from other fields.
    func completing(_ values: FieldValues, of type: RecordType, base: Record?) throws(DeskError) -> FieldValues {
        var completed = takingOver(values, of: type)
        if type.id == Household.type.id { completed = Household.placed(completed, previous: base?.values) }
        // What a new record starts with is dropped again where the question was never asked.
        for field in type.fields where base == nil && field.initial != nil {
            if let visible = field.visible, !visible.holds(in: completed) { completed[field.key] = .null }
        }
        if let letter = type.numberLetter, base == nil, completed["number"].isEmpty {
            completed["number"] = .text(try nextNumber(letter: letter, in: type.stream(for: completed)))
        }
        return completed
    }

    /// What an entry takes over from its follow-up: it lies where that lies.
    func takingOver(_ values: FieldValues, of type: RecordType) -> FieldValues {
        guard type.id == FollowupEntry.type.id, let id = values[FollowupEntry.followup],
            let record = (try? index.record(id)) ?? nil, mayRead(record)
        else { return values }
        var completed = values
        let followup = record.values
        completed[FollowupEntry.kind] = followup[Followup.kind]
        completed[FollowupEntry.minor] = followup[Followup.minor]
        return completed
    }

    /// The next official number of an accepted mediation, by the room's template.
    ///
    /// - Parameters:
    ///   - year: the year of acceptance.
    ///   - mediation: the mediation that gets it; a restricted one has a sequence of its own.
    /// - Returns: the number; provisional until the laptop that holds the sequence confirms it.
    /// - Throws: ``DeskError``.
    public func nextCaseNumber(year: Int, for mediation: FieldValues) throws(DeskError) -> String {
        let text = room?.values[Room.caseNumber] ?? CaseNumberTemplate.standard
        guard var template = CaseNumberTemplate(text) ?? CaseNumberTemplate(CaseNumberTemplate.standard) else {
            throw .notFound
        }
        if Mediation.type.stream(for: mediation) == .restricted { template = template.restricted }
        let accepted = ListQuery(Mediation.type.id, where: [.isSet(Mediation.officialNumber.key)])
        let used = try indexed { () throws(IndexError) in try index.groups(by: Mediation.officialNumber.key, accepted) }
        // A file that was deleted may be restored, one that was erased has left its number on paper: gaps stay (domain §7.3).
        let deleted = try indexed { () throws(IndexError) in
            try index.deleted(Mediation.type.id, limit: Self.mostVoid)
        }
        let void = try deleted.compactMap { $0.value(at: Mediation.officialNumber.path).text } + numbersOfErased()
        return template.next(year: year, after: used.compactMap(\.value.text) + void)
    }

    /// The next working number of a stream.
    ///
    /// In a sealed notebook restricted records are counted apart (`RA` beside `A`): a gap in the numbers that everybody
    /// sees would tell that something is hidden, and whoever cannot open them could not know which numbers are taken.
    func nextNumber(letter: String, in stream: Stream) throws(DeskError) -> String {
        let year = today.parts.year
        let own = try terminalLetter()
        let terminal = isSealed && stream == .restricted ? "R" + own : own
        let first = WorkingNumber(letter: letter, year: year, terminal: terminal, sequence: 1)
        let prefix = String(first.description.dropLast(4))
        let highest = try indexed { () throws(IndexError) in try index.highestNumber(prefix: prefix) }
        // Laptops of an earlier version kept the numbers of what they erased to themselves.
        let given =
            [highest, store.localValue(Self.givenKey + prefix)?.text].compactMap(\.self) + (try numbersOfErased())
        return WorkingNumber.next(letter: letter, year: year, terminal: terminal, after: given).description
    }

    private static let givenKey = "given "

    /// The numbers of everything that was erased, here or elsewhere: they stand with the erasures.
    private func numbersOfErased() throws(DeskError) -> [String] {
        if let known = memo.numbersOfErased { return known }
        var numbers: [String] = []
        for stream in index.openStreams.sorted() {
            for id in Set(store.erasures(stream).map(\.record)).sorted() {
                let record = try indexed { () throws(IndexError) in try index.record(id) }
                numbers += record?.erasures.flatMap(\.erasure.numbers) ?? []
            }
        }
        memo.numbersOfErased = numbers
        return numbers
    }

    /// The numbers that a record bears or bore, as far as its values say.
    static func numbers(of record: Record) -> [String] {
        [FieldPath("number"), Mediation.officialNumber.path].flatMap { path in
            record.registers[path]?.versions.compactMap(\.value.text) ?? []
        }.filter { !$0.isEmpty }
    }

    private static let mostVoid = 100_000

    /// The letter by which this laptop's working numbers differ from the others'.
    ///
    /// It is chosen once for each incarnation of the laptop: a clone takes another letter than the laptop it was copied from.
    func terminalLetter() throws(DeskError) -> String {
        if let knownLetter { return knownLetter }
        // R is in front of restricted numbers.
        let letters = "ABCDEFGHJKLMNPQRSTUVWXYZ".map(String.init).filter { !isSealed || $0 != "R" }
        var free: [String] = []
        for letter in letters where try !isGiven(letter) {
            free.append(letter)
            // The first laptop is A.
            if store.writers.count == 1 { break }
        }
        // Laptops that joined on one day know nothing of each other: if each took the first that is free, all took the same.
        let letter = free.isEmpty ? "Z" : free[Int(random.next() % UInt64(free.count))]
        let value = Value.object([
            .init("writer", .text(store.writer.rawValue)), .init("letter", .text(letter)),
        ])
        try stored { () throws(StoreError) in try store.setLocalValue(value, for: Self.terminalKey) }
        return letter
    }

    /// The letter of this laptop; `nil` before it gave its first number.
    var knownLetter: String? {
        guard let known = store.localValue(Self.terminalKey), known["writer"]?.text == store.writer.rawValue else {
            return nil
        }
        return known["letter"]?.text
    }

    /// Whether some laptop gave numbers with a letter: in whatever year, since a clock may be wrong, and in January nobody has
    /// given one yet.
    private func isGiven(_ letter: String) throws(DeskError) -> Bool {
        let year = today.parts.year
        for type in types.compactMap(\.numberLetter) {
            for year in (year - Self.yearsBack)...(year + Self.yearsAhead) {
                let first = WorkingNumber(letter: type, year: year, terminal: letter, sequence: 1)
                let prefix = String(first.description.dropLast(4))
                if try indexed({ () throws(IndexError) in try index.highestNumber(prefix: prefix) }) != nil {
                    return true
                }
            }
        }
        return false
    }

    private static let yearsBack = 10
    private static let yearsAhead = 3

    /// Under which name the laptop's letter is kept.
    static let terminalKey = "terminal"
}
