import Records

/// The state of a field that is, or was, being edited.
enum FormField: Sendable {
    case line(LineEditor)
    case text(TextEditor)
    case choice(ChoiceEntry)
    case reference(ReferenceEntry)

    /// The widget for a value.
    init(_ field: FieldSpec, value: Value, unread: String?, services: FormServices) {
        switch field.kind {
        case .longText: self = .text(TextEditor(value.text ?? ""))
        case .choice(let table):
            self = .choice(
                ChoiceEntry(options: table.rows, chosen: value.text.map { [$0] } ?? [], isMultiple: false))
        case .choices(let table):
            self = .choice(
                ChoiceEntry(options: table.rows, chosen: value.list?.compactMap(\.text) ?? [], isMultiple: true))
        case .yesNo:
            self = .choice(
                ChoiceEntry(
                    options: Self.yesNo, chosen: value.bool.map { [$0 ? "yes" : "no"] } ?? [], isMultiple: false))
        case .reference, .references:
            let ids = value.text.map { [$0] } ?? value.list?.compactMap(\.text) ?? []
            var isMultiple = false
            if case .references = field.kind { isMultiple = true }
            self = .reference(
                ReferenceEntry(
                    chosen: ids.map { Candidate(RecordID($0), title: services.name(RecordID($0))) },
                    isMultiple: isMultiple))
        default:
            let isShort =
                switch field.kind {
                case .day, .time, .moment, .number, .money: unread == nil
                default: false
                }
            self = .line(LineEditor(unread ?? FieldText.typed(value, field.kind), isReplacing: isShort))
        }
    }

    static let yesNo = [CodeTable.Row("yes", Texts.yes), CodeTable.Row("no", Texts.no)]

    /// The context in which its keys are looked up.
    var context: KeyContext {
        switch self {
        case .line, .reference: .field
        case .text: .editor
        case .choice: .choice
        }
    }

    mutating func handle(_ input: Input, _ field: FieldSpec, services: FormServices) -> EntryOutcome {
        // The widget is taken out while it works, so that its text has one owner and is changed in place.
        let widget = self
        self = Self.vacant
        return Self.handle(widget, input, field, services: services, back: &self)
    }

    private static let vacant = FormField.choice(ChoiceEntry(options: [], chosen: [], isMultiple: false))

    private static func handle(
        _ widget: consuming FormField, _ input: Input, _ field: FieldSpec, services: FormServices,
        back: inout FormField
    ) -> EntryOutcome {
        switch consume widget {
        case .line(var editor):
            defer { back = .line(editor) }
            return editor.handle(input)
        case .text(var editor):
            defer { back = .text(editor) }
            return editor.handle(input)
        case .choice(var entry):
            defer { back = .choice(entry) }
            return entry.handle(input, matcher: services.matcher)
        case .reference(var entry):
            defer { back = .reference(entry) }
            return entry.handle(input) { services.lookup(field, $0) }
        }
    }

    /// The value as it stands.
    ///
    /// - Throws: ``EntryError`` when what was typed is not understood.
    func value(_ field: FieldSpec, clock: EntryClock) throws(EntryError) -> Value {
        switch self {
        case .line(let editor): return try TypedValue.value(of: editor.text, as: field.kind, in: clock)
        case .text(let editor): return .text(editor.text)
        case .choice(let entry):
            switch field.kind {
            case .yesNo: return entry.chosen.first.map { .bool($0 == "yes") } ?? .null
            case .choices: return .list(entry.chosen.map { .text($0) })
            default: return entry.chosen.first.map { .text($0) } ?? .null
            }
        case .reference(let entry):
            if entry.isMultiple { return .list(entry.chosen.map { .text($0.id.rawValue) }) }
            return entry.chosen.first.map { .text($0.id.rawValue) } ?? .null
        }
    }

    /// What was typed, as it can be kept in a draft while it cannot be read.
    var typed: String {
        switch self {
        case .line(let editor): editor.text
        case .text(let editor): editor.text
        case .choice(let entry): entry.query
        case .reference(let entry): entry.text
        }
    }
}
