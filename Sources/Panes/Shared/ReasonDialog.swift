import Desk
import Interface
import Records

/// Asks why a restricted record is opened: a digit for the usual reasons, a line for any other.
///
/// The reason goes into the audit log, where somebody else reads it.
enum ReasonDialog {
    private static let title = Label("打开受限记录", "Open a restricted record")
    private static let text = Label(
        "为什么打开？理由会记入操作日志，由别人审阅。", "Why? The reason goes into the audit log, which somebody else reviews.")
    private static let otherText = Label("理由（只写事由，不写情况）：", "The reason, not the matter itself:")
    private static let missing = Label("请写一个理由。", "Write a reason.")

    /// The usual reasons; they say nothing about the person.
    static let reasons = [
        Label("按期协助、走访", "A call that is due"), Label("核对文书和期限", "Checking papers and days"),
        Label("牵头单位来访、来电", "The lead body called"), Label("本人或监护人来访、来电", "The person or guardian called"),
        Label("紧急处置", "An emergency"),
    ]

    /// The question.
    ///
    /// - Parameters:
    ///   - workspace: the language in which the reason is logged.
    ///   - onReason: goes on with the reason.
    /// - Returns: the dialog.
    static func layer(_ workspace: Workspace, onReason: @escaping (String) -> LayerResult) -> any Layer {
        ChoiceDialog(title: title, text: text, choices: reasons + [Label("其他（自己写）", "Another: write it")]) { choice in
            guard choice == reasons.count else { return onReason(workspace.text(reasons[choice])) }
            return .push(
                PromptDialog(
                    title: title, text: otherText, limit: AuditLine.longestReason,
                    check: { TextFolding.plain($0).isEmpty ? missing : nil }, onAnswer: onReason))
        }
    }
}
