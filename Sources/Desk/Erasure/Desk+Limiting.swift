import Casework
import Index
public import Records

extension Desk {
    /// Limits the use of a record, as the person concerned may ask (限制处理, 个人信息保护法44): it stands in no list, search,
    /// count or due list, cannot be edited, and only who may erase can open it.
    ///
    /// The visits to a household and the entries of a follow-up go with it.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - basis: why, in words that name nobody.
    /// - Throws: ``DeskError``.
    public func limit(_ id: RecordID, basis: String) throws(DeskError) {
        let basis = TextFolding.plain(basis)
        guard basis.count >= 2 else {
            throw .refused([Problem(nil, .refusal, Label("请写明限制处理的依据。", "Say on which basis it is limited."))])
        }
        let (record, stream) = try limitable(id)
        guard !record.isLimited else { throw .nothingTo(Label("这条记录已限制处理。", "Its use is limited already.")) }
        let others = try dependents(of: record).filter { !$0.isLimited && !$0.isDeleted }
        try commit(([record] + others).map { $0.limiting(basis) }, to: stream)
    }

    /// Ends the limit on the use of a record.
    ///
    /// - Parameter id: the record.
    /// - Throws: ``DeskError``.
    public func endLimit(_ id: RecordID) throws(DeskError) {
        let (record, stream) = try limitable(id)
        guard record.isLimited else { throw .nothingTo(Label("这条记录没有限制处理。", "Its use is not limited.")) }
        // What was limited together is freed together.
        let others = try dependents(of: record).filter { $0.limit?.version.change == record.limit?.version.change }
        try commit(([record] + others).map { $0.limiting(nil) }, to: stream)
    }

    /// The records whose use is limited, for those who may open them.
    ///
    /// - Returns: the records, as lists show them.
    /// - Throws: ``DeskError``.
    public func limited() throws(DeskError) -> [Record] {
        try refuseLocked()
        var result: [Record] = []
        for type in types {
            let found = try indexed { () throws(IndexError) in try index.deleted(type.id, limit: 1000) }
            result += found.filter { $0.isLimited && !$0.isDeleted && mayRead($0) }.map { discreet($0) }
        }
        return result
    }

    private func limitable(_ id: RecordID) throws(DeskError) -> (Record, Stream) {
        guard let person else { throw Self.nobody }
        guard AccessTable.standard.may(.erase, as: person.role) else {
            note(AuditLine(.refused))
            throw .notAllowed(
                Label("您的身份不能限制处理，请交给社区民警。", "Your role does not limit the use of records: hand it to a beat officer."))
        }
        let record = try whole(id)
        guard !record.isDeleted else { throw .notFound }
        let (_, stream) = try writable(record)
        return (record, stream)
    }
}
