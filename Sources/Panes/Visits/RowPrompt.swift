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

    /// What Enter and Esc do with it.
    var hints: [Hint] {
        switch purpose {
        case .sentence: [Hint("Enter", VisitTexts.saveRow), Hint("Esc", VisitTexts.keepDraft)]
        case .agreedDay, .promised: [Hint("Enter", VisitTexts.saveRow), Hint("Esc", VisitTexts.cancel)]
        case .raised, .lateDay, .latePage: [Hint("Enter", VisitTexts.nextStep), Hint("Esc", VisitTexts.cancel)]
        }
    }

    /// What becomes of an input that the text does not take.
    ///
    /// Locking, quitting and the palette go on to the notebook.
    ///
    /// What the lists of doors below would take does not: it would be done at a door that is out of sight.
    ///
    /// - Parameter input: the input.
    /// - Returns: whether it is consumed, refused, or goes on.
    static func leftOver(_ input: Input) -> LayerResult {
        guard case .action(let action) = input, !steps.contains(action) else { return .consumed }
        return stopped.contains(action) ? .notice(Notice(VisitTexts.finishFirst, .refusal)) : .ignored
    }

    private static let steps: Set<ActionID> = [
        DoorActions.up, DoorActions.down, DoorActions.start, DoorActions.end, DoorActions.before, DoorActions.after,
    ]

    private static let stopped: Set<ActionID> = [
        DoorActions.find, DoorActions.openSheet, DoorActions.form, DoorActions.late, DoorActions.edit,
        DoorActions.delete, StandardActions.new, StandardActions.unfinished, StandardActions.reveal,
    ]

    /// Reads what was typed as a day; `nil` for nothing.
    ///
    /// - Throws: ``EntryError`` with the forms that are understood; a visit cannot have been made on a day to come.
    func day(today: CalendarDay) throws(EntryError) -> CalendarDay? {
        let text = TextMatcher.fold(editor.text)
        guard !text.isEmpty else { return nil }
        let day = try DayEntry.parse(text, today: today, direction: purpose == .lateDay ? .back : .ahead)
        guard purpose != .lateDay || day <= today else { throw EntryError(VisitTexts.notYet) }
        return day
    }
}

extension Texts {
    /// Fills one place with a text that differs by language.
    static func fillEach(_ label: Label, _ name: String, _ value: Label?) -> Label {
        Label(
            fill(label, [name: value?.zh ?? ""]).zh, fill(label, [name: value?.en ?? ""]).en)
    }
}
