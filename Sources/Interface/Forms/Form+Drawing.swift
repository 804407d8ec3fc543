import Records
public import Terminal
import Themes

extension Form {
    /// Draws the form: title, fields, and nothing that jumps.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: its place; the line of help belongs into the status line below.
    ///   - look: language, colours, widths.
    public mutating func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        guard !area.isEmpty else { return }
        drawTitle(into: &canvas, area: area, look: look)
        let body = Rect(
            row: area.origin.row + 2, column: area.origin.column, rows: area.size.rows - 2,
            columns: area.size.columns)
        guard !body.isEmpty else { return canvas.placeCaret(at: area.origin, visible: false) }
        textRows = min(8, max(1, body.size.rows - 2), max(3, body.size.rows / 3))
        let labels = labelColumns(look, columns: body.size.columns)
        let blocks = blocks(columns: body.size.columns - labels - 6, look: look)
        scroll(blocks, rows: body.size.rows)
        canvas.placeCaret(at: body.origin, visible: false)
        var popup: (ReferenceEntry, Rect)?
        for block in blocks where block.end > top && block.top < top + body.size.rows {
            if let found = draw(block, labels: labels, into: &canvas, body: body, look: look) { popup = found }
        }
        if let (entry, field) = popup { entry.drawCandidates(into: &canvas, area: body, field: field, look: look) }
    }

    /// What the line of help says where the focus stands: the field's help, what stands against saving, or the forms of a day.
    ///
    /// - Parameter look: the language.
    /// - Returns: one row; `nil` when there is nothing to say.
    public func help(_ look: Look) -> StyledLine? {
        guard case .field(let path) = focus, let field = specs[path] else {
            let problems = problems.filter { $0.path == nil }
            return problems.first.map { StyledLine(look.text($0.message), .error) }
        }
        var parts: [String] = []
        if let help = field.help { parts.append(look.text(help)) }
        switch field.kind {
        case .day: parts.append(look.text(DayEntry.forms))
        case .time: parts.append(look.text(TimeEntry.forms))
        case .moment: parts.append(look.text(TypedValue.momentForms))
        case .reference, .references: parts.append(look.text(Texts.candidatesHint))
        default: break
        }
        guard !parts.isEmpty else { return nil }
        return StyledLine([
            Span(look.text(field.label) + (look.language == .zh ? "：" : ": "), .label),
            Span(parts.joined(separator: "  "), .dim),
        ])
    }

    // MARK: Layout

    private func labelColumns(_ look: Look, columns: Int) -> Int {
        let widest = specs.values.map { look.columns(look.text($0.label)) + ($0.required == nil ? 0 : 2) }.max() ?? 0
        return min(widest, max(4, columns / 3))
    }

    private func blocks(columns: Int, look: Look) -> [FormBlock] {
        var blocks: [FormBlock] = []
        var row = 0
        func add(_ kind: FormBlock.Kind, _ item: FormItem?, height: Int = 1, hasNote: Bool = false) {
            blocks.append(FormBlock(kind: kind, item: item, top: row, height: height, hasNote: hasNote))
            row += height + (hasNote ? 1 : 0)
        }
        func add(_ field: FieldSpec) {
            guard field.columns.isEmpty else {
                add(.rowsHead(field), nil)
                for id in values.rows(of: field.key) { add(.row(field, id), .row(field.key, id)) }
                add(.addRow(field), .addRow(field.key), hasNote: true)
                return
            }
            add(
                .field(field), .field(scope.path(of: field)), height: height(of: field, columns: columns, look: look),
                hasNote: true)
        }
        for (number, section) in sections.enumerated() {
            let shown = section.fields.filter(isVisible)
            guard !shown.isEmpty else { continue }
            // The title stands right above the first section, and a folded line says itself what it holds.
            let hasHeading = number > 0 && shown.contains { !$0.isFolded }
            if hasHeading { add(.heading(look.text(section.label)), nil, hasNote: true) }
            for field in shown where !field.isFolded { add(field) }
            let folded = shown.filter(\.isFolded)
            guard !folded.isEmpty else { continue }
            add(.fold(number, folded), .fold(number), hasNote: true)
            if openSections.contains(number) { for field in folded { add(field) } }
        }
        return blocks
    }

    private func height(of field: FieldSpec, columns: Int, look: Look) -> Int {
        let options: [CodeTable.Row]
        switch field.kind {
        case .longText: return textRows
        case .choice(let table), .choices(let table): options = table.rows
        case .yesNo: options = FormField.yesNo
        default: return 1
        }
        let entry = ChoiceEntry(options: options, chosen: [], isMultiple: false)
        return min(4, (entry.places(columns: max(4, columns), look: look).last?.row ?? 0) + 1)
    }

    /// Moves the window as little as possible so that what has the focus is seen, with the row for its problem.
    private mutating func scroll(_ blocks: [FormBlock], rows: Int) {
        let end = blocks.last?.end ?? 0
        top = min(top, max(0, end - rows))
        guard let place = blocks.firstIndex(where: { $0.item == focus }) else { return }
        let block = blocks[place]
        // A heading right above comes into sight with its first field.
        var start = block.top
        var before = place
        while before > 0, blocks[before - 1].item == nil, block.end - blocks[before - 1].top <= rows {
            before -= 1
            start = blocks[before].top
        }
        if block.end > top + rows { top = block.end - rows }
        if start < top { top = start }
    }

    // MARK: Parts

    private func drawTitle(into canvas: inout Canvas, area: Rect, look: Look) {
        let state: StyledLine
        if let storedAt, !isDirty {
            state = StyledLine(look.text(Texts.fill(Texts.draftSaved, ["t": "\(storedAt)"])), .dim)
        } else if isDirty {
            state = StyledLine(look.text(Texts.draftUnsaved), .dim)
        } else {
            state = ""
        }
        let reserved = look.columns(state.text) + 3
        var title = title
        if case .row = scope, let section = sections.first { title += " · " + look.text(section.label) }
        let used = canvas.write(
            title, row: 0, column: 1, in: area, style: look[.title],
            maxColumns: max(0, area.size.columns - 1 - (reserved < area.size.columns / 2 ? reserved : 1)))
        canvas.writeRight(state, row: 0, in: area, look: look, minColumn: used + 2)
        guard let note else { return }
        canvas.write(
            look.text(note), row: 1, column: 1, in: area, style: look[.dim], maxColumns: area.size.columns - 2)
    }

    private mutating func draw(
        _ block: FormBlock, labels: Int, into canvas: inout Canvas, body: Rect, look: Look
    ) -> (ReferenceEntry, Rect)? {
        let row = block.top - top
        let isFocused = block.item == focus && block.item != nil
        if isFocused {
            canvas.write("▌", row: row, column: 1, in: body, style: look[.selectionMark])
            park(&canvas, row: row, column: 1, in: body)
        }
        switch block.kind {
        case .heading(let text): canvas.write(text, row: row, column: 1, in: body, style: look[.heading])
        case .fold(let number, let fields):
            let text = (openSections.contains(number) ? "▾ " : "▸ ") + particulars(fields, look: look)
            let remark = fields.map { scope.path(of: $0) }.compactMap(services.remark).first
            let line = StyledLine([
                Span(remark.map { look.text($0) + "  " } ?? "", .conflict), Span(text),
            ])
            canvas.write(
                line, row: row, column: 3, in: body, look: look, maxColumns: max(0, body.size.columns - 4),
                base: isFocused ? look[.selection] : nil)
        case .rowsHead(let field):
            canvas.write(label(field, look), row: row, column: 3, in: body, look: look)
            let count = look.text(Texts.fill(Texts.rowCount, ["n": "\(values.rows(of: field.key).count)"]))
            canvas.write(count, row: row, column: 5 + labels, in: body, style: look[.dim])
        case .row(let field, let id):
            let hasProblem = problems.contains { $0.path?.row == id }
            let text = summary(of: id, in: field, look: look)
            let line = StyledLine([
                Span(text.isEmpty ? look.text(Texts.empty) : text, text.isEmpty ? .dim : .field),
                Span(hasProblem ? "  !" : "", .error),
                Span(services.remark(FieldPath(field.key, row: id)).map { "  " + look.text($0) } ?? "", .conflict),
            ])
            canvas.write(
                line, row: row, column: 5, in: body, look: look, maxColumns: max(0, body.size.columns - 6),
                base: isFocused ? look[.selection] : nil)
        case .addRow(let field):
            canvas.write(
                look.text(Texts.addRow), row: row, column: 5, in: body, style: look[isFocused ? .selection : .dim])
            note(for: field.path, at: row + 1, column: 5, into: &canvas, body: body, look: look)
        case .field(let field):
            return draw(field, block, labels: labels, isFocused: isFocused, into: &canvas, body: body, look: look)
        }
        return nil
    }

    private mutating func draw(
        _ field: FieldSpec, _ block: FormBlock, labels: Int, isFocused: Bool, into canvas: inout Canvas, body: Rect,
        look: Look
    ) -> (ReferenceEntry, Rect)? {
        let row = block.top - top
        let path = scope.path(of: field)
        let column = 5 + labels
        canvas.write(label(field, look), row: row, column: 3, in: body, look: look, maxColumns: labels)
        // A field taller than the window keeps its lower part in sight; only whole rows are drawn.
        let first = max(0, row)
        let end = min(body.size.rows, row + block.height)
        let place = Rect(
            row: body.origin.row + first, column: body.origin.column + column, rows: end - first,
            columns: body.size.columns - column - 1)
        note(for: path, at: row + block.height, column: column, into: &canvas, body: body, look: look)
        guard !place.isEmpty else { return nil }
        if isMasked(field) {
            let text = FieldText.masked(shown(field, look))
            canvas.write(
                StyledLine([Span(text, .masked), Span(isFocused ? look.text(Texts.hidden) : "", .dim)]), row: 0,
                in: place, look: look)
            if isFocused { canvas.placeCaret(at: place.origin) }
            return nil
        }
        switch isFocused ? fields[path] : nil {
        case .line(var editor):
            editor.draw(into: &canvas, area: place, look: look)
            fields[path] = .line(editor)
        case .text(var editor):
            fields[path] = nil
            editor.draw(into: &canvas, area: place, look: look)
            fields[path] = .text(editor)
        case .choice(let entry): entry.draw(into: &canvas, area: place, look: look, isFocused: true)
        case .reference(var entry):
            entry.draw(into: &canvas, area: place, look: look)
            fields[path] = .reference(entry)
            return (entry, Rect(origin: place.origin, size: Size(rows: 1, columns: place.size.columns)))
        case nil: drawIdle(field, path, into: &canvas, place: place, look: look)
        }
        return nil
    }

    /// A field without the focus.
    private func drawIdle(
        _ field: FieldSpec, _ path: FieldPath, into canvas: inout Canvas, place: Rect, look: Look
    ) {
        if let text = unread[path], !text.isEmpty {
            canvas.write(text, row: 0, in: place, style: look[.error])
            return
        }
        if field.kind == .longText {
            // Only the beginning is seen, so only the beginning is wrapped.
            let text = String((values[path].text ?? "").prefix(place.size.rows * place.size.columns + 1))
            let lines = look.textWidth.wrap(text, columns: max(2, place.size.columns - 1))
            for (row, line) in lines.prefix(place.size.rows).enumerated() {
                let isCut = row == place.size.rows - 1 && lines.count > place.size.rows
                canvas.write(
                    String(text[line.range]) + (isCut ? "…" : ""), row: row, in: place, style: look[.field])
            }
            return
        }
        if case .choice(let entry) = FormField(field, value: values[path], unread: nil, services: services) {
            entry.draw(into: &canvas, area: place, look: look, isFocused: false)
        } else {
            canvas.write(shown(field, look), row: 0, in: place, style: look[.field])
        }
    }

    private func label(_ field: FieldSpec, _ look: Look) -> StyledLine {
        StyledLine([
            Span(look.text(field.label), .label), Span(isRequired(field) ? " *" : "", .warning),
        ])
    }

    private func shown(_ field: FieldSpec, _ look: Look) -> String {
        FieldText.shown(values[scope.path(of: field)], field.kind, language: look.language, name: services.name)
    }

    /// The row below a field: what is wrong, or what was understood.
    private func note(
        for path: FieldPath, at row: Int, column: Int, into canvas: inout Canvas, body: Rect, look: Look
    ) {
        guard row >= 0 else { return }
        let line: StyledLine
        if let problem = problems.first(where: { $0.path == path }), !(focus == .field(path) && isDirty) {
            line = StyledLine("! " + look.text(problem.message), problem.severity == .refusal ? .error : .warning)
        } else if focus == .field(path), let field = specs[path], let text = fields[path]?.typed, !text.isEmpty,
            let said = understood(text, field, at: path, look: look)
        {
            line = said
        } else if let remark = services.remark(path) {
            line = StyledLine(look.text(remark), .conflict)
        } else {
            return
        }
        canvas.write(
            line, row: row, column: column, in: body, look: look, maxColumns: max(0, body.size.columns - column - 1))
    }

    private func understood(_ text: String, _ field: FieldSpec, at path: FieldPath, look: Look) -> StyledLine? {
        if case .choice = fields[path] { return StyledLine("… \(text)", .dim) }
        if let fault = services.checkText(field, text) { return StyledLine("! " + look.text(fault), .warning) }
        switch field.kind {
        case .day, .time, .moment, .money:
            guard let value = try? TypedValue.value(of: text, as: field.kind, in: clock(for: field)) else { return nil }
            let shown = FieldText.shown(value, field.kind, language: look.language)
            return shown == text ? nil : StyledLine("\(text) → \(shown)", .dim)
        default: return nil
        }
    }

    /// The folded fields in one line: `11-21 周六 14:10–14:30 · 苏行简、辅警二 · 民情常态`.
    private func particulars(_ folded: [FieldSpec], look: Look) -> String {
        var line = ""
        var last: FieldKind?
        for field in folded where field.columns.isEmpty {
            var text = isMasked(field) ? FieldText.masked(shown(field, look)) : shown(field, look)
            if case .day = field.kind, text.hasPrefix("\(services.clock.today.parts.year)-") {
                text = String(text.dropFirst(5))
            }
            guard !text.isEmpty else { continue }
            switch (last, field.kind) {
            case (nil, _): break
            case (.time, .time): line += "–"
            case (.day, .time): line += " "
            default: line += " · "
            }
            line += String(text.map { $0.isNewline ? " " : $0 })
            last = field.kind
        }
        guard line.isEmpty else { return line }
        return folded.map { look.text($0.label) }.joined(separator: " · ")
    }

    private func park(_ canvas: inout Canvas, row: Int, column: Int, in body: Rect) {
        let point = Point(row: body.origin.row + row, column: body.origin.column + column)
        if body.contains(point) { canvas.placeCaret(at: point, visible: false) }
    }
}
