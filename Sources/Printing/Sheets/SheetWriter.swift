import Records

/// Turns the values of a record into the lines of its sheet.
struct SheetWriter {
    let values: FieldValues
    let words: ValueText

    /// The lines of one field; none when it is empty.
    func lines(_ field: FieldSpec) -> [RecordSheet.Line] {
        guard case .rows(let columns) = field.kind else {
            return line(field.label[words.language], words.text(of: values[field.key], in: field)).map { [$0] } ?? []
        }
        return values.rows(of: field.key).enumerated().flatMap { position, row in
            let cells = columns.filter { $0.visible?.holds(in: values, row: (field.key, row)) ?? true }
                .compactMap { column in
                    line(
                        column.label[words.language],
                        words.text(of: values[FieldPath(field.key, row: row, cell: column.key)], in: column),
                        isIndented: true)
                }
            return [RecordSheet.Line(label: "\(field.label[words.language]) \(position + 1)", text: "")] + cells
        }
    }

    /// A field that this version does not know.
    func unknown(_ key: String) -> [RecordSheet.Line] {
        let rows = values.rows(of: key)
        guard rows.isEmpty else {
            return [RecordSheet.Line(label: PlainText.line(key), text: "\(rows.count)")]
        }
        return line(PlainText.line(key), values[key].text ?? JSONWriter.text(of: values[key])).map { [$0] } ?? []
    }

    private func line(_ label: String, _ text: String, isIndented: Bool = false) -> RecordSheet.Line? {
        guard !text.isEmpty else { return nil }
        let lines = PlainText.lines(text)
        return RecordSheet.Line(
            label: label, text: lines[0], more: Array(lines.dropFirst()), isIndented: isIndented)
    }
}
