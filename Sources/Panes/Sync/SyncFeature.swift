import Interface
import Records

/// 同步: meeting other laptops through a directory.
enum SyncFeature {
    /// Where its own keys are looked up.
    static let context: KeyContext = "sync"
    /// Where a path is typed.
    static let typing: KeyContext = "sync-path"
    static let begin: ActionID = "sync.begin"
    static let elsewhere: ActionID = "sync.elsewhere"
    static let thorough: ActionID = "sync.thorough"
    static let complete: ActionID = "sync.complete"

    static let feature = Feature(
        pane: { SyncPane($0) },
        actions: [
            Action(
                begin, SyncTexts.begin, help: Label("和上次的地方再同步一次。", "Syncs with the last place again."), in: [context],
                hint: .init(SyncTexts.begin, rank: 5), isInMenu: true),
            Action(
                elsewhere, SyncTexts.elsewhere,
                help: Label("输入目录：U 盘、共享、同步盘。", "Type a directory: stick, share, synced folder."),
                in: [context], hint: .init(SyncTexts.elsewhere, rank: 6), isInMenu: true),
            Action(
                thorough, SyncTexts.thorough,
                help: Label("把那里的每个文件重新读一遍、核对一遍。", "Reads and verifies every file there again."),
                in: [context], isInMenu: true),
            Action(
                complete, SyncTexts.complete,
                help: Label("补全路径，再按换下一个。", "Completes the path; again for the next one."),
                in: [typing], hint: .init(SyncTexts.complete, rank: 12)),
        ])
}
