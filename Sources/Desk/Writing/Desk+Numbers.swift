import Casework
import Index
import Records

extension Desk {
    /// Adds what the officer does not type: the working number, and for an accepted mediation the case number.
    func completing(_ values: FieldValues, of type: RecordType, base: Record?) throws(DeskError) -> FieldValues {
        var completed = Completion.complete(values, of: type) { [index] id in (try? index.record(id))?.values }
        if let letter = type.numberLetter, base == nil, completed["number"].isEmpty {
            completed["number"] = .text(try nextNumber(letter: letter))
        }
        return completed
    }

    private func nextNumber(letter: String) throws(DeskError) -> String {
        let year = today.parts.year
        let first = WorkingNumber(letter: letter, year: year, terminal: store.terminalLetter, sequence: 1)
        let prefix = String(first.description.dropLast(4))
        let highest = try indexed { () throws(IndexError) in try index.highestNumber(prefix: prefix) }
        return WorkingNumber.next(
            letter: letter, year: year, terminal: store.terminalLetter, after: highest.map { [$0] } ?? []
        ).description
    }
}
