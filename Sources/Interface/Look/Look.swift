public import Records
public import Terminal
public import Themes

/// How everything is drawn: language, colours, widths.
///
/// Passed to every drawing function, so it can be switched while running.
public struct Look: Sendable {
    /// The language of every text.
    public var language: Language
    /// The widths of the screen, with the settings for ambiguous characters and ASCII lines.
    public var textWidth: TextWidth
    private var styles: [Role: Style]

    /// A look.
    ///
    /// - Parameters:
    ///   - language: the language of every text.
    ///   - textWidth: the widths of the screen.
    ///   - theme: how each role looks; `nil` tells the roles apart by attributes alone.
    public init(language: Language = .zh, textWidth: TextWidth = .standard, theme: Theme? = nil) {
        self.language = language
        self.textWidth = textWidth
        styles = Self.plainStyles
        if let theme { use(theme) }
    }

    /// Changes the theme.
    ///
    /// - Parameter theme: how each role looks.
    public mutating func use(_ theme: Theme) {
        styles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, Style(theme[$0])) })
    }

    /// How a role looks.
    ///
    /// - Parameter role: what a piece of the screen means.
    /// - Returns: its style.
    public subscript(role: Role) -> Style { styles[role] ?? .plain }

    /// A blank frame with the ground of the screen.
    ///
    /// - Parameter size: the screen's extent.
    /// - Returns: the canvas to draw on.
    public func canvas(_ size: Size) -> Canvas { Canvas(size: size, textWidth: textWidth, style: self[.text]) }

    /// The same look on the ground of a dialog.
    var inDialog: Look {
        var look = self
        let ground = self[.dialog].background
        for (role, style) in styles where style.background == self[.text].background {
            look.styles[role]?.background = ground
        }
        return look
    }

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
    private static let plainStyles: [Role: Style] = [
        .title: Style(attributes: .bold), .tabActive: Style(attributes: .bold), .heading: Style(attributes: .bold),
        .selection: Style(attributes: .reverse), .selectionMark: Style(attributes: .bold),
        .fieldFocused: Style(attributes: .underline), .choice: Style(attributes: .bold), .key: Style(attributes: .bold),
        .error: Style(attributes: .bold), .overdue: Style(attributes: .bold), .conflict: Style(attributes: .bold),
        .markedDifference: Style(attributes: .reverse), .match: Style(attributes: .underline),
        .dim: Style(attributes: .dim), .rule: Style(attributes: .dim),
    ]
}

extension Style {
    /// What a theme says, as the screen understands it.
    init(_ style: ThemeStyle) {
        var attributes: Attributes = []
        if style.isBold { attributes.insert(.bold) }
        if style.isDim { attributes.insert(.dim) }
        if style.isUnderlined { attributes.insert(.underline) }
        if style.isReversed { attributes.insert(.reverse) }
        self.init(
            foreground: Color(style.foreground), background: Color(style.background), attributes: attributes)
    }
}

extension Color {
    /// What a theme says, as the screen understands it.
    init(_ color: ThemeColor) {
        if let basic = color.basic {
            self.init(basic: basic, extended: color.extended)
        } else {
            self = .standard(extended: color.extended)
        }
    }
}
