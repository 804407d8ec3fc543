import Desk
import Interface
import Records

/// Commands of the notebook as a whole: language, theme, drafts, what was deleted.
enum NotebookCommands {
    static let drafts: ActionID = "drafts"
    static let trash: ActionID = "trash"

    static let feature = Feature(
        actions: [
            Action(
                drafts, NotebookTexts.drafts,
                help: Label("列出没有写完的，继续写或扔掉。", "Lists what was not finished.")),
            Action(
                trash, NotebookTexts.trash,
                help: Label("列出删除的记录，按 Enter 恢复。", "Lists what was deleted; Enter restores.")),
            Action(
                DraftList.discard, NotebookTexts.throwAway, help: Label("扔掉选中的草稿。", "Throws the draft away."),
                in: [DraftList.context], hint: .init(NotebookTexts.throwAway, rank: 11)),
        ] + choices.map(\.action),
        commands: [
            drafts: { workspace, _ in .push(DraftList.screen(workspace)) },
            trash: { workspace, _ in .push(TrashList.screen(workspace)) },
        ])

    /// What a choice changes in the settings.
    static let changes = Dictionary(choices.map { ($0.action.id, $0.change) }) { first, _ in first }

    private struct Choice {
        let action: Action
        let change: @Sendable (inout NotebookSettings) -> Void
    }

    private static var choices: [Choice] {
        [
            Choice(
                action: Action(
                    "language.zh", Label("语言：中文", "Language: 中文"), help: Label("界面用中文。", "The screen is in Chinese.")),
                change: { $0.language = .zh }),
            Choice(
                action: Action(
                    "language.en", Label("语言：English", "Language: English"),
                    help: Label("界面用英文。", "The screen is in English.")),
                change: { $0.language = .en }),
        ]
            + [5, 10, 20].map { (minutes: Int) in
                Choice(
                    action: Action(
                        ActionID("lock-after.\(minutes)"),
                        Label("\(minutes) 分钟不按键就锁屏", "Lock after \(minutes) minutes without a key"),
                        help: Label("人走开后多久自动锁屏。", "How long after you have gone the screen locks by itself.")),
                    change: { $0.lockAfterMinutes = minutes })
            }
            + BuiltInThemes.names.map { name in
                let title = names[name] ?? Label(name, name)
                return Choice(
                    action: Action(
                        ActionID("theme.\(name)"), Label("配色（主题）：\(title.zh)", "Theme (colours): \(title.en)"),
                        help: Label("换成这种配色。", "Changes the colours.")),
                    change: { $0.theme = name })
            }
    }

    private static let names: [String: Label] = [
        "dark": Label("深色", "dark"), "light": Label("浅色", "light"),
        "high-contrast": Label("高对比", "high contrast"), "sixteen": Label("十六色", "sixteen colours"),
        "mono": Label("单色", "no colours"),
    ]
}
