import Casework
import Index
import Records
import Store

extension Desk {
    /// The laptop on which a change was written.
    func laptop(of entry: ChangeEntry) throws(DeskError) -> LaptopName {
        guard let location = PackedLocation.location(entry.location, writers: store.writers) else { return .other }
        if location.writer == store.writer { return .own }
        return try letter(of: location.writer, near: entry.officer).map { .lettered($0) } ?? .other
    }

    /// The letter in the working numbers that a laptop gave.
    ///
    /// The letter stands nowhere else: it is read from a number that was given there.
    ///
    /// - Parameters:
    ///   - writer: the laptop.
    ///   - officer: somebody who works there.
    /// - Returns: the letter; `nil` when no number is found among that officer's last changes.
    /// - Throws: ``DeskError``.
    func letter(of writer: WriterID, near officer: RecordID) throws(DeskError) -> String? {
        if let known = memo.letters[writer.rawValue] { return known.isEmpty ? nil : known }
        let entries = try indexed { () throws(IndexError) in
            try index.changes(of: officer, limit: Self.changesLookedAt)
        }
        for entry in entries {
            guard PackedLocation.location(entry.location, writers: store.writers)?.writer == writer,
                let number = try change(entry).change.ops.first(where: { $0.path.rawValue == "number" })?.value.text,
                let letters = WorkingNumber(number)?.terminal
            else { continue }
            // Restricted numbers carry an R before the laptop's own letter.
            let letter = String(letters.suffix(1))
            memo.letters[writer.rawValue] = letter
            return letter
        }
        // Nobody looks through all of it again for every row of a list.
        memo.letters[writer.rawValue] = ""
        return nil
    }

    private static let changesLookedAt = 200
}
