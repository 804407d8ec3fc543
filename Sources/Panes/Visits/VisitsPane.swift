import Desk
import Interface
import Records

/// The beat by buildings: the buildings, the doors of one with a digit for each visit, the dossier beside them.
final class VisitsPane: Pane, RecordHolder, Idling {
    static let feature = Feature(
        pane: { VisitsPane($0) }, actions: DoorActions.all,
        openers: [
            Household.type.id: { HouseholdScreen($0, household: $1.id) },
            Visit.type.id: { workspace, visit in VisitForm.make(workspace, base: visit) },
        ],
        commands: [
            DoorActions.newVisit: { workspace, focused in
                // On a household the visit is at that door.
                let household = focused.flatMap { try? workspace.desk.record($0) }.flatMap {
                    $0.type == Household.type.id ? $0.id : nil
                }
                return .push(VisitForm.make(workspace, household: household))
            },
            DoorActions.newHousehold: { workspace, _ in VisitCommands.newHousehold(workspace) },
        ])

    /// What is looked at.
    private enum Level {
        case blocks
        case doors
        case found
    }

    let name = "visits"
    let title = VisitTexts.title
    private let workspace: Workspace
    private let entry: VisitEntry
    private let doors: DoorList
    private var level = Level.blocks
    private var blocks: [Desk.Block] = []
    private var areBlocksStale = false
    private var quota: Desk.Quota?
    private var failure: Label?
    private var list = ListView(
        columns: [
            ListColumn(width: .flexible(min: 20, share: 1)),
            ListColumn(width: .fixed(10), alignment: .right, isAside: true),
            ListColumn(width: .fixed(12), alignment: .right, isAside: true),
        ], emptyText: VisitTexts.noHouseholds)
    private var query = LineEditor()
    private var isTyping = false
    private var showsHidden = false
    private var detail = DetailView()
    private var detailOf: (id: RecordID, revision: Int, language: Language, showsHidden: Bool)?
    private var dossier: Dossier?

    init(_ workspace: Workspace) {
        self.workspace = workspace
        entry = VisitEntry(workspace)
        doors = DoorList(workspace, entry: entry, style: .pane)
    }

    func reload() {
        do throws(DeskError) {
            // At a door the buildings are out of sight: they are asked for on the way back.
            if level == .blocks { blocks = try workspace.desk.blocks() } else { areBlocksStale = true }
            quota = try workspace.desk.quota()
            failure = nil
        } catch {
            failure = error.label
        }
        if level != .blocks { doors.reload() }
        list.settle(in: source)
    }

    var focusedRecord: RecordID? { level == .blocks ? nil : doors.selected?.id }
    var takesText: Bool { isTyping || doors.prompt != nil }
    var contexts: [KeyContext] {
        takesText ? [.field, DoorActions.doors, DoorActions.visits] : [DoorActions.visits, DoorActions.doors]
    }

    var situation: Situation {
        var flags: Set<Situation.Flag> = []
        if level == .blocks ? !blocks.isEmpty : doors.selected != nil { flags.insert(.selection) }
        if level != .blocks, doors.selected != nil { flags.insert(.unfinished) }
        if level != .blocks, dossier?.hasHidden == true, !showsHidden { flags.insert(.hiddenValue) }
        var situation = Situation(flags)
        if level == .blocks {
            for action in [DoorActions.edit, DoorActions.delete, DoorActions.form] {
                situation.refusals[action] = VisitTexts.openBlockFirst
            }
        }
        return situation
    }

    var status: StyledLine? {
        if let failure { return StyledLine(workspace.text(failure), .error) }
        switch level {
        case .blocks: return quota.map { StyledLine(workspace.text($0.label), .status) }
        default: return doors.selected == nil ? nil : StyledLine(workspace.text(doors.place), .status)
        }
    }

    var hints: [Hint] {
        if let asked = doors.prompt { return asked.hints }
        return level == .blocks || isTyping ? [] : [Hint("1–5", VisitTexts.recordHint)]
    }
    var keyHelp: [Hint] { hints.contains { $0.keys == "1–5" } ? VisitTexts.digits : hints }

    // MARK: Drawing

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let parts = ScreenFrame.sideBySide(area)
        drawHead(into: &canvas, area: parts.list, look: look)
        let body = Rect(
            row: parts.list.origin.row + 2, column: parts.list.origin.column, rows: parts.list.size.rows - 2,
            columns: parts.list.size.columns)
        if level == .blocks {
            list.draw(into: &canvas, area: body, look: look, source: source, isFocused: !isTyping)
        } else {
            doors.draw(into: &canvas, area: body, look: look)
        }
        if isTyping { drawQuery(into: &canvas, area: parts.list, look: look) }
        guard !parts.detail.isEmpty else { return }
        canvas.verticalRule(at: parts.rule.origin, rows: parts.rule.size.rows, style: look[.rule])
        refreshDetail()
        detail.draw(into: &canvas, area: parts.detail, look: look, isFocused: false)
    }

    private func drawHead(into canvas: inout Canvas, area: Rect, look: Look) {
        guard !isTyping else { return }
        let heading: String
        switch level {
        case .blocks: heading = look.text(Texts.fill(VisitTexts.blockCount, ["n": "\(blocks.count)"]))
        case .doors: heading = doors.block ?? ""
        case .found: heading = look.text(VisitTexts.find) + " " + query.text
        }
        canvas.write(heading, row: 0, column: 1, in: area, style: look[.heading])
        if let quota {
            canvas.writeRight(
                StyledLine(look.text(quota.label), .dim), row: 0, in: area, look: look,
                minColumn: look.columns(heading) + 3)
        }
    }

    private func drawQuery(into canvas: inout Canvas, area: Rect, look: Look) {
        let used = canvas.write(look.text(VisitTexts.find) + "  ", row: 0, column: 1, in: area, style: look[.label])
        let field = Rect(
            row: area.origin.row, column: area.origin.column + 1 + used, rows: 1,
            columns: max(1, area.size.columns - used - 2))
        query.draw(into: &canvas, area: field, look: look, placeholder: look.text(VisitTexts.findHint))
    }

    /// The dossier is read once for each door that is looked at.
    private func refreshDetail() {
        guard level != .blocks, let id = doors.selected?.id else {
            detail.blocks = []
            detailOf = nil
            dossier = nil
            return
        }
        let language = workspace.look.language
        if let known = detailOf, known == (id, workspace.revision, language, showsHidden) { return }
        if detailOf?.id != id { showsHidden = false }
        detailOf = (id, workspace.revision, language, showsHidden)
        dossier = try? Dossier(id, workspace)
        detail.blocks = dossier?.blocks(showsHidden: showsHidden, isWhole: false) ?? []
    }

    private var source: RowSource {
        RowSource(count: blocks.count) { [blocks, workspace] range in
            blocks[range].map { block in
                let left =
                    block.unvisited == 0
                    ? VisitTexts.allVisited : Texts.fill(VisitTexts.unvisited, ["n": "\(block.unvisited)"])
                return ListRow([
                    StyledLine(block.name),
                    StyledLine(workspace.text(Texts.fill(VisitTexts.households, ["n": "\(block.households)"])), .dim),
                    StyledLine(workspace.text(left), block.unvisited == 0 ? .dim : .text),
                ])
            }
        }
    }

    // MARK: Input

    func handle(_ input: Input) -> LayerResult {
        if isTyping { return handleTyping(input) }
        if level != .blocks, let result = doors.handle(input) { return result }
        switch input {
        case .action(StandardActions.open): return open()
        case .action(StandardActions.back): return back()
        case .action(StandardActions.new):
            return level == .blocks ? VisitCommands.newHousehold(workspace) : raiseOrAdd()
        case .action(DoorActions.find):
            begin("")
            return .consumed
        case .action(DoorActions.before): return turn(by: -1)
        case .action(DoorActions.after): return turn(by: 1)
        case .action(DoorActions.openSheet), .action(DoorActions.late):
            guard let block = currentBlock else { return .notice(Notice(VisitTexts.openBlockFirst, .refusal)) }
            return .push(
                BuildingSheet(
                    workspace, block: block, sitting: entry.sitting,
                    selecting: level == .blocks ? nil : doors.selected?.id,
                    asksForDay: input == .action(DoorActions.late)))
        case .action(DoorActions.form):
            guard let door = doors.selected else { return .consumed }
            return .push(VisitForm.make(workspace, household: door.id, base: entry.visit(at: door.id)))
        case .action(DoorActions.edit): return doors.selected.map { VisitCommands.edit($0.id, workspace) } ?? .consumed
        case .action(DoorActions.delete):
            return doors.selected.map { VisitCommands.delete($0.id, workspace) } ?? .consumed
        case .action(StandardActions.reveal):
            return workspace.reveal(doors.selected.flatMap { try? workspace.desk.record($0.id) }) { showsHidden = true }
        case .action(DoorActions.up): list.move(by: -1, in: source)
        case .action(DoorActions.down): list.move(by: 1, in: source)
        case .action(DoorActions.start): list.selected = 0
        case .action(DoorActions.end): list.selected = max(0, blocks.count - 1)
        case .key(let key):
            // Letters and characters begin a search; digits do, too, where they mean no outcome.
            guard let text = key.text, text != " " else { return .ignored }
            begin(String(text))
        default: return .ignored
        }
        return .consumed
    }

    func idle() { doors.idle() }
    var holdsText: Bool { doors.holdsText }

    private func begin(_ text: String) {
        isTyping = true
        query = LineEditor(text)
        search()
    }

    private func handleTyping(_ input: Input) -> LayerResult {
        switch input {
        case .action(StandardActions.back):
            isTyping = false
            return back()
        case .action(StandardActions.open), .action(DoorActions.down), .action(DoorActions.find):
            isTyping = false
            return .consumed
        default:
            let before = query.text
            let outcome = query.handle(input)
            if query.text != before { search() }
            if case .ignored = outcome, case .action = input { return .ignored }
            return .consumed
        }
    }

    private func search() {
        level = .found
        let found = (try? workspace.desk.candidates(query.text, of: Household.type.id, limit: 50)) ?? []
        doors.show(found: query.text.isEmpty ? [] : found.isEmpty ? doorsNamed(query.text) : found)
    }

    /// Doors as officers say them, without the entrance: 老榆里3号楼601.
    private func doorsNamed(_ text: String) -> [Record] {
        let named = blocks.filter { text.hasPrefix($0.name) && text.count > $0.name.count }
        guard let block = named.max(by: { $0.name.count < $1.name.count }) else { return [] }
        let room = text.dropFirst(block.name.count)
        return ((try? workspace.desk.sheet(of: block.name)) ?? []).map(\.household)
            .filter { DoorText.room($0.values).hasPrefix(room) }
    }

    private func open() -> LayerResult {
        guard level == .blocks else {
            guard let door = doors.selected else { return .consumed }
            return .push(HouseholdScreen(workspace, household: door.id, entry: entry))
        }
        guard blocks.indices.contains(list.selected) else { return .consumed }
        level = .doors
        doors.show(block: blocks[list.selected].name)
        return .consumed
    }

    private func back() -> LayerResult {
        guard level != .blocks else { return .ignored }
        level = .blocks
        if areBlocksStale {
            areBlocksStale = false
            reload()
        }
        return .consumed
    }

    /// On a door, what the household raised; without one, a new household.
    private func raiseOrAdd() -> LayerResult {
        doors.selected == nil ? VisitCommands.newHousehold(workspace) : doors.raise()
    }

    /// The building before or after, or a page of buildings.
    private func turn(by step: Int) -> LayerResult {
        guard level == .doors, let block = doors.block, let place = blocks.firstIndex(where: { $0.name == block })
        else {
            for _ in 0..<10 { list.move(by: step, in: source) }
            return .consumed
        }
        guard blocks.indices.contains(place + step) else {
            return .notice(Notice(step < 0 ? VisitTexts.firstBlock : VisitTexts.lastBlock))
        }
        list.selected = place + step
        doors.show(block: blocks[place + step].name)
        return .consumed
    }

    private var currentBlock: String? {
        switch level {
        case .blocks: blocks.indices.contains(list.selected) ? blocks[list.selected].name : nil
        case .doors: doors.block
        case .found: doors.selected.map { DoorText.block($0.values) }
        }
    }
}
