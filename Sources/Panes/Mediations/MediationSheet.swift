import Casework
import Desk
import Interface
import Records

/// Puts one mediation into a text to read: where it stands, what is due and why, what is missing (SCREENS.md).
struct MediationSheet {
    /// The day.
    let today: CalendarDay
    /// Language and widths.
    let look: Look
    /// Puts values into words.
    let words: ValueText
    /// The columns there are.
    let columns: Int
    /// Whether phones and addresses are shown.
    let showsHidden: Bool

    private var language: Language { look.language }

    /// The first line: number, title, and at the right colour, scale and unit.
    ///
    /// - Parameters:
    ///   - values: the mediation.
    ///   - isProvisional: whether its number waits for the laptop that gives official numbers.
    /// - Returns: what stands at the left and at the right.
    func heading(_ values: FieldValues, isProvisional: Bool = false) -> (left: StyledLine, right: StyledLine) {
        let number = values[Mediation.officialNumber] ?? values[Mediation.number] ?? ""
        var right: [Span] = []
        if let colour = values[Mediation.colour] {
            right.append(Span(word(Mediation.colour, values), MediationRows.role(ofColour: colour)))
            right.append(Span(" · "))
        }
        right.append(Span(word(Mediation.scale, values)))
        if let unit = values[Mediation.responsibleUnit] {
            right.append(Span(" · " + Texts.fill(MediationTexts.responsible, ["u": unit])[language]))
        }
        return (
            StyledLine([
                Span(number, .heading), Span(isProvisional ? MediationTexts.provisional[language] : "", .warning),
                Span("  ", .heading), Span(values[Mediation.title] ?? "", .heading),
            ]),
            StyledLine(right)
        )
    }

    /// The line 登记✓ 意愿✓ [调解 第2次] 协议 ….
    ///
    /// Where there is no room for all of it, the first steps give way: where it stands and what follows says more.
    ///
    /// - Parameters:
    ///   - values: the mediation.
    ///   - columns: the columns there are.
    ///   - measure: the columns of a text.
    /// - Returns: one row.
    func stages(_ values: FieldValues, columns: Int, measure: (String) -> Int) -> StyledLine {
        var steps = MediationStage.steps(of: values)[...]
        let current = MediationRows.stage(of: values)
        var line = stages(steps, current, values)
        while measure(line.text) > columns, let first = steps.first, first != current {
            steps.removeFirst()
            line = StyledLine("… ", .dim) + stages(steps, current, values)
        }
        return line
    }

    private func stages(
        _ steps: ArraySlice<MediationStage>, _ current: MediationStage, _ values: FieldValues
    ) -> StyledLine {
        var spans: [Span] = []
        for step in steps {
            if !spans.isEmpty { spans.append(Span(" ")) }
            let name = step.label[language]
            if step.isDone(in: values) {
                spans.append(Span(name, .dim))
                spans.append(Span("✓", .success))
            } else if step == current {
                let sessions = values.rows(of: Mediation.sessions).count
                let count = Texts.fill(MediationTexts.session, ["n": "\(sessions)"])[language]
                spans.append(Span(step == .mediating && sessions > 0 ? "[\(name) \(count)]" : "[\(name)]", .heading))
            } else {
                spans.append(Span(name, .dim))
            }
        }
        return StyledLine(spans)
    }

    /// Whether something is masked in it that Ctrl-E shows.
    static func hasHidden(_ values: FieldValues) -> Bool {
        values.rows(of: Mediation.parties).contains {
            values[MediationParty.phone, $0, of: Mediation.parties] != nil
                || values[MediationParty.address, $0, of: Mediation.parties] != nil
        }
    }

    /// The text below heading and stages.
    ///
    /// - Parameters:
    ///   - values: the mediation.
    ///   - deadlines: what is still open.
    /// - Returns: the parts of the text.
    func blocks(_ values: FieldValues, deadlines: [Deadline]) -> [DetailBlock] {
        var blocks: [DetailBlock] = deadlines.map { deadline($0, values) }
        if !deadlines.isEmpty { blocks.append(.space) }
        blocks += partiesAndSessions(values)
        if showsHidden { blocks += contacts(values) }
        blocks += [.space, .heading(StyledLine(MediationTexts.facts[language]))]
        blocks.append(.paragraph(values[Mediation.facts] ?? ""))
        blocks += outcome(values) + missing(values)
        return blocks
    }

    private func deadline(_ deadline: Deadline, _ values: FieldValues) -> DetailBlock {
        let rule = deadline.rule
        let name: Label =
            switch rule.force {
            case .statutory: MediationTexts.deadline
            case .goal: MediationTexts.goal
            case .reminder: MediationTexts.reminder
            }
        var source = rule.source
        if deadline.isGoal, let reason = values[Mediation.goalReason] {
            source = Texts.fill(MediationTexts.reason, ["t": reason])
        }
        var spans = [
            Span(look.textWidth.pad(rule.label[language], to: language == .zh ? 20 : 28)),
            Span(" " + DayText.short(deadline.due, today: today) + "  "),
        ]
        let state = MediationRows.state(deadline, on: today, language)
        spans += [Span(look.textWidth.pad(state.text, to: language == .zh ? 9 : 14), state.spans.first?.role ?? .text)]
        spans.append(Span("  " + source[language], .dim))
        if let note = deadline.note { spans.append(Span("  " + note[language], .warning)) }
        return .entry(name[language], StyledLine(spans))
    }

    // MARK: Parties and sessions, side by side when there is room

    private func partiesAndSessions(_ values: FieldValues) -> [DetailBlock] {
        let left = parties(values)
        let right = sessions(values)
        let head = language == .zh ? 8 : 10
        func label(_ label: Label, _ isFirst: Bool) -> Span {
            Span(look.textWidth.pad(isFirst ? label[language] : "", to: head), .label)
        }
        guard columns >= 76 else {
            return left.enumerated().map {
                .line(StyledLine([label(MediationTexts.parties, $0.offset == 0)]) + $0.element)
            }
                + [.space]
                + right.enumerated().map {
                    .line(StyledLine([label(MediationTexts.sessions, $0.offset == 0)]) + $0.element)
                }
        }
        let half = max(36, (columns - 2) * 45 / 100)
        return (0..<max(left.count, right.count)).map { row in
            let party = row < left.count ? left[row] : ""
            let used = look.columns(party.text)
            let gap = Span(String(repeating: " ", count: max(1, half - head - used)))
            var line = StyledLine([label(MediationTexts.parties, row == 0)] + party.spans + [gap])
            if row < right.count { line = line + StyledLine([label(MediationTexts.sessions, row == 0)]) + right[row] }
            return .line(line)
        }
    }

    private func parties(_ values: FieldValues) -> [StyledLine] {
        values.rows(of: Mediation.parties).enumerated().map { position, row in
            let consent = values[MediationParty.consent, row, of: Mediation.parties] ?? .unsaid
            let on = values[MediationParty.consentOn, row, of: Mediation.parties]
            let name = values[MediationParty.name, row, of: Mediation.parties] ?? ""
            let role: Role = consent == .agrees ? .text : consent == .refuses ? .error : .warning
            let word = CodeTable.consent.label(of: consent.rawValue)?[language] ?? ""
            let day = consent == .unsaid ? "" : on.map { " " + DayText.short($0, today: today) } ?? ""
            return StyledLine([
                Span(Self.ordinal(position) + " "),
                Span(look.textWidth.pad(look.textWidth.truncate(name, to: 12), to: 12) + " "), Span(word + day, role),
            ])
        }
    }

    /// 甲, 乙, 丙 …; a number beyond the ten.
    static func ordinal(_ position: Int) -> String {
        position < MediationTexts.ordinals.count ? MediationTexts.ordinals[position] : "\(position + 1)"
    }

    private func sessions(_ values: FieldValues) -> [StyledLine] {
        var lines: [StyledLine] = []
        if let day = values[Mediation.investigated] {
            lines.append(
                StyledLine([
                    Span(DayText.short(day, today: today) + " "), Span(MediationStage.investigation.label[language]),
                ]))
        }
        for (position, row) in values.rows(of: Mediation.sessions).enumerated() {
            let day = values[MediationSession.date, row, of: Mediation.sessions]
            let points = values[MediationSession.points, row, of: Mediation.sessions] ?? ""
            let outcome = values[MediationSession.outcome, row, of: Mediation.sessions]
            let count = Texts.fill(MediationTexts.session, ["n": "\(position + 1)"])[language]
            let text = (outcome ?? String(points.prefix { !$0.isNewline }))
            lines.append(
                StyledLine((day.map { DayText.short($0, today: today) } ?? "") + " \(count) " + text))
        }
        return lines.isEmpty ? [StyledLine(MediationTexts.noSessions[language], .dim)] : lines
    }

    private func contacts(_ values: FieldValues) -> [DetailBlock] {
        values.rows(of: Mediation.parties).enumerated().compactMap { position, row in
            let phone = values[MediationParty.phone, row, of: Mediation.parties]
            let address = values[MediationParty.address, row, of: Mediation.parties]
            let text = [phone, address].compactMap { $0 }.joined(separator: "  ")
            guard !text.isEmpty else { return nil }
            return .entry(
                MediationTexts.contact[language] + " " + Self.ordinal(position), StyledLine(text, .masked))
        }
    }

    // MARK: Outcome

    private func outcome(_ values: FieldValues) -> [DetailBlock] {
        let result = values[Mediation.result] ?? .inProgress
        guard result != .inProgress else { return [] }
        var blocks: [DetailBlock] = [.space]
        let on = values[Mediation.resultOn].map { "  \($0)" } ?? ""
        blocks.append(entry(MediationTexts.result, StyledLine(word(Mediation.result, values) + on)))
        if let sent = values[Mediation.sentTo] { blocks.append(entry(MediationTexts.sentTo, StyledLine(sent))) }
        guard result.isSettled else { return blocks }
        blocks.append(entry(MediationTexts.agreement, StyledLine(values[Mediation.agreement] ?? "")))
        let amount = values[Mediation.agreedAmount].map { "  " + ValueText.money($0) } ?? ""
        let due = values[Mediation.performanceDue].map { "  \($0)" } ?? ""
        blocks.append(
            entry(MediationTexts.performance, StyledLine(word(Mediation.performance, values) + amount + due)))
        for row in values.rows(of: Mediation.returnVisits) {
            let day = values[MediationReturnVisit.date, row, of: Mediation.returnVisits]
            let text = values[MediationReturnVisit.text, row, of: Mediation.returnVisits] ?? ""
            blocks.append(
                entry(
                    MediationTexts.returnVisits,
                    StyledLine((day.map { DayText.short($0, today: today) + " " } ?? "") + text)))
        }
        if values[Mediation.judicial] != nil {
            let on = values[Mediation.judicialOn].map { "  \($0)" } ?? ""
            blocks.append(entry(MediationTexts.confirmation, StyledLine(word(Mediation.judicial, values) + on)))
        }
        return blocks
    }

    private func missing(_ values: FieldValues) -> [DetailBlock] {
        let missing = MediationFile.missing(in: values)
        guard !missing.isEmpty else { return [] }
        let text = missing.map { "\($0.code) \($0.label[language])" }.joined(separator: "   ")
        return [.space, entry(MediationTexts.missing, StyledLine(text, .warning))]
    }

    private func entry(_ label: Label, _ line: StyledLine) -> DetailBlock { .entry(label[language], line) }

    private func word<Content>(_ field: Field<Content>, _ values: FieldValues) -> String {
        words.text(of: values[field.path], in: field.spec)
    }
}
