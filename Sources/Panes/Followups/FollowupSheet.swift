import Casework
import Desk
import Interface
import Records

/// Puts one follow-up into a text to read: the paper first, then the period with its rule, then what was done.
struct FollowupSheet {
    /// How much of it is shown.
    enum Depth {
        /// Beside the list: nothing that tells whom it is about (RIGHTS.md, SCREENS.md).
        case beside
        /// Opened; the contact is masked.
        case opened
        /// Opened, with what was masked.
        case revealed
    }

    /// The day.
    let today: CalendarDay
    /// The language.
    let language: Language
    /// Puts values into words.
    let words: ValueText
    /// Names records.
    let name: (RecordID) -> String

    /// Whether something is masked in it that Ctrl-E shows.
    static func hasHidden(_ values: FieldValues) -> Bool { values[Followup.leadContact] != nil }

    /// The heading: kind and working number.
    func heading(_ values: FieldValues) -> String {
        [values[Followup.kind]?.label[language] ?? "", values[Followup.number] ?? ""].filter { !$0.isEmpty }
            .joined(separator: "  ")
    }

    /// The text.
    ///
    /// - Parameters:
    ///   - row: the follow-up and its next call.
    ///   - entries: what was done for it, the newest first.
    ///   - depth: how much is shown.
    /// - Returns: the parts of the text.
    func blocks(_ row: Desk.FollowupRow, entries: [Record], depth: Depth) -> [DetailBlock] {
        let values = row.record.values
        var blocks: [DetailBlock] = []
        if Followup.isEnded(values, on: today) {
            blocks += [.line(StyledLine(FollowupTexts.readOnly[language], .dim)), .space]
        }
        blocks += whom(values, depth) + paper(values, depth) + [.space] + period(row) + [.space]
        blocks += done(entries, isMinor: values[Followup.minor] == true, depth)
        return blocks
    }

    /// What stands in brackets behind something, in the brackets of the language.
    private func aside(_ text: String) -> String { language == .zh ? "（\(text)）" : " (\(text))" }

    private func whom(_ values: FieldValues, _ depth: Depth) -> [DetailBlock] {
        let showsNames = depth != .beside
        var blocks: [DetailBlock] = []
        if let subject = values[Followup.subject] {
            let minor = values[Followup.minor] == true ? aside(FollowupTexts.minor[language]) : ""
            blocks.append(
                entry(
                    FollowupTexts.whom,
                    showsNames
                        ? StyledLine(subject + minor) : StyledLine(FollowupTexts.hiddenName[language], .dim)))
            if showsNames, let guardian = values[Followup.guardian] {
                blocks.append(entry(FollowupTexts.guardian, StyledLine(guardian)))
            }
        }
        if let place = values[Followup.place] { blocks.append(entry(FollowupTexts.place, StyledLine(place))) }
        if showsNames, let agreement = values[Followup.agreement] {
            blocks.append(entry(FollowupTexts.agreement, StyledLine(name(agreement))))
        }
        return blocks
    }

    private func paper(_ values: FieldValues, _ depth: Depth) -> [DetailBlock] {
        let document = words.text(of: values[Followup.basisType.path], in: Followup.basisType.spec)
        var blocks = [
            entry(
                FollowupTexts.paper,
                StyledLine(
                    [
                        document, values[Followup.basisNumber] ?? "", values[Followup.basisIssuer] ?? "",
                        values[Followup.basisDate]?.description ?? "",
                    ].filter { !$0.isEmpty }.joined(separator: " · "))),
            entry(FollowupTexts.purpose, StyledLine(values[Followup.purpose] ?? "")),
            entry(FollowupTexts.leadBody, StyledLine(values[Followup.leadBody] ?? "")),
        ]
        if let contact = values[Followup.leadContact] {
            switch depth {
            case .beside: break
            case .opened:
                blocks.append(
                    entry(
                        FollowupTexts.contact,
                        StyledLine([
                            Span(ValueText.masked(contact)), Span(FollowupTexts.secret[language], .dim),
                        ])))
            case .revealed: blocks.append(entry(FollowupTexts.contact, StyledLine(contact)))
            }
        }
        blocks.append(entry(FollowupTexts.duty, StyledLine(values[Followup.duty] ?? "")))
        let officers = (values[Followup.officers] ?? []).map(name).joined(separator: language == .zh ? "、" : ", ")
        blocks.append(entry(FollowupTexts.officers, StyledLine(officers)))
        return blocks
    }

    private func period(_ row: Desk.FollowupRow) -> [DetailBlock] {
        let values = row.record.values
        let rows = FollowupRows(today: today, language: language, officer: name)
        guard let kind = values[Followup.kind] else { return [] }
        let days = [values[Followup.start], values[Followup.end]].map { $0?.description ?? "?" }
        let rule =
            kind.longest.map { Texts.fill(FollowupTexts.longest, ["p": $0.label[language]]) } ?? FollowupTexts.byPaper
        var blocks = [
            entry(
                FollowupTexts.period,
                StyledLine([
                    Span(days.joined(separator: " – ") + "  "),
                    Span(rule[language] + aside(kind.law) + " " + FollowupTexts.endsByItself[language], .dim),
                ]), right: rows.end(values))
        ]
        if let ruling = values[Followup.extensionRuling] {
            blocks.append(entry(FollowupTexts.extensionRuling, StyledLine(ruling)))
        }
        let cadence = words.text(of: values[Followup.cadence.path], in: Followup.cadence.spec)
        let source = values[Followup.cadenceSource].map(aside) ?? ""
        let first = kind.firstWithinDays.map {
            "  " + Texts.fill(FollowupTexts.firstWithin, ["n": "\($0)"])[language]
        }
        blocks.append(
            entry(FollowupTexts.cadence, StyledLine([Span(cadence + source), Span(first ?? "", .dim)])))
        if !Followup.isEnded(values, on: today) {
            blocks.append(entry(FollowupTexts.next, rows.next(row)))
        }
        if let closed = values[Followup.closedOn] {
            let why = words.text(of: values[Followup.closing.path], in: Followup.closing.spec)
            blocks.append(
                entry(
                    FollowupTexts.ending,
                    StyledLine(
                        [closed.description, why, values[Followup.closingPaper] ?? ""].filter { !$0.isEmpty }
                            .joined(separator: " · "))))
        }
        return blocks
    }

    private func done(_ entries: [Record], isMinor: Bool, _ depth: Depth) -> [DetailBlock] {
        let count = Texts.fill(FollowupTexts.entries, ["n": "\(entries.count)"])
        var blocks: [DetailBlock] = [.heading(StyledLine(count[language]))]
        if entries.isEmpty { return blocks + [.line(StyledLine(FollowupTexts.noEntries[language], .dim))] }
        // What was done may tell whom it was done for; beside the list only the days are shown.
        for record in entries {
            let values = record.values
            let day = values[FollowupEntry.date].map(FollowupRows.short) ?? ""
            let present = words.text(of: values[FollowupEntry.present.path], in: FollowupEntry.present.spec)
            guard depth != .beside else {
                blocks.append(.entry(day, StyledLine(present, .dim)))
                continue
            }
            var text = values[FollowupEntry.done] ?? ""
            if let help = values[FollowupEntry.help] {
                text += "\n" + Texts.fill(FollowupTexts.help, ["t": help])[language]
            }
            let next = values[FollowupEntry.nextDate].map {
                Texts.fill(FollowupTexts.nextOn, ["d": FollowupRows.short($0)])[language]
            }
            blocks.append(
                .entry(
                    day, StyledLine([Span(text), Span(aside(present), .dim)]),
                    right: next.map { StyledLine($0, .dim) }))
        }
        return blocks
    }

    private func entry(_ label: Label, _ line: StyledLine, right: StyledLine? = nil) -> DetailBlock {
        .entry(label[language], line, right: right)
    }
}
