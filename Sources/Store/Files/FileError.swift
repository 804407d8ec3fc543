public import Records

/// A system call on a file that failed.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which call.
    public enum Operation: String, Hashable, Sendable, CaseIterable {
        case open, read, write, truncate, allocate, sync, syncData, syncDirectory, rename, remove, makeDirectory
        case list, status, lock, freeSpace
    }

    /// Why, as far as the store treats reasons differently.
    public enum Reason: Hashable, Sendable {
        /// No room, or over quota (`ENOSPC`, `EDQUOT`).
        case full
        /// No such file (`ENOENT`).
        case missing
        /// Something stands there already (`EEXIST`).
        case exists
        /// A signal came in between (`EINTR`).
        case interrupted
        /// Not allowed, or a read-only disk (`EACCES`, `EPERM`, `EROFS`).
        case denied
        /// The disk does not know the call (`ENOTSUP`, `EINVAL`, `ENOTTY`, `ENOSYS`).
        case unsupported
        /// The disk failed (`EIO`), or anything else.
        case device
    }

    /// Which call.
    public let operation: Operation
    /// The file's name within the store; it holds nothing personal.
    public let name: String
    /// The number the system gave (`errno`).
    public let code: Int32
    /// Why.
    public let reason: Reason

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - operation: which call.
    ///   - name: the file.
    ///   - code: the number the system gave.
    ///   - reason: why.
    public init(_ operation: Operation, _ name: String, code: Int32, reason: Reason) {
        self.operation = operation
        self.name = name
        self.code = code
        self.reason = reason
    }

    /// What happened and what to do next.
    public var label: Label {
        // The folder itself has no name within it.
        let zh = name.isEmpty ? "本子的目录" : name
        let en = name.isEmpty ? "the notebook's folder" : name
        return switch reason {
        case .full:
            Label("磁盘已满。请清理磁盘后重试（\(zh)）。", "The disk is full. Free some room and try again (\(en)).")
        case .missing:
            Label("找不到文件 \(zh)。请检查存储位置。", "The file \(en) is missing. Check where the store is.")
        case .exists: Label("\(zh) 已存在。请换一个位置。", "\(en) exists already. Choose another place.")
        case .denied:
            Label("没有权限访问 \(zh)。请检查目录权限。", "No permission for \(en). Check the directory's permissions.")
        case .interrupted, .unsupported, .device:
            Label(
                "读写 \(zh) 失败（\(operation.rawValue)，错误 \(code)）。请检查磁盘，并尽快备份。",
                "Reading or writing \(en) failed (\(operation.rawValue), error \(code)). Check the disk and make a copy soon."
            )
        }
    }

    /// What happened, in English.
    public var description: String { "\(operation.rawValue) \(name): errno \(code)" }
}
