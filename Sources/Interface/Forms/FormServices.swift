public import Records

/// What a form asks the rest of the program for.
public struct FormServices {
    /// Today, and which way days look.
    public var clock: EntryClock
    /// Which way days of a field look: deadlines look ahead.
    public var direction: (FieldSpec) -> DayEntry.Direction
    /// How options are found by what is typed.
    public var matcher: TextMatcher
    /// Finds records for a field by what was typed.
    public var lookup: (FieldSpec, String) -> [Candidate]
    /// What a record is called.
    public var name: (RecordID) -> String
    /// Everything that is wrong with the values; the form adds what it could not read.
    public var check: (FieldValues) -> [Problem]
    /// What is wrong with a text while it is typed, such as the check digit of an identity number.
    public var checkText: (FieldSpec, String) -> Label?
    /// What is to be known of a field, a row or a cell besides what stands there: that it is in conflict.
    public var remark: (FieldPath) -> Label?
    /// Draws the identity of a new row.
    public var newRow: () -> RowID
    /// What a new row of a sub-table starts with, by the keys of its cells.
    public var newCells: (FieldSpec) -> [String: Value]

    /// Services; each default does as little as it can.
    ///
    /// - Parameters:
    ///   - clock: today, and which way days look.
    ///   - direction: which way days of a field look; `nil` takes the clock's.
    ///   - matcher: how options are found by what is typed.
    ///   - lookup: finds records for a field by what was typed.
    ///   - name: what a record is called.
    ///   - check: everything that is wrong with the values; ``FormCheck`` knows what the declarations say.
    ///   - checkText: what is wrong with a text while it is typed.
    ///   - remark: what is to be known of a field or row besides what stands there.
    ///   - newRow: draws the identity of a new row.
    ///   - newCells: what a new row of a sub-table starts with.
    public init(
        clock: EntryClock, direction: ((FieldSpec) -> DayEntry.Direction)? = nil,
        matcher: TextMatcher = .pinyin, lookup: @escaping (FieldSpec, String) -> [Candidate] = { _, _ in [] },
        name: @escaping (RecordID) -> String = { $0.rawValue },
        check: @escaping (FieldValues) -> [Problem] = { _ in [] },
        checkText: @escaping (FieldSpec, String) -> Label? = { _, _ in nil },
        remark: @escaping (FieldPath) -> Label? = { _ in nil },
        newRow: @escaping () -> RowID, newCells: @escaping (FieldSpec) -> [String: Value] = { _ in [:] }
    ) {
        self.clock = clock
        self.direction = direction ?? { _ in clock.direction }
        self.matcher = matcher
        self.lookup = lookup
        self.name = name
        self.check = check
        self.checkText = checkText
        self.remark = remark
        self.newRow = newRow
        self.newCells = newCells
    }
}
