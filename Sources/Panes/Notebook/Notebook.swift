public import Desk
public import Interface
import Records

/// The notebook as an officer sees it: title, panes, work, messages, keys.
///
/// It has no loop of its own while it is tested: ``handle(_:)`` takes what came, ``frame(_:)`` draws what stands there,
/// ``idle(milliseconds:)`` says that nothing came. ``run()`` is these three and a screen.
public final class Notebook {
    /// What the panes work with.
    public let workspace: Workspace
    /// Why the notebook is to be closed; `nil` while it is open.
    public private(set) var exitReason: ExitReason?

    let screen: any Screen
    let features: [Feature]
    let shell: Shell
    let stack: LayerStack
    private let remember: (NotebookSettings) -> Void
    private var idleMilliseconds = 0
    private var hasKeptDrafts = true
    private var shownRevision = 0
    private var day: CalendarDay

    /// A notebook.
    ///
    /// - Parameters:
    ///   - desk: the open desk; whoever sits there is asked for unless somebody is signed in.
    ///   - screen: where frames go and keys come from.
    ///   - settings: what the officer chose before.
    ///   - keyFiles: which key does what, the officer's own file last.
    ///   - features: the parts of the notebook.
    ///   - places: where directories are that can be synced with.
    ///   - remember: keeps what the officer chooses, such as a theme.
    public init(
        desk: Desk, screen: any Screen, settings: NotebookSettings = NotebookSettings(),
        keyFiles: [KeyMapFile] = KeyMapFile.allShipped, features: [Feature] = Features.all,
        places: SyncPlaces = SyncPlaces(), remember: @escaping (NotebookSettings) -> Void = { _ in }
    ) {
        self.screen = screen
        self.features = features
        self.remember = remember
        day = desk.today
        let theme = (try? BuiltInThemes.theme(settings.theme)) ?? nil
        let look = Look(language: settings.language, textWidth: screen.textWidth, theme: theme)
        workspace = Workspace(desk: desk, look: look, settings: settings, features: features, places: places)
        shell = Shell(workspace) { [workspace] in features.compactMap { $0.pane }.map { $0(workspace) } }
        var registry = ActionRegistry()
        registry.add(features.flatMap(\.actions))
        for place in 1...9 { registry.replace(Self.opening(place, shell.panes.map(\.title))) }
        for (context, name) in ContextNames.all { registry.name(context, name) }
        let (keys, problems) = KeyMap.read(keyFiles, for: registry)
        stack = LayerStack(root: shell, actions: registry, keys: keys, look: look, matcher: .pinyin)
        workspace.drawTitle = { [weak shell] canvas, area, look, name in
            shell?.titleBar(look, showing: name).draw(into: &canvas, area: area, look: look)
        }
        stack.onAction = { [weak self] in self?.take($0) ?? .ignored }
        start(notices: desk.opening.notices + problems.map(\.label))
    }

    /// Runs until the officer leaves, the system asks for it, or the terminal is gone.
    ///
    /// Drafts are kept in each case.
    ///
    /// - Returns: why it ended.
    public func run() -> ExitReason {
        while true {
            if let exitReason { return exitReason }
            // A burst of keys is taken as a whole and painted once.
            if !screen.hasPendingInput { screen.present(frame(screen.size)) }
            if shell.working != nil {
                work()
                continue
            }
            var wait = hasKeptDrafts && !shell.needsRecount ? Self.longWait : Self.draftWait
            if isCountingDown { wait = Self.countdownWait }
            let event = screen.nextEvent(timeoutMilliseconds: wait)
            if event == .timeout { idle(milliseconds: wait) } else { handle(event) }
        }
    }

    /// Works on what runs in the background until a key comes, or for as long as a frame may stand.
    ///
    /// A little at a time: a key waits for one step, never for the whole.
    private func work() {
        let start = workspace.desk.now.milliseconds
        while let job = shell.working {
            // Without anything to do it waits for the disk, and so does this.
            let wait = job.work() ? 0 : Self.diskWait
            let event = screen.nextEvent(timeoutMilliseconds: wait)
            guard event == .timeout else { return handle(event) }
            let passed = workspace.desk.now.milliseconds - start
            guard !(0..<Self.frameWait).contains(passed) else { continue }
            return idle(milliseconds: max(0, passed))
        }
        refresh()
    }

    /// How often a frame is drawn while something runs in the background, in milliseconds.
    static let frameWait = 200
    /// How long to wait before the thread that reads the disk is asked again, in milliseconds.
    static let diskWait = 5

    /// After this long without a key, what was typed is put on the disk.
    public static let draftWait = 2000
    /// How often the wait after a wrong passphrase is drawn.
    static let countdownWait = 1000
    /// After how many minutes without a key a sealed notebook locks itself, unless the officer set another number.
    static let sealedLockMinutes = 10
    /// How often the date in the title line is looked at while nothing happens.
    static let longWait = 60_000

    /// Takes what came from outside.
    ///
    /// - Parameter event: a key, pasted text, another size, or a request of the system.
    public func handle(_ event: InputEvent) {
        switch event {
        case .timeout: return
        case .suspend:
            // An unlocked notebook is not left behind a shell prompt.
            lock()
            screen.present(frame(screen.size))
            screen.suspend()
        case .terminate:
            keepDrafts()
            exitReason = .terminated
        case .hangup:
            keepDrafts()
            exitReason = .hangup
        case .wake: break
        case .key, .paste, .resize, .unreadable:
            idleMilliseconds = 0
            hasKeptDrafts = false
            stack.handle(event)
        }
        refresh()
    }

    /// Says that nothing came for a while.
    ///
    /// - Parameter milliseconds: how long; the times of several calls without a key between them are added up.
    public func idle(milliseconds: Int) {
        idleMilliseconds += milliseconds
        if idleMilliseconds >= Self.draftWait, !hasKeptDrafts {
            keepDrafts()
            workspace.desk.rest()
        }
        shell.recount()
        let standard = workspace.desk.isSealed ? Self.sealedLockMinutes : nil
        if let minutes = workspace.settings.lockAfterMinutes ?? standard, idleMilliseconds >= minutes * 60_000,
            !isLocked
        {
            lock()
        }
        refresh()
    }

    /// Draws a frame from what stands there.
    ///
    /// - Parameter size: the screen's extent.
    /// - Returns: the frame.
    public func frame(_ size: Size) -> Canvas {
        var canvas = workspace.look.canvas(size)
        stack.look = workspace.look
        stack.draw(into: &canvas)
        if ScreenFrame.fits(size) { drawStanding(into: &canvas) }
        return canvas
    }

    /// Ends the loop.
    func close() {
        keepDrafts()
        exitReason = .quit
    }

    /// Puts everything that was typed on the disk.
    func keepDrafts() {
        for layer in stack.layers { (layer as? any Idling)?.idle() }
        (shell.pane as? any Idling)?.idle()
        hasKeptDrafts = true
    }

    /// Takes over what the officer chose, and has it remembered.
    func choose(_ change: (inout NotebookSettings) -> Void) {
        change(&workspace.settings)
        workspace.look.language = workspace.settings.language
        if let theme = (try? BuiltInThemes.theme(workspace.settings.theme)) ?? nil { workspace.look.use(theme) }
        remember(workspace.settings)
        workspace.changed()
    }

    /// Asks again for what is shown, if something was saved or a new day has begun.
    func refresh() {
        if workspace.desk.today != day {
            day = workspace.desk.today
            workspace.changed()
        }
        if let notice = workspace.desk.takeAuditNotice() { stack.show(Notice(notice, .warning)) }
        guard workspace.revision != shownRevision else { return }
        shownRevision = workspace.revision
        for layer in stack.layers.dropFirst() {
            guard let layer = layer as? any Layer & Reloading, !layer.reload() else { continue }
            stack.remove(layer)
        }
        shell.refresh()
    }

    /// What every screen says: that the records are fictional, that nothing can be written.
    private func drawStanding(into canvas: inout Canvas) {
        let look = workspace.look
        let place = Rect(row: canvas.size.rows - 2, column: 0, rows: 1, columns: canvas.size.columns)
        let demo = workspace.desk.isDemo ? look.text(PaneTexts.demo) : ""
        if !workspace.desk.isLocked, let reason = workspace.desk.readOnlyReason {
            canvas.write(
                look.text(PaneTexts.readOnly) + look.text(reason), row: 0, column: 1, in: place, style: look[.warning],
                maxColumns: canvas.size.columns - look.columns(demo) - 4)
        }
        if !demo.isEmpty { canvas.writeRight(StyledLine(demo, .warning), row: 0, in: place, look: look) }
    }
}
