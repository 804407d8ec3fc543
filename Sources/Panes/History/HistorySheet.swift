import Desk
import Interface
import Records

/// Puts the life of a record into a text to read: who, when, and what became of each field.
struct HistorySheet {
    /// The record's type.
    let type: RecordType
    /// The day.
    let today: CalendarDay
    /// The language.
    let language: Language
    /// Puts values into words, masked or not.
    let words: ValueText

    /// The steps, the newest first.
    ///
    /// - Parameter steps: what happened, the oldest first.
    /// - Returns: the parts of the text.
    func blocks(_ steps: [Desk.HistoryEntry]) -> [DetailBlock] {
        var standing: [FieldPath: Value] = [:]
        var rows: [String: [RowID]] = [:]
        var parts: [[DetailBlock]] = []
        for step in steps {
            let lines = step.values.compactMap { line($0, standing: standing, rows: &rows, kind: step.kind) }
            for entry in step.values { standing[entry.path] = entry.value }
            let who = step.officer.isEmpty ? HistoryTexts.unknown[language] : step.officer
            let head = StyledLine([
                Span(DayText.short(step.moment, today: today) + "  "), Span(who + "  "),
                Span((HistoryTexts.kinds[step.kind] ?? HistoryTexts.edited)[language], .heading),
            ])
            let basis =
                step.basis.map { [DetailBlock.entry("  " + HistoryTexts.basis[language], StyledLine($0))] } ?? []
            parts.append([.line(head)] + basis + lines + [.space])
        }
        return parts.reversed().flatMap { $0 }
    }

    private func line(
        _ entry: Desk.HistoryEntry.Entry, standing: [FieldPath: Value], rows: inout [String: [RowID]],
        kind: Desk.HistoryEntry.Kind
    ) -> DetailBlock? {
        let path = entry.path
        guard let table = type.field(path.key) else {
            // A field of a newer version: it is there, and this version cannot put it into words.
            return .entry("  " + path.rawValue, StyledLine(HistoryTexts.newerField[language], .dim))
        }
        if path.isLife {
            guard let row = path.row else { return nil }
            let place = place(of: row, in: path.key, &rows)
            let text = entry.value == .null ? HistoryTexts.rowGone : HistoryTexts.rowNew
            guard entry.value == .null || standing[path] == nil else { return nil }
            return .entry("  \(table.label[language]) \(place)", StyledLine(text[language], .dim))
        }
        guard let field = type.field(at: path) else { return nil }
        var name = field.label[language]
        if let row = path.row { name = "\(table.label[language]) \(place(of: row, in: path.key, &rows)) · \(name)" }
        let new = shown(entry.value, field)
        guard kind != .created, let before = standing[path], !before.isEmpty else {
            return .entry("  " + name, StyledLine(new))
        }
        guard before != entry.value else { return nil }
        // Masked values may look the same before and after.
        let old = shown(before, field)
        return .entry("  " + name, StyledLine("\(old) → \(new)"))
    }

    private func shown(_ value: Value, _ field: FieldSpec) -> String {
        value.isEmpty ? HistoryTexts.nothing[language] : words.text(of: value, in: field)
    }

    /// Rows are numbered in the order in which they came.
    private func place(of row: RowID, in key: String, _ rows: inout [String: [RowID]]) -> Int {
        if let place = rows[key]?.firstIndex(of: row) { return place + 1 }
        rows[key, default: []].append(row)
        return rows[key]?.count ?? 1
    }
}
