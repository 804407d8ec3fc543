public import Records

/// Why a store can only be read at the moment.
public enum ReadOnlyReason: Hashable, Sendable {
    /// Another process has it open; its number, when it left one.
    case held(process: Int?)
    /// A newer version wrote it with features that this one would break.
    case newer(features: [String])
    /// The disk failed while writing; everything acknowledged before is safe.
    case disk(FileError)
    /// The disk or the directory does not allow writing.
    case denied(FileError)
    /// It is sealed and nobody has unlocked it.
    case locked
    /// It was closed.
    case closed

    /// What happened and what to do next.
    public var label: Label {
        switch self {
        case .held(let process?):
            Label(
                "另一个窗口（进程 \(process)）正在使用，这里只能查看。",
                "Another window (process \(process)) has it open; this one can only look.")
        case .held(nil): Label("另一个窗口正在使用，这里只能查看。", "Another window has it open; this one can only look.")
        case .newer:
            Label("数据由更新的版本写入，只能查看。请升级后再编辑。", "A newer version wrote this; it can only be looked at. Upgrade to edit.")
        case .disk(let error):
            Label(
                "磁盘写入失败（\(error.name)，错误 \(error.code)），已转为只读。此前已保存的内容不受影响；请抄下未保存的内容，检查磁盘后重新打开。",
                "Writing to disk failed (\(error.name), error \(error.code)); read-only now. What was saved before is safe. Note what is unsaved, check the disk and open again."
            )
        case .denied(let error):
            Label(
                "没有写入权限（\(error.name)），只能查看。请检查目录权限。",
                "No permission to write (\(error.name)); it can only be looked at. Check the directory's permissions.")
        case .locked: Label("已锁定。请输入姓名和口令解锁。", "Locked. Unlock it with a name and a passphrase.")
        case .closed: Label("数据已关闭。请重新打开。", "The notebook is closed. Open it again.")
        }
    }
}
