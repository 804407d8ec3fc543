public import Records
import Terminal

/// A form made from the declaration of a type.
///
/// It works on a draft; nothing is saved by it.
///
/// A field is read when it is left, and ``FormEvent/draftChanged`` tells the owner to store the draft.
public struct Form {
    /// What is filled in, at the top left.
    public var title: String
    /// The time at which the draft was stored last; `nil` before.
    public var storedAt: TimeOfDay?
    /// What is said quietly below the title, such as what this notebook does not ask for; `nil` for nothing.
    public var note: Label?
    /// Its fields, in groups.
    public let sections: [RecordType.Section]
    /// What it fills in.
    public let scope: FormScope
    /// What it asks the rest of the program for.
    public var services: FormServices
    /// The values, without what is being typed.
    public internal(set) var values: FieldValues
    /// Texts that could not be read, as they were typed.
    public internal(set) var unread: [FieldPath: String]
    /// What stands against saving, as far as it was checked.
    public internal(set) var problems: [Problem] = []
    /// What has the focus.
    public internal(set) var focus: FormItem
    /// Whether something was typed since the draft was handed over last.
    public internal(set) var isDirty = false

    let constraints: [Constraint]
    let specs: [FieldPath: FieldSpec]
    var fields: [FieldPath: FormField] = [:]
    var openSections: Set<Int> = []
    var revealed: Set<FieldPath> = []
    /// What the form began with: only values that stood there before are masked.
    let original: FieldValues
    var history: [FieldValues] = []
    /// What each row that was added here began with.
    var freshCells: [RowID: [String: Value]] = [:]
    var future: [FieldValues] = []
    var isChecked = false
    var top = 0
    var textRows = 5

    /// A form for a record.
    ///
    /// - Parameters:
    ///   - title: what is filled in.
    ///   - type: the declaration.
    ///   - draft: what stands in it at first.
    ///   - services: what it asks the rest of the program for.
    public init(title: String, type: RecordType, draft: FormDraft, services: FormServices) {
        self.init(
            title: title, sections: type.sections, constraints: type.constraints, scope: .record, draft: draft,
            services: services)
    }

    init(
        title: String, sections: [RecordType.Section], constraints: [Constraint], scope: FormScope, draft: FormDraft,
        services: FormServices
    ) {
        self.title = title
        self.sections = sections
        self.constraints = constraints
        self.scope = scope
        self.services = services
        values = draft.values
        original = draft.values
        unread = draft.unread
        specs = Dictionary(
            sections.flatMap(\.fields).map { (scope.path(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        focus = .fold(0)
        if let first = items.first { focus = first }
        wake()
    }

    /// What stands in the form, what is being typed included; store it when ``FormEvent/draftChanged`` says so.
    public var draft: FormDraft { FormDraft(values: values, unread: unread) }

    /// The contexts in which keys are looked up.
    public var contexts: [KeyContext] {
        switch focus {
        case .field(let path): (fields[path].map { [$0.context] } ?? []) + [.form]
        case .row, .addRow: [.rows, .form]
        case .fold: [.form]
        }
    }

    /// Whether typed characters are text where the focus stands.
    public var takesText: Bool { if case .field = focus { true } else { false } }

    /// What can have the focus, in order.
    public var items: [FormItem] {
        sections.enumerated().flatMap { number, section -> [FormItem] in
            let shown = section.fields.filter(isVisible)
            let folded = shown.filter(\.isFolded)
            let open = shown.filter { !$0.isFolded }.flatMap(items)
            guard !folded.isEmpty else { return open }
            return open + [.fold(number)] + (openSections.contains(number) ? folded.flatMap(items) : [])
        }
    }

    /// Whether a field is asked for.
    func isVisible(_ field: FieldSpec) -> Bool { field.visible?.holds(in: values, row: scope.row) ?? true }

    /// Whether a field must be filled in.
    func isRequired(_ field: FieldSpec) -> Bool { field.required?.holds(in: values, row: scope.row) ?? false }

    /// Whether a field's value is hidden until it is asked for.
    func isMasked(_ field: FieldSpec) -> Bool {
        let path = scope.path(of: field)
        return field.sensitivity == .masked && !revealed.contains(path) && !original[path].isEmpty
            && original[path] == values[path]
    }

    private func items(of field: FieldSpec) -> [FormItem] {
        guard !field.columns.isEmpty else { return [.field(scope.path(of: field))] }
        return values.rows(of: field.key).map { .row(field.key, $0) } + [.addRow(field.key)]
    }

    /// The widget of the focused field is there from the moment it has the focus.
    mutating func wake() {
        guard case .field(let path) = focus, fields[path] == nil, let field = specs[path] else { return }
        fields[path] = FormField(field, value: values[path], unread: unread[path], services: services)
    }
}
