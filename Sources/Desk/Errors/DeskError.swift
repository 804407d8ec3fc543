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

    /// What is wrong and what to do next.
    public var label: Label {
        switch self {
        case .refused(let problems):
            Label(
                problems.map(\.message.zh).joined(separator: "\n"), problems.map(\.message.en).joined(separator: "\n"))
        case .notAllowed(let label), .readOnly(let label), .storage(let label), .nothingTo(let label): label
        case .notFound: Label("没有这条记录。用 list 或查找确认编号。", "No such record. Check the id with list or search.")
        case .unknownType(let name):
            Label("没有“\(name)”这种记录。用 beatbook types 查看名称。", "There is no record type “\(name)”. See beatbook types.")
        }
    }
}

extension DeskError {
    /// Puts a failure of the store into the officer's words.
    init(_ error: StoreError) {
        if case .readOnly(let reason) = error {
            self = .readOnly(reason.label)
        } else {
            self = .storage(error.label)
        }
    }

    /// Puts a failure of the index into the officer's words.
    init(_ error: IndexError) { self = .storage(error.message) }
}
