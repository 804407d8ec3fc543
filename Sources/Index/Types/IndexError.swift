public import Records

/// What can go wrong in the index.
///
/// None of it holds a value from a record.
///
/// The index can be rebuilt from the store at any time, so every one of these has the same cure.
public enum IndexError: Error, Hashable, Sendable {
    /// SQLite refused: its result code, and the step that failed.
    case database(code: Int32, step: String)
    /// A stored image is not one that this version can go on with.
    case unfitImage
    /// A record's stored form cannot be read.
    case unreadableRecord
    /// The stream is not open.
    case closedStream(Stream)

    /// What to tell the officer.
    public var message: Label {
        switch self {
        case .database(let code, let step):
            Label(
                "索引出错（\(step)，代码 \(code)）。记录没有丢失，请重建索引。",
                "The index failed (\(step), code \(code)). No record is lost; rebuild the index.")
        case .unfitImage:
            Label("索引快照不能使用，将由记录重建。", "The stored index cannot be used; it is rebuilt from the records.")
        case .unreadableRecord:
            Label(
                "索引中有一条记录读不出来。记录没有丢失，请重建索引。",
                "The index cannot read one of its records. No record is lost; rebuild the index.")
        case .closedStream(let stream):
            stream == .restricted
                ? Label(
                    "限制类记录没有打开，请用有权限的民警口令解锁。", "The restricted records are not open; unlock with a password that may.")
                : Label("记录没有打开，请先解锁。", "The records are not open; unlock first.")
        }
    }
}
