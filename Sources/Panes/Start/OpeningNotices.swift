import Interface
import Records

/// What was found when the notebook was opened, once.
enum OpeningNotices {
    static func dialog(_ notices: [Label]) -> any Layer {
        MessageDialog(
            title: NotebookTexts.notices,
            text: Label(notices.map(\.zh).joined(separator: "\n"), notices.map(\.en).joined(separator: "\n")))
    }
}
