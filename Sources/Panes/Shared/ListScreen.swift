import Interface
import Records

/// A list that fills the screen under its title: Enter does the one thing that can be done with a row.
final class ListScreen<Item>: Layer, Reloading, RecordHolder {
    private let workspace: Workspace
    private let title: Label
    private let ownContexts: [KeyContext]
    private let openHint: Label?
    private let load: () -> [Item]
    private let row: (Item) -> ListRow
    private let record: (Item) -> RecordID?
    private let note: () -> Label?
    private let rowNote: (Item) -> Label?
    private let take: (ActionID, Item) -> LayerResult
    private var items: [Item] = []
    private var noteNow: Label?
    private var list: ListView

    /// A list.
    ///
    /// - Parameters:
    ///   - workspace: the language.
    ///   - title: what stands above it.
    ///   - columns: its columns.
    ///   - emptyText: what stands in place of rows when there are none.
    ///   - contexts: contexts of its own, before that of lists.
    ///   - openHint: what Enter is called; `nil` for what it is called everywhere.
    ///   - load: asks the desk for the items.
    ///   - row: an item as a row.
    ///   - record: the record behind an item, so that commands such as its history know which one is meant.
    ///   - note: what the status line says, asked for together with the items.
    ///   - rowNote: what it says of the selected item instead.
    ///   - take: what an action does with the selected item; ``LayerResult/ignored`` for others.
    init(
        _ workspace: Workspace, title: Label, columns: [ListColumn], emptyText: Label, contexts: [KeyContext] = [],
        openHint: Label? = nil, load: @escaping () -> [Item], row: @escaping (Item) -> ListRow,
        record: @escaping (Item) -> RecordID? = { _ in nil }, note: @escaping () -> Label? = { nil },
        rowNote: @escaping (Item) -> Label? = { _ in nil }, take: @escaping (ActionID, Item) -> LayerResult
    ) {
        self.workspace = workspace
        self.title = title
        ownContexts = contexts
        self.openHint = openHint
        self.load = load
        self.row = row
        self.record = record
        self.note = note
        self.rowNote = rowNote
        self.take = take
        list = ListView(columns: columns, emptyText: emptyText)
        _ = reload()
    }

    func reload() -> Bool {
        items = load()
        noteNow = note()
        return true
    }

    var contexts: [KeyContext] { ownContexts + [.list] }
    var situation: Situation { Situation(items.isEmpty ? [.canUndo, .canRedo] : [.selection, .canUndo, .canRedo]) }
    var focusedRecord: RecordID? { selected.flatMap(record) }
    var status: StyledLine? { (selected.flatMap(rowNote) ?? noteNow).map { StyledLine(workspace.text($0), .dim) } }
    func hintText(for action: ActionID) -> Label? { action == StandardActions.open ? openHint : nil }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(title), row: 0, column: 1, in: area, style: look[.title])
        list.draw(into: &canvas, area: area.belowTitle, look: look, source: source)
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: source) { return .consumed }
        guard case .action(let action) = input else { return .ignored }
        if action == StandardActions.back { return .close }
        return selected.map { take(action, $0) } ?? .ignored
    }

    private var selected: Item? { items.indices.contains(list.selected) ? items[list.selected] : nil }

    private var source: RowSource {
        RowSource(count: items.count) { [items, row] range in items[range].map(row) }
    }
}
