public import Records

/// What an officer chose for this laptop: remembered by whoever opened the notebook.
public struct NotebookSettings: Hashable, Sendable {
    /// The language of the screen.
    public var language: Language
    /// The name of the theme.
    public var theme: String
    /// Phrases that F7 offers: ways to put facts, never words about a person.
    public var phrases: [String]
    /// After how many minutes without a key the screen is blanked; `nil` is 10 for a sealed notebook and never for a clear one.
    public var lockAfterMinutes: Int?

    /// Settings.
    ///
    /// - Parameters:
    ///   - language: the language of the screen.
    ///   - theme: the name of the theme.
    ///   - phrases: phrases that F7 offers.
    ///   - lockAfterMinutes: after how many minutes without a key the screen is blanked.
    public init(
        language: Language = .zh, theme: String = "dark", phrases: [String] = NotebookSettings.standardPhrases,
        lockAfterMinutes: Int? = nil
    ) {
        self.language = language
        self.theme = theme
        self.phrases = phrases
        self.lockAfterMinutes = lockAfterMinutes
    }

    /// The phrases that are shipped.
    public static let standardPhrases = [
        "已电话联系物业，约定", "已告知本人，本人同意。", "现场查看，", "双方都在场，", "已约定下次上门时间：",
        "已发放联系卡，说明了报警和求助方式。",
    ]
}
