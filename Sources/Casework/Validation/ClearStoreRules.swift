public import Records

/// RIGHTS.md rule 10: what lies open on a disk holds no follow-up, no minor and no ID number, not even within a note.
///
/// Only the fictional demo is exempt. The rule stands here once: saving refuses by it, drafts are kept by it, and forms do not
/// ask for what it withholds.
public struct ClearStoreRules: Sendable {
    private let type: RecordType
    /// The rows that name a minor, each as the sub-table's key and the row.
    private let minors: Set<FieldPath>

    /// Whether nothing of the record may lie open.
    public let takesNothing: Bool

    /// Looks at a record.
    ///
    /// - Parameters:
    ///   - values: what was entered.
    ///   - type: the declaration.
    ///   - today: the day by which a year of birth makes a minor.
    public init(_ values: FieldValues, of type: RecordType, today: CalendarDay) {
        self.type = type
        takesNothing =
            type.id == Followup.type.id || type.id == FollowupEntry.type.id || type.stream(for: values) == .restricted
        var minors: Set<FieldPath> = []
        for key in values.rowKeys {
            for row in values.rows(of: key) where Self.namesMinor(row, of: key, in: values, today: today) {
                minors.insert(FieldPath(key, row: row))
            }
        }
        self.minors = minors
    }

    /// Whether a value may not lie open, not even as a draft.
    ///
    /// - Parameter path: where the value stands.
    /// - Returns: `true` for ID numbers, and for everything said about somebody who is a minor.
    public func withholds(_ path: FieldPath) -> Bool {
        guard !takesNothing else { return true }
        if let row = path.row, path.cell != nil, minors.contains(FieldPath(path.key, row: row)) {
            return !Self.marks.contains(path.cell ?? "")
        }
        return type.field(at: path)?.kind == .idNumber
    }

    /// What of a text may lie open: all but the ID numbers that somebody wrote into it.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - path: where it stands.
    /// - Returns: the text with asterisks in place of ID numbers.
    public func storable(_ text: String, at path: FieldPath) -> String {
        Self.isWritten(type.field(at: path)) ? IDNumber.masked(in: text) : text
    }

    /// Whether somebody writes into a field what they like: an ID number may stand there.
    private static func isWritten(_ field: FieldSpec?) -> Bool {
        switch field?.kind {
        case .text, .longText, .personName, .phone, .address: true
        default: false
        }
    }

    /// A type as a form of a clear store asks for it: without the fields that are withheld.
    ///
    /// - Parameter type: the declaration.
    /// - Returns: the type without ID numbers and without the marks of minors; the same when it has none.
    public static func offered(_ type: RecordType) -> RecordType {
        func isOffered(_ field: FieldSpec) -> Bool { field.kind != .idNumber && !marks.contains(field.key) }
        let sections = type.sections.map { section in
            RecordType.Section(
                section.label, section.fields.filter(isOffered).map { $0.showing($0.columns.filter(isOffered)) })
        }
        return sections == type.sections ? type : type.showing(sections)
    }

    static func problems(in values: FieldValues, of type: RecordType, context: ValidationContext) -> [Problem] {
        guard context.mode == .clear, !context.isDemo else { return [] }
        if type.id == Followup.type.id || type.id == FollowupEntry.type.id {
            return [
                refusal(
                    nil, "未加密的本子不记法定协助：电脑丢失就会泄露。请记在有口令的本子里",
                    "An unsealed notebook takes no follow-ups: a lost laptop would give them away. Use a notebook with a passphrase"
                )
            ]
        }
        var result: [Problem] = []
        for path in values.paths.sorted() {
            guard let field = type.field(at: path) else { continue }
            if field.kind == .idNumber {
                result.append(
                    refusal(
                        path, "未加密的本子不记身份号码：电脑丢失就会泄露。请清空「\(field.label.zh)」，或记在有口令的本子里",
                        "An unsealed notebook takes no ID numbers: a lost laptop would give them away. Empty “\(field.label.en)” or use a notebook with a passphrase"
                    ))
            }
            if isWritten(field), holdsNumber(values[path]) {
                result.append(
                    refusal(
                        path,
                        "未加密的本子不记身份号码：电脑丢失就会泄露。「\(field.label.zh)」里写了身份号码，请删掉号码，或记在有口令的本子里",
                        "An unsealed notebook takes no ID numbers: a lost laptop would give them away. Take the number out of “\(field.label.en)” or use a notebook with a passphrase"
                    ))
            }
            if marks.contains(field.key), values[path] == .bool(true) { result.append(minor(path)) }
            if field.key == birthYear, isMinor(values[path], today: context.today), type.id != Household.type.id {
                // A household says it better: no notebook names the minors of a household.
                result.append(minor(path))
            }
        }
        return result
    }

    /// Whether an ID number stands in a text, or in one of several.
    private static func holdsNumber(_ value: Value) -> Bool {
        let texts = value.list?.compactMap(\.text) ?? [value.text].compactMap(\.self)
        return texts.contains { !IDNumber.places(in: $0).isEmpty }
    }

    private static func minor(_ path: FieldPath) -> Problem {
        refusal(
            path, "未加密的本子不记未成年人：电脑丢失就会泄露，草稿里也不留。请记在有口令的本子里",
            "An unsealed notebook takes no minors, not even in a draft: a lost laptop would give them away. Use a notebook with a passphrase"
        )
    }

    private static func refusal(_ path: FieldPath?, _ zh: String, _ en: String) -> Problem {
        Problem(path, .refusal, Label(zh, en), rule: "RIGHTS 10")
    }

    // MARK: Minors

    /// The fields by which somebody is marked as a minor.
    private static let marks: Set<String> = [Mediation.minor.key, MediationParty.minor.key]
    private static let birthYear = MediationParty.birthYear.key

    private static func namesMinor(
        _ row: RowID, of key: String, in values: FieldValues, today: CalendarDay
    ) -> Bool {
        marks.contains { values[FieldPath(key, row: row, cell: $0)] == .bool(true) }
            || isMinor(values[FieldPath(key, row: row, cell: birthYear)], today: today)
    }

    private static func isMinor(_ year: Value, today: CalendarDay) -> Bool {
        year.number.map { (0..<18).contains(today.parts.year - $0) } ?? false
    }
}
