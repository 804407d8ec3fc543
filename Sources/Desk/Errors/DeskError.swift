import Index
public import Records
import Store

/// Why the notebook did not do what was asked.
///
/// Each case has words for the officer in both languages.
public enum DeskError: Error, Hashable, Sendable {
    /// Rules speak against it; each problem names its field and the next step.
    case refused([Problem])
    /// The officer's role does not allow it.
    case notAllowed(Label)
    /// There is no such record, or the officer may not know of it; the two are not told apart.
    case notFound
    /// The type of record is not known.
    case unknownType(String)
    /// The notebook can only be read now.
    case readOnly(Label)
    /// The disk or a file speaks against it; what was typed is still there.
    case storage(Label)
    /// There is nothing to take back or to bring back.
    case nothingTo(Label)

    /// Opening this record asks for a reason, which is logged.
    case reasonNeeded
    /// It is sealed and nobody has unlocked it.
    case locked
    /// Nothing opens with what was typed; the next try waits so many milliseconds.
    case wrongPassphrase(delay: Int)

    /// What is wrong and what to do next.
    public var label: Label {
        switch self {
        case .refused(let problems):
            Label(
                problems.map(\.message.zh).joined(separator: "\n"), problems.map(\.message.en).joined(separator: "\n"))
        case .notAllowed(let label), .readOnly(let label), .storage(let label), .nothingTo(let label): label
        case .reasonNeeded:
            Label(
                "打开这条受限记录要写明理由，理由会记入操作日志（命令行用 --reason）。",
                "Opening this restricted record asks for a reason, which goes into the audit log (command line: --reason)."
            )
        case .locked: ReadOnlyReason.locked.label
        case .wrongPassphrase(let delay): StoreError.wrongPassphrase(delay: delay).label
        case .notFound: Label("没有这条记录。用 list 或查找确认编号。", "No such record. Check the id with list or search.")
        case .unknownType(let name):
            Label("没有“\(name)”这种记录。用 beatbook types 查看名称。", "There is no record type “\(name)”. See beatbook types.")
        }
    }
}

extension DeskError {
    /// Puts a failure of the store into the officer's words.
    init(_ error: StoreError) {
        switch error {
        case .readOnly(.locked): self = .locked
        case .readOnly(let reason): self = .readOnly(reason.label)
        case .wrongPassphrase(let delay): self = .wrongPassphrase(delay: delay)
        case .badCode, .unopened, .officerExists, .unknownOfficer, .ownKey, .noPlace, .notebookPlace, .retired:
            self = .notAllowed(error.label)
        default: self = .storage(error.label)
        }
    }

    /// Puts a failure of the index into the officer's words.
    init(_ error: IndexError) { self = .storage(error.message) }
}
