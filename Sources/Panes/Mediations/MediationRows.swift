import Casework
import Desk
import Interface
import Records

/// Puts mediations into rows of a list.
struct MediationRows {
    /// The day.
    let today: CalendarDay
    /// The language.
    let language: Language
    /// The time limits of a mediation.
    let deadlines: (FieldValues) -> [Deadline]

    /// From so many columns on a list beside the detail shows everything.
    static let roomy = 70

    /// The columns of a list that has the whole width.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - number: the columns of the widest number.
    /// - Returns: the columns, for ``row(_:)``.
    static func columns(_ language: Language, number: Int) -> [ListColumn] {
        let titles = MediationTexts.columns.map { $0[language] }
        let isChinese = language == .zh
        return [
            ListColumn(titles[0], width: .fixed(number)),
            ListColumn(titles[1], width: .fixed(isChinese ? 2 : 6)),
            ListColumn(titles[2], width: .flexible(min: 10, share: isChinese ? 1 : 2)),
            ListColumn(titles[3], width: .flexible(min: 14, share: isChinese ? 1 : 2), isAside: true),
            ListColumn(titles[4], width: .fixed(isChinese ? 6 : 12), isAside: true),
            ListColumn(titles[5], width: .fixed(isChinese ? 13 : 18), alignment: .right, isAside: true),
        ]
    }

    /// The gap between columns: English words leave no room for more.
    static func gap(_ language: Language) -> Int { language == .zh ? 2 : 1 }

    /// The columns of the widest number of a list; where not all rows are at hand, of any number there may be.
    ///
    /// - Parameter records: all mediations of the list; `nil` when there are too many.
    /// - Returns: the columns.
    static func numberColumns(_ records: [Record]?) -> Int {
        guard let records else { return 11 }
        return records.map { TextWidth.standard.columns(of: shortNumber($0.values)) }.max().map { max(7, $0) } ?? 7
    }

    /// The columns of a list beside the detail.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - number: the columns of the widest number.
    /// - Returns: the columns, for ``narrowRow(_:)``.
    static func narrowColumns(_ language: Language, number: Int) -> [ListColumn] {
        let titles = MediationTexts.columns.map { $0[language] }
        return [
            ListColumn(titles[0], width: .fixed(number)),
            ListColumn(titles[1], width: .fixed(language == .zh ? 2 : 6)),
            ListColumn(titles[2], width: .flexible(min: 8, share: 1)),
            ListColumn(titles[5], width: .fixed(8), alignment: .right, isAside: true),
        ]
    }

    /// A row with the columns of ``columns(_:)``.
    func row(_ record: Record) -> ListRow {
        let values = record.values
        return ListRow([
            StyledLine(Self.shortNumber(values)), colour(values), StyledLine(values[Mediation.title] ?? ""),
            StyledLine(parties(values)), StyledLine(Self.stage(of: values).label[language]),
            deadline(values),
        ])
    }

    /// A row with the columns of ``narrowColumns(_:)``.
    func narrowRow(_ record: Record) -> ListRow {
        let values = record.values
        let state = Self.mostUrgent(deadlines(values)).map { Self.state($0, on: today, language) }
        return ListRow([
            StyledLine(Self.shortNumber(values)), colour(values), StyledLine(values[Mediation.title] ?? ""),
            state ?? StyledLine(Self.stage(of: values).label[language], .dim),
        ])
    }

    /// The step at which a mediation stands.
    ///
    /// Looking into the matter may be left out: whoever mediates is past it.
    static func stage(of values: FieldValues) -> MediationStage {
        let current = MediationStage.current(of: values)
        return current == .investigation && !values.rows(of: Mediation.sessions).isEmpty ? .mediating : current
    }

    /// 第014号 out of （2026）榆人调字第014号; the working number until there is an official one.
    static func shortNumber(_ values: FieldValues) -> String {
        guard let official = values[Mediation.officialNumber] else { return values[Mediation.number] ?? "" }
        guard let start = official.lastIndex(of: "第") else { return official }
        return String(official[start...])
    }

    /// The colour of the matter as a word.
    func colour(_ values: FieldValues) -> StyledLine {
        guard let code = values[Mediation.colour] else { return "" }
        let word = CodeTable.matterColour.label(of: code)?[language] ?? code
        return StyledLine(word, Self.role(ofColour: code))
    }

    /// How the colour of a matter is drawn; the word stands beside it in any case.
    static func role(ofColour code: String) -> Role {
        switch code {
        case "R": .levelRed
        case "O": .levelOrange
        case "B": .levelBlue
        case "G": .levelGreen
        default: .text
        }
    }

    /// The parties in short: two names, then 等; one and a number in English, which has less room.
    func parties(_ values: FieldValues) -> String {
        let names = values.rows(of: Mediation.parties).compactMap {
            values[MediationParty.name, $0, of: Mediation.parties]
        }
        guard names.count > 2 else { return names.joined(separator: language == .zh ? "、" : ", ") }
        let shown = language == .zh ? names.prefix(2).joined(separator: "、") : names[0]
        return shown + Texts.fill(MediationTexts.others, ["n": "\(names.count - 1)"])[language]
    }

    /// The most urgent deadline with its rule: 司法确认 余 3天.
    private func deadline(_ values: FieldValues) -> StyledLine {
        guard let deadline = Self.mostUrgent(deadlines(values)) else { return "" }
        let state = Self.state(deadline, on: today, language)
        return StyledLine([Span(Self.shortRule(deadline.rule)[language] + " ", .dim)] + state.spans)
    }

    /// The deadline that a row shows: the next that some rule sets, else the next goal of the unit.
    static func mostUrgent(_ deadlines: [Deadline]) -> Deadline? {
        deadlines.min { ($0.isGoal ? 1 : 0, $0.due) < ($1.isGoal ? 1 : 0, $1.due) }
    }

    /// The most urgent first: what some rule sets by day, then goals by day, then what has no deadline.
    ///
    /// What is equally urgent stays in the order of the list.
    ///
    /// - Parameter records: mediations.
    /// - Returns: the same, in another order.
    func byUrgency(_ records: [Record]) -> [Record] {
        let keys = records.enumerated().map { place, record in
            let deadline = Self.mostUrgent(deadlines(record.values))
            return (deadline.map { $0.isGoal ? 1 : 0 } ?? 2, deadline?.due ?? today, place)
        }
        return keys.sorted(by: <).map { records[$0.2] }
    }

    /// How far off a deadline is; a goal is passed, never overdue.
    static func state(_ deadline: Deadline, on today: CalendarDay, _ language: Language) -> StyledLine {
        let days = today.days(until: deadline.due)
        func text(_ label: Label) -> String { Texts.fill(label, ["n": "\(abs(days))"])[language] }
        if days > 0 { return StyledLine(text(MediationTexts.left), deadline.isGoal ? .goal : days <= 3 ? .due : .text) }
        if days == 0 { return StyledLine(MediationTexts.today[language], deadline.isGoal ? .goal : .due) }
        return deadline.isGoal
            ? StyledLine(text(MediationTexts.past), .goal) : StyledLine(text(MediationTexts.over), .overdue)
    }

    /// A rule's name as it fits a column.
    private static func shortRule(_ rule: DeadlineRule) -> Label {
        switch rule.id {
        case "T3": Label("调结", "settle")
        case "T7", "T8", "T9": Label("治安", "police")
        case "T4": Label("确认", "confirm")
        case "T6": Label("法院", "court")
        case "T10": Label("履行", "perform")
        case "T12": Label("回访", "visit")
        default: rule.force == .goal ? Label("目标", "goal") : rule.label
        }
    }
}

extension Deadline {
    /// Whether it is a goal of the unit, not written in any law.
    var isGoal: Bool { rule.force == .goal }
}
