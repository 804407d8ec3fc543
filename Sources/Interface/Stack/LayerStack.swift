import Records
public import Terminal

/// The layers on the screen, the focused one on top.
///
/// It looks keys up, hands inputs down, and draws every frame.
public final class LayerStack {
    /// The layers from the bottom up.
    public private(set) var layers: [any Layer]
    /// How everything is drawn; may be switched at any time.
    public var look: Look
    /// All actions.
    public let actions: ActionRegistry
    /// Which key does what.
    public var keys: KeyMap
    /// How commands are found by what is typed.
    public var matcher: TextMatcher
    /// The message in the status line, until the next key.
    public private(set) var notice: Notice?
    /// Takes the actions that no layer took: quit, lock, redraw.
    public var onAction: (ActionID) -> LayerResult

    /// A stack.
    ///
    /// - Parameters:
    ///   - root: the layer at the bottom; it stays.
    ///   - actions: all actions.
    ///   - keys: which key does what.
    ///   - look: how everything is drawn.
    ///   - matcher: how commands are found by what is typed.
    ///   - onAction: takes the actions that no layer took.
    public init(
        root: any Layer, actions: ActionRegistry, keys: KeyMap, look: Look = Look(),
        matcher: TextMatcher = .pinyin, onAction: @escaping (ActionID) -> LayerResult = { _ in .ignored }
    ) {
        layers = [root]
        self.actions = actions
        self.keys = keys
        self.look = look
        self.matcher = matcher
        self.onAction = onAction
    }

    /// The layer with the focus.
    public var top: any Layer { layers[layers.count - 1] }

    /// Puts a layer on top.
    ///
    /// - Parameter layer: the layer.
    public func push(_ layer: any Layer) { layers.append(layer) }

    /// Takes the top layer away; the root stays.
    public func pop() {
        if layers.count > 1 { layers.removeLast() }
    }

    /// Takes a layer away wherever it lies; the root stays.
    ///
    /// - Parameter layer: the layer.
    public func remove(_ layer: any Layer) {
        if let place = layers.lastIndex(where: { $0 === layer }), place > 0 { layers.remove(at: place) }
    }

    /// Shows a message until the next key.
    ///
    /// - Parameter notice: the message; `nil` takes it away.
    public func show(_ notice: Notice?) { self.notice = notice }

    /// Takes what came from outside.
    ///
    /// - Parameter event: a key or pasted text; other events belong to the main loop and are left alone.
    /// - Returns: whether the screen may look different now.
    @discardableResult
    public func handle(_ event: InputEvent) -> Bool {
        switch event {
        case .key(let key):
            notice = nil
            take(key)
        case .paste(let text):
            notice = top.takesText ? nil : Notice(Texts.pasteOutsideField)
            if top.takesText { apply(top.handle(.paste(text)), from: top) }
        case .unreadable:
            notice = Notice(Texts.unreadable, .warning)
        case .resize: break
        default: return false
        }
        return true
    }

    /// Takes an action where the focus stands, as if its key had been pressed.
    ///
    /// - Parameter action: what to do.
    public func perform(_ action: ActionID) {
        let layer = top
        if let reason = actions[action]?.availability(in: layer.situation).reason {
            notice = Notice(reason, .refusal)
            return
        }
        var isHidden = false
        for (place, layer) in layers.enumerated().reversed() {
            // What nobody sees takes nothing: Ctrl-Z would take back what was typed in a form underneath, Ctrl-F go to the
            // search that is open there, Enter open what is selected in a list. Only what is new is for the root to say.
            if isHidden, place > 0 || layer.takesText || action != StandardActions.new { continue }
            let result = layer.handle(.action(action))
            guard case .ignored = result else { return apply(result, from: layer) }
            if layer.isModal, actions[action]?.isUrgent != true { return }
            isHidden = isHidden || layer.coversScreen
        }
        switch action {
        case StandardActions.help: push(HelpLayer(for: layer, actions: actions, keys: keys))
        case StandardActions.commands:
            push(PaletteLayer(for: layer, actions: actions, keys: keys, matcher: matcher))
        case StandardActions.menu: push(MenuLayer(for: layer, actions: actions, keys: keys))
        default: apply(onAction(action), from: layer)
        }
    }

    /// Draws a frame.
    ///
    /// - Parameter canvas: a blank canvas with the screen's extent.
    public func draw(into canvas: inout Canvas) {
        guard ScreenFrame.fits(canvas.size) else { return TooSmall.draw(into: &canvas, look: look) }
        let frame = ScreenFrame(canvas.size)
        let first = layers.lastIndex { $0.coversScreen } ?? 0
        for layer in layers[first...] { layer.draw(into: &canvas, area: frame.work, look: look) }
        if let line = notice?.line(look) ?? top.status ?? layers[first].status {
            canvas.write(line, row: 0, column: 1, in: frame.status, look: look, maxColumns: canvas.size.columns - 2)
        }
        HintLine(for: top, actions: actions, keys: keys, isRoot: layers.count == 1).draw(
            into: &canvas, area: frame.hints, look: look)
    }

    private func take(_ key: Key) {
        let layer = top
        if layer.takesText, let character = key.text {
            return apply(layer.handle(.text(String(character))), from: layer)
        }
        if let action = keys.action(for: key, in: layer.contexts + [.global]) { return perform(action) }
        let result = layer.handle(.key(key))
        if case .ignored = result, let text = key.folded.text, !text.isASCII, !layer.isModal {
            notice = Notice(letterHint(layer))
        }
        apply(result, from: layer)
    }

    /// Names the keys that work while an input method is on.
    private func letterHint(_ layer: any Layer) -> Label {
        func name(_ action: ActionID) -> String {
            let all = keys.keys(for: action, in: layer.contexts + [.global])
            return (all.first { !$0.isLetterOrMark && !$0.isFunction } ?? all.first)?.name ?? ""
        }
        return Texts.fill(
            Texts.letterOutsideField,
            [
                "find": name(StandardActions.find), "commands": name(StandardActions.commands),
                "help": name(StandardActions.help),
            ])
    }

    private func apply(_ result: LayerResult, from layer: any Layer) {
        switch result {
        case .consumed, .ignored: break
        case .close: remove(layer)
        case .push(let new): push(new)
        case .replace(let new):
            if let place = layers.lastIndex(where: { $0 === layer }) { layers[place] = new }
        case .notice(let new): notice = new
        case .perform(let action): perform(action)
        case .all(let results): for result in results { apply(result, from: layer) }
        }
    }
}
