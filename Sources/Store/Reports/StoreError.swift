public import Records

/// Why the store could not do what was asked.
///
/// Texts name files of the store and never what a record says.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A system call failed; ``FileError/Reason/full`` is the full disk.
    case file(FileError)
    /// There is no store in the directory.
    case missing
    /// There is a store in the directory already.
    case exists
    /// A file that everything depends on is damaged, in both its copies.
    case damaged(String)
    /// Nothing can be written; the reason says why.
    case readOnly(ReadOnlyReason)
    /// The change would not read back as it is.
    case unwritable
    /// The change is longer than a log record may be; the number is its size in bytes.
    case tooLarge(Int)
    /// The store does not hold the change.
    case unknownChange(ChangeID)
    /// The heads name something that this store does not hold: the index must be built anew.
    case unknownHeads
    /// The name would not survive on every disk: `[0-9a-z.-]`, at most 39 characters.
    case badName
    /// This version cannot make or open stores of this mode.
    case unsupportedMode(StoreMode)

    /// Nothing opens with what was typed.
    ///
    /// The caller waits so many milliseconds before asking again.
    case wrongPassphrase(delay: Int)
    /// The recovery code has wrong characters in these groups, counted from 1; none when its length is wrong.
    case badCode(groups: [Int])
    /// The stream is not open: whoever unlocked the store has no key for it.
    case unopened(Stream)
    /// The officer has a key already.
    case officerExists
    /// The officer has no key.
    case unknownOfficer
    /// One's own key cannot be taken away by oneself.
    case ownKey
    /// There is no directory to exchange with.
    case noPlace
    /// The directory is a notebook's own folder: nothing is exchanged with it.
    case notebookPlace
    /// The directory belongs to another station's store.
    case foreignPlace
    /// The officer's key was taken away on another laptop.
    case retired

    /// What happened and what to do next.
    public var label: Label {
        switch self {
        case .file(let error): error.label
        case .missing: Label("这里没有片警本的数据。请检查位置，或新建一个。", "There is no notebook here. Check the place, or create one.")
        case .exists:
            Label("这里已有片警本的数据。请直接打开，或换一个位置。", "There is a notebook here already. Open it, or choose another place.")
        case .damaged(let name):
            Label(
                "\(name) 已损坏，无法打开。请从其他电脑或备份恢复，不要删除任何文件。",
                "\(name) is damaged and cannot be opened. Restore it from another laptop or a copy; delete nothing.")
        case .readOnly(let reason): reason.label
        case .unwritable:
            Label(
                "这次改动无法原样写入，未保存。请检查输入内容。",
                "The change cannot be written as it is and was not saved. Check what was entered.")
        case .tooLarge(let size):
            Label("内容过长（\(size) 字节），未保存。请分成几次保存。", "Too long (\(size) bytes), not saved. Save it in several parts.")
        case .unknownChange: Label("找不到这次改动的原始记录。请运行校验。", "The stored line of this change is missing. Run verify.")
        case .unknownHeads: Label("索引与数据不符，需要重建。", "The index does not match the data and must be rebuilt.")
        case .badName:
            Label("名称只能用小写字母、数字、点和连字符，不超过 39 个字符。", "Names may only have a-z, 0-9, dot and hyphen, up to 39.")
        case .wrongPassphrase(let delay):
            Label(
                "姓名或口令不对。请 \(Self.seconds(delay)) 秒后再试，或使用恢复码。",
                "The name or the passphrase is wrong. Try again in \(Self.seconds(delay)) s, or use the recovery code.")
        case .badCode(let groups) where groups.isEmpty:
            Label(
                "恢复码应为 \(RecoveryCode.groupCount) 组、每组 5 个字符。请对照纸面检查是否漏打或多打。",
                "A recovery code has \(RecoveryCode.groupCount) groups of 5 characters. Look for one missing or too many."
            )
        case .badCode(let groups):
            Label(
                "恢复码第 \(Self.list(groups)) 组有误。请对照纸面重新输入。",
                "The recovery code is wrong in group \(Self.list(groups)). Compare it with the paper.")
        case .unopened:
            Label(
                "这部分内容未解锁：当前人员没有密钥。请由有权限的人员解锁。",
                "This part is not open: whoever unlocked the notebook has no key for it. Somebody who has must unlock.")
        case .officerExists:
            Label("该人员已有密钥。请先停用，再重新添加。", "This officer has a key already. Retire it first, then add it again.")
        case .unknownOfficer: Label("该人员没有密钥。请检查人员名单。", "This officer has no key. Check the list of officers.")
        case .ownKey:
            Label("不能停用自己的密钥。请由其他人员操作。", "One's own key cannot be retired. Ask another officer to do it.")
        case .noPlace:
            Label("找不到这个目录。请插好介质，或检查路径。", "There is no such directory. Plug the medium in, or check the path.")
        case .notebookPlace:
            Label(
                "这是本子自己的目录，不能用来同步。请另选一个目录，如优盘上的。",
                "This is a notebook's own folder and cannot be synced with. Choose another directory, such as one on a stick."
            )
        case .foreignPlace:
            Label(
                "这个目录是另一个单位的本子在用，没有读取，也没有改动。请换一个目录。",
                "This directory is used by another station's notebook; it was not read and left alone. Choose another.")
        case .retired:
            Label(
                "您的密钥已在另一台电脑上停用，本子已锁定。请找负责人。",
                "Your key was retired on another laptop; the notebook is locked. Ask whoever is in charge.")
        case .unsupportedMode(let mode):
            Label("本版本不支持“\(mode.rawValue)”方式的数据。请升级。", "This version cannot open \(mode.rawValue) stores. Upgrade.")
        }
    }

    /// What happened, in English.
    public var description: String { label.en }

    private static func seconds(_ milliseconds: Int) -> String { String((milliseconds + 999) / 1000) }
    private static func list(_ groups: [Int]) -> String { groups.map { String($0) }.joined(separator: ", ") }
}
