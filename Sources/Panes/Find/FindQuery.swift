import Desk
import Interface
import Records

/// What was typed into the search, read: words, and the words that narrow it, such as 类:调解 or 前:2026-06.
struct FindQuery: Hashable {
    /// What is asked of the desk.
    var request: Desk.FindRequest
    /// What could not be read.
    var problem: Label?

    /// A word that narrows a search, with the names by which it may be written.
    enum Narrowing: CaseIterable {
        /// 类: the kind of record.
        case kind
        /// 街: a street or estate.
        case street
        /// 期: a period.
        case period
        /// 前: everything before a day.
        case before

        /// How it is written in each language, with the colon.
        var word: Label {
            switch self {
            case .kind: Label("类:", "kind:")
            case .street: Label("街:", "street:")
            case .period: Label("期:", "in:")
            case .before: Label("前:", "before:")
            }
        }
    }

    /// The kinds of record that are found, by the word that names each.
    static let kinds: [(name: Label, type: TypeID)] = [
        (Label("户", "household"), Household.type.id), (Label("走访", "visit"), Visit.type.id),
        (Label("调解", "mediation"), Mediation.type.id), (Label("法定", "follow-up"), Followup.type.id),
    ]

    /// Reads what was typed.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - today: the day.
    init(_ text: String, today: CalendarDay) {
        var words: [String] = []
        var request = Desk.FindRequest("")
        var problem: Label?
        for word in TextMatcher.fold(text).split(whereSeparator: \.isWhitespace).map(String.init) {
            guard let (narrowing, value) = Self.narrowing(word) else {
                words.append(word)
                continue
            }
            guard !value.isEmpty else { continue }
            switch narrowing {
            case .kind:
                let found = Self.kinds(named: value)
                if found.isEmpty {
                    let names = Self.kinds.map(\.name)
                    problem = Texts.fill(
                        Label(
                            Texts.fill(FindTexts.unknownKind, ["k": names.map(\.zh).joined(separator: "、"), "t": "%t"])
                                .zh,
                            Texts.fill(
                                FindTexts.unknownKind, ["k": names.map(\.en).joined(separator: ", "), "t": "%t"]
                            ).en),
                        ["t": value])
                } else {
                    request.types = (request.types ?? []) + found
                }
            // A street is a word of the address or the place; it is looked for like any other.
            case .street: words.append(value)
            case .period, .before:
                guard let days = FindPeriod.days(value, today: today) else {
                    problem = Texts.fill(FindTexts.unknownPeriod, ["t": value])
                    continue
                }
                if narrowing == .before {
                    request.through = days.lowerBound.adding(days: -1)
                } else {
                    request.from = days.lowerBound
                    request.through = days.upperBound
                }
            }
        }
        request.text = words.joined(separator: " ")
        self.request = request
        self.problem = problem
    }

    /// The narrowing that a word is, and what stands behind its colon.
    static func narrowing(_ word: String) -> (Narrowing, String)? {
        let folded = TextMatcher.fold(word)
        for narrowing in Narrowing.allCases {
            for name in [narrowing.word.zh, narrowing.word.en] where folded.hasPrefix(name) {
                return (narrowing, String(folded.dropFirst(name.count)))
            }
        }
        return nil
    }

    /// The types that a name means: by Chinese, English or initials.
    static func kinds(named name: String) -> [TypeID] {
        kinds.filter { TextMatcher.pinyin.matches($0.name.zh, name) || $0.name.en.hasPrefix(name) }.map(\.type)
    }
}
