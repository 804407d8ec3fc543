import Desk
import Interface
import Records

/// A directory to sync with: typed, completed by Tab, or chosen among the media that are plugged in and places used before.
final class PathEntry: Layer {
    private let workspace: Workspace
    private let onPath: (String) -> LayerResult
    private var editor: LineEditor
    private var problem: Label?
    private let offers: [(path: String, what: Label)]
    private var list = ListView(
        columns: [ListColumn(width: .flexible(min: 30, share: 1)), ListColumn(width: .fixed(16), alignment: .right)],
        emptyText: SyncTexts.nothingFound)
    /// What Tab goes through.
    private var completing: (candidates: [String], place: Int)?

    init(_ workspace: Workspace, onPath: @escaping (String) -> LayerResult) {
        self.workspace = workspace
        self.onPath = onPath
        let mounted = workspace.places.mounted().sorted()
        let used = workspace.desk.syncPlaces().map(\.path)
        // A stick that was used before comes first: most often it is the one that is meant.
        offers =
            used.map { ($0, SyncTexts.remembered) }
            + mounted.filter { medium in !used.contains(medium) }.map { ($0, SyncTexts.mounted) }
        let first = used.first { path in mounted.contains { path == $0 || path.hasPrefix($0 + "/") } }
        editor = LineEditor(first ?? mounted.first ?? used.first ?? "/", limit: 1000)
        list.selected = offers.firstIndex { $0.path == editor.text } ?? 0
    }

    var contexts: [KeyContext] { [SyncFeature.typing, .field, .list, .dialog] }
    var takesText: Bool { true }
    var isModal: Bool { true }
    var situation: Situation { Situation([.canUndo, .canRedo]) }
    var status: StyledLine? {
        if let problem { return StyledLine(workspace.text(problem), .error) }
        guard let completing, completing.candidates.count > 1 else {
            return StyledLine(workspace.text(SyncTexts.askHow), .dim)
        }
        return StyledLine(completing.candidates.prefix(6).joined(separator: "   "), .dim)
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let title = look.text(SyncTexts.ask)
        canvas.write(title, row: 0, column: 1, in: area, style: look[.title])
        list.draw(
            into: &canvas,
            area: Rect(
                row: area.origin.row + 4, column: area.origin.column, rows: max(1, area.size.rows - 4),
                columns: area.size.columns), look: look, source: source, isFocused: false)
        editor.draw(
            into: &canvas,
            area: Rect(
                row: area.origin.row + 2, column: area.origin.column + 3, rows: 1, columns: area.size.columns - 4),
            look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back): return .close
        case .action(StandardActions.Dialog.accept), .action(StandardActions.open): return accept()
        case .action(SyncFeature.complete):
            complete()
            return .consumed
        case .action(StandardActions.Move.up), .action(StandardActions.Move.down):
            guard !offers.isEmpty, list.handle(input, in: source) else { return .consumed }
            editor.replaceAll(with: offers[list.selected].path)
            return .consumed
        default: break
        }
        let before = editor.text
        let outcome = editor.handle(input)
        if editor.text != before { (completing, problem) = (nil, nil) }
        if case .refused(let reason) = outcome { return .notice(Notice(reason, .refusal)) }
        if outcome == .ignored, case .action = input { return .ignored }
        return .consumed
    }

    private func accept() -> LayerResult {
        var path = editor.text
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard path.hasPrefix("/") else {
            problem = path.isEmpty ? SyncTexts.empty : SyncTexts.relative
            return .consumed
        }
        return .all([.close, onPath(path)])
    }

    /// Goes through the directories that begin as what is typed.
    private func complete() {
        if completing == nil {
            let typed = editor.text
            let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
            let folder = String(typed[..<cut])
            let stem = typed[cut...]
            var candidates = (folder.isEmpty ? [] : workspace.places.folders(folder)).filter { $0.hasPrefix(stem) }
                .sorted().map { folder + $0 }
            candidates += offers.map(\.path).filter { $0.hasPrefix(typed) && !candidates.contains($0) }
            completing = (candidates, -1)
        }
        guard var now = completing, !now.candidates.isEmpty else { return }
        now.place = (now.place + 1) % now.candidates.count
        editor.replaceAll(with: now.candidates[now.place] + (now.candidates.count == 1 ? "/" : ""))
        // The only candidate is done with: Tab then goes on to what lies in it.
        completing = now.candidates.count == 1 ? nil : now
    }

    private var source: RowSource {
        RowSource(
            offers.map { offer in
                ListRow([StyledLine(offer.path), StyledLine(workspace.text(offer.what), .dim)])
            })
    }
}
