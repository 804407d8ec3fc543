import Casework
import Index
public import Records
import Store

extension Desk {
    /// Numbers that two records have, and official numbers that wait for this laptop to confirm them.
    ///
    /// - Returns: the questions, equal numbers first.
    /// - Throws: ``DeskError``.
    public func numberQuestions() throws(DeskError) -> [NumberQuestion] {
        try refuseLocked()
        if let known = memo.numbers, !memo.hasStaleNumbers { return known }
        var result: [NumberQuestion] = []
        for group in try indexed({ () throws(IndexError) in try index.equallyNumbered() }) {
            // Records that share two numbers come twice.
            result += question(about: group).filter { question in !result.contains { $0.id == question.id } }
        }
        result += try provisional()
        memo.numbers = result
        memo.hasStaleNumbers = false
        return result
    }

    /// Settles who keeps a number; the others get the next one each, in one batch.
    ///
    /// - Parameters:
    ///   - question: equal numbers, or a provisional one.
    ///   - place: the record that keeps it, by its place; `nil` gives every one of them the next number.
    /// - Throws: ``DeskError``.
    public func settle(_ question: NumberQuestion, keeping place: Int?) throws(DeskError) {
        if let laptop = question.confirmedBy {
            throw .notAllowed(
                Label(
                    "文号由\(laptop)机编排，请在那台电脑上确认；先和它同步。",
                    "Laptop \(laptop) gives official numbers: confirm it there. Sync with it first."))
        }
        if !question.isProvisional, question.path == Mediation.number.path {
            // Two laptops write under one letter: from here on this one takes another.
            try stored { () throws(StoreError) in try store.setLocalValue(.null, for: Self.terminalKey) }
        }
        let batch = "number-" + RandomText.base32(count: 12, using: &random)
        for (index, record) in question.records.enumerated() {
            let base = try whole(record.id)
            let (type, stream) = try writable(base)
            guard base.value(at: question.path).text == question.number else { continue }
            let value: String
            if index == place {
                // Written again by the laptop that gives the numbers, it is confirmed.
                guard question.isProvisional else { continue }
                value = question.number
            } else if question.path == Mediation.officialNumber.path {
                value = try nextCaseNumber(
                    year: (base.values[Mediation.accepted] ?? today).parts.year, for: base.values)
            } else {
                guard let letter = type.numberLetter else { continue }
                value = try nextNumber(letter: letter, in: stream)
            }
            try commit([base.settling(question.path, with: .text(value))], to: stream, batch: batch)
        }
    }

    /// Whether an official number waits for the laptop that gives the numbers to confirm it.
    ///
    /// - Parameter record: a mediation.
    /// - Returns: whether it does; never while no laptop was named in the room's settings.
    public func isProvisional(_ record: Record) -> Bool {
        guard let holder = room?.values[Room.numberLaptop],
            let version = record.registers[Mediation.officialNumber.path]?.versions.first, !version.value.isEmpty,
            let entry = (try? index.change(version.change)) ?? nil,
            let location = PackedLocation.location(entry.location, writers: store.writers)
        else { return false }
        let letter =
            location.writer == store.writer
            ? knownLetter : (try? letter(of: location.writer, near: entry.officer)) ?? nil
        return letter != holder
    }

    /// Who has the same number besides the records themselves: asked after each change, without a walk over all numbers.
    func question(about group: [Record]) -> [NumberQuestion] {
        let living = group.filter { !$0.isDeleted && mayRead($0) }
        guard living.count > 1 else { return [] }
        return [Mediation.number.path, Mediation.officialNumber.path].compactMap { path in
            let byNumber = Dictionary(grouping: living) { $0.value(at: path).text ?? "" }
            guard let same = byNumber.first(where: { !$0.key.isEmpty && $0.value.count > 1 }) else { return nil }
            let records = same.value.sorted { givenFirst($0, $1, path) }
            return NumberQuestion(path: path, number: same.key, records: records.map { shown($0) })
        }
    }

    private func givenFirst(_ one: Record, _ other: Record, _ path: FieldPath) -> Bool {
        func given(_ record: Record) -> (Int, String) {
            (record.registers[path]?.versions.first?.moment.milliseconds ?? .max, record.id.rawValue)
        }
        return given(one) < given(other)
    }

    /// Official numbers that another laptop gave than the one that gives them; that one confirms them, the others show them.
    private func provisional() throws(DeskError) -> [NumberQuestion] {
        guard let holder = room?.values[Room.numberLaptop] else { return [] }
        let confirmedBy = holder == knownLetter ? nil : holder
        let query = ListQuery(Mediation.type.id, where: [.isSet(Mediation.officialNumber.key)])
        let records = try indexed { () throws(IndexError) in try index.list(query, limit: Self.mostNumbered).records }
        return records.filter { mayRead($0) && isProvisional($0) }.compactMap { record in
            record.value(at: Mediation.officialNumber.path).text.map {
                NumberQuestion(
                    path: Mediation.officialNumber.path, number: $0, records: [shown(record)], confirmedBy: confirmedBy)
            }
        }
    }

    private static let mostNumbered = 10_000
}
