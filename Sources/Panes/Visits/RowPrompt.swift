import Desk
import Interface
import Records

/// What is being typed on a row or below the rows.
struct RowPrompt {
    /// What it is for.
    enum Purpose: Equatable {
        /// The sentence of a visit, on its row.
        case sentence
        /// The day that was agreed instead.
        case agreedDay
        /// What the household raised.
        case raised(RaisedKind)
        /// Until when an answer was promised.
        case promised(RaisedKind, String)
        /// The day of a sheet that is entered later.
        case lateDay
        /// The page of the paper notebook.
        case latePage
    }

    let purpose: Purpose
    var editor: LineEditor

    init(_ purpose: Purpose, _ text: String = "") {
        self.purpose = purpose
        editor = LineEditor(text, limit: 20_000)
    }

    /// Whether it stands on the row; the others stand below the rows.
    var isOnRow: Bool { purpose == .sentence }

    /// What is asked for.
    var question: Label {
        switch purpose {
        case .sentence: VisitTexts.sentence
        case .agreedDay: VisitTexts.agreedDay
        case .raised(let kind):
            Texts.fillEach(VisitTexts.raisedText, "k", CodeTable.raisedKind.label(of: kind.rawValue))
        case .promised: VisitTexts.promisedDay
        case .lateDay: VisitTexts.lateDay
        case .latePage: VisitTexts.latePage
        }
    }

    /// Reads what was typed as a day; `nil` for nothing.
    ///
    /// - Throws: ``EntryError`` with the forms that are understood.
    func day(today: CalendarDay) throws(EntryError) -> CalendarDay? {
        let text = TextMatcher.fold(editor.text)
        guard !text.isEmpty else { return nil }
        return try DayEntry.parse(text, today: today, direction: purpose == .lateDay ? .back : .ahead)
    }
}

extension Texts {
    /// Fills one place with a text that differs by language.
    static func fillEach(_ label: Label, _ name: String, _ value: Label?) -> Label {
        Label(
            fill(label, [name: value?.zh ?? ""]).zh, fill(label, [name: value?.en ?? ""]).en)
    }
}
