public import Records
public import Terminal

/// Something that fills the screen or lies on top of it: a pane, a form, a dialog.
///
/// It draws itself from its state every frame.
public protocol Layer: AnyObject {
    /// The contexts in which keys are looked up, from the inside out, without ``KeyContext/global``.
    var contexts: [KeyContext] { get }
    /// Whether typed characters are text where the focus stands.
    var takesText: Bool { get }
    /// Whether inputs stop here: a question that waits for an answer. Urgent actions pass all the same.
    var isModal: Bool { get }
    /// Whether the layers below cannot be seen.
    var coversScreen: Bool { get }
    /// What is the case where the focus stands.
    var situation: Situation { get }
    /// What the status line says while there is no message.
    var status: StyledLine? { get }
    /// Hints of its own, before those of the actions: keys and what they do.
    var hints: [Hint] { get }
    /// What the help says of keys of its own, one by one.
    var keyHelp: [Hint] { get }

    /// What an action is called in the hint line of this layer, when it is not called as elsewhere.
    ///
    /// - Parameter action: the action.
    /// - Returns: the text; `nil` for the action's own.
    func hintText(for action: ActionID) -> Label?

    /// Draws the layer and sets the caret where the next character goes; a list parks it on its selected row.
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work; status and hints lie below it.
    ///   - look: language, colours, widths.
    func draw(into canvas: inout Canvas, area: Rect, look: Look)

    /// Takes an input.
    ///
    /// - Parameter input: what came.
    /// - Returns: what the layer wants.
    func handle(_ input: Input) -> LayerResult
}

extension Layer {
    /// Whether typed characters are text.
    public var takesText: Bool { false }
    /// Whether inputs stop here.
    public var isModal: Bool { false }
    /// Whether the layers below are hidden.
    public var coversScreen: Bool { true }
    /// What is the case where the focus stands.
    public var situation: Situation { Situation() }
    /// What the status line says.
    public var status: StyledLine? { nil }
    /// Hints of its own.
    public var hints: [Hint] { [] }
    /// What the help says of keys of its own.
    public var keyHelp: [Hint] { hints }
    /// What an action is called in its hint line.
    ///
    /// - Parameter action: the action.
    /// - Returns: the text; `nil` for the action's own.
    public func hintText(for action: ActionID) -> Label? { nil }
}
