public import Casework
import Index
public import Records

extension Desk {
    /// How far the officer's role goes with a record of a type.
    ///
    /// - Parameters:
    ///   - type: the type.
    ///   - values: the record's values.
    /// - Returns: what the one access table says (RIGHTS.md rule 4).
    public func access(to type: RecordType, _ values: FieldValues) -> Access {
        guard let person else { return .none }
        let followup = values[FollowupEntry.followup].flatMap { id in ((try? index.record(id)) ?? nil)?.values }
        return AccessTable.standard.access(
            person.role, officer: person.id, to: type.id, values: values, followup: followup)
    }

    /// Whether the officer may know of a record.
    ///
    /// What may not be read is not there: not in lists, counts or finds.
    func mayRead(_ record: Record) -> Bool {
        if record.isErased || record.isLimited, let mayRead = mayReadWhatIsLeft(of: record) { return mayRead }
        guard let type = record.type.flatMap({ Casework.type($0) }) else { return false }
        // Most types are decided as a whole; then the record's values need not be looked at.
        if isOpen(type.id) { return true }
        return access(to: type, record.values) >= .read
    }

    /// Refuses what the access table does not allow.
    ///
    /// - Parameters:
    ///   - wanted: what somebody is about to do.
    ///   - type: with a record of which type.
    ///   - values: the record.
    ///   - isNew: whether it is about to be made: then the rules of its type say more exactly what is missing, and refuse as well.
    /// - Throws: ``DeskError/notAllowed(_:)``, ``DeskError/readOnly(_:)``, ``DeskError/locked``.
    func require(
        _ wanted: Access, _ type: RecordType, _ values: FieldValues, isNew: Bool = false
    ) throws(DeskError) {
        try refuseLocked()
        if let reason = readOnlyReason, wanted == .write { throw .readOnly(reason) }
        guard person != nil else { throw Self.nobody }
        guard access(to: type, values) < wanted else { return }
        note(
            AuditLine(
                .refused, type: type.id,
                isRestricted: type.stream(for: values) == .restricted && index.isOpen(.restricted)))
        if isNew, type.id == Followup.type.id { return }
        throw .notAllowed(
            Label(
                "您的身份不能办理“\(type.label.zh)”，请交给社区民警。",
                "Your role does not cover “\(type.label.en)”: hand it to a beat officer."))
    }

    /// Of an erased record nothing is left but that it was erased; one whose use is limited is for those who may erase.
    ///
    /// - Returns: whether it may be read; `nil` when the table decides as always.
    private func mayReadWhatIsLeft(of record: Record) -> Bool? {
        guard let person, let type = record.type else { return false }
        if record.isErased { return AccessTable.standard.reads(person.role, type) }
        return AccessTable.standard.may(.erase, as: person.role) ? nil : false
    }

    static let nobody = DeskError.notAllowed(
        Label("还没有人登录，请先选择姓名。", "Nobody has signed in: choose a name first."))

    /// Whether a list of the type can be given as the index has it.
    ///
    /// Follow-ups and what belongs to them are decided record by record: kind, level and being named. Everything else is
    /// decided by the type, so that long lists stay one query; where restricted records lie among the others, by whether the
    /// role may read those as well.
    func isOpen(_ type: TypeID) -> Bool {
        guard let person, !Self.isGuarded(type), let declared = Casework.type(type) else { return false }
        let holdsRestricted = declared.mayBeRestricted && (isSealed || isDemo) && index.isOpen(.restricted)
        return AccessTable.standard.access(
            person.role, to: type, level: holdsRestricted ? .c3 : .c1, isNamed: false) >= .read
    }

    /// The records of a guarded list that the officer may read.
    ///
    /// There are dozens of them in a police room, not thousands.
    func guarded(_ query: ListQuery) throws(DeskError) -> [Record] {
        try refuseLocked()
        guard let person, AccessTable.standard.reads(person.role, query.type) else { return [] }
        return try indexed { () throws(IndexError) in try index.list(query, limit: Self.mostGuarded).records }
            .filter { mayRead($0) }
    }

    private static let mostGuarded = 100_000

    private static func isGuarded(_ type: TypeID) -> Bool { type == Followup.type.id || type == FollowupEntry.type.id }
}
