public import Records
public import Terminal

/// How everything is drawn: language, colours, widths. Passed to every drawing function, so it can be switched while running.
public struct Look: Sendable {
    /// The language of every text.
    public var language: Language
    /// The widths of the screen, with the settings for ambiguous characters and ASCII lines.
    public var textWidth: TextWidth
    /// How each role looks; a role that is missing looks plain.
    public var styles: [Role: Style]

    /// A look.
    ///
    /// - Parameters:
    ///   - language: the language of every text.
    ///   - textWidth: the widths of the screen.
    ///   - styles: how each role looks.
    public init(
        language: Language = .zh, textWidth: TextWidth = .standard, styles: [Role: Style] = Look.plainStyles
    ) {
        self.language = language
        self.textWidth = textWidth
        self.styles = styles
    }

    /// How a role looks.
    ///
    /// - Parameter role: what a piece of the screen means.
    /// - Returns: its style.
    public subscript(role: Role) -> Style { styles[role] ?? .plain }

    /// A text in the officer's language.
    ///
    /// - Parameter label: the text in both languages.
    /// - Returns: the one to show.
    public func text(_ label: Label) -> String { label[language] }

    /// The columns a text takes on this screen.
    ///
    /// - Parameter text: the text.
    /// - Returns: its columns.
    public func columns(_ text: String) -> Int { textWidth.columns(of: text) }

    /// A look that needs no colour: attributes alone tell the roles apart.
    public static let plainStyles: [Role: Style] = [
        .title: Style(attributes: .bold),
        .tabOpen: Style(attributes: .bold),
        .heading: Style(attributes: .bold),
        .selection: Style(attributes: .reverse),
        .mark: Style(attributes: .bold),
        .hintKey: Style(attributes: .bold),
        .problem: Style(attributes: .bold),
        .overdue: Style(attributes: .bold),
        .conflict: Style(attributes: .bold),
        .match: Style(attributes: .underline),
        .faint: Style(attributes: .dim),
        .rule: Style(attributes: .dim),
        .dialog: Style(attributes: .bold),
    ]
}
