import Desk
import Interface
import Records

/// What an erasure would take out: which records, how many values, in which files.
///
/// Enter goes on to the basis.
final class ErasurePreview: Layer {
    private let workspace: Workspace
    private let plan: ErasurePlan
    private var view = DetailView()

    init(_ workspace: Workspace, _ plan: ErasurePlan) {
        self.workspace = workspace
        self.plan = plan
    }

    var contexts: [KeyContext] { [.detail] }
    var situation: Situation { Situation([.selection]) }
    func hintText(for action: ActionID) -> Label? { action == StandardActions.open ? ErasureTexts.eraseNow : nil }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(ErasureTexts.previewTitle), row: 0, column: 1, in: area, style: look[.title])
        let body = area.belowTitle
        view.blocks = blocks(look)
        view.draw(into: &canvas, area: body, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        if view.handle(input) { return .consumed }
        switch input {
        case .action(StandardActions.back): return .close
        case .action(StandardActions.open): return askBasis()
        case .action: return .ignored
        default: return .consumed
        }
    }

    private func blocks(_ look: Look) -> [DetailBlock] {
        let counts = [
            "v": "\(plan.values)", "f": "\(plan.files.count)", "r": "\(plan.references)",
        ]
        var blocks: [DetailBlock] = [
            .paragraph(look.text(Texts.fill(ErasureTexts.total, counts))),
            .paragraph(look.text(ErasureTexts.next), role: .warning), .space,
            .heading(StyledLine(look.text(ErasureTexts.goes))),
        ]
        for item in plan.items {
            let numbers = Texts.fill(ErasureTexts.counts, ["v": "\(item.values)", "o": "\(item.older)"])
            blocks.append(
                .entry(
                    look.text(item.type.label), StyledLine(item.title), right: StyledLine(look.text(numbers), .dim)))
            if let end = item.end { blocks.append(.entry("", StyledLine(look.text(end.label), .dim))) }
        }
        blocks += [.space, .heading(StyledLine(look.text(ErasureTexts.files)))]
        return blocks + plan.files.map { .line(StyledLine($0, .dim)) }
    }

    private var name: Label {
        guard plan.items.count == 1, let item = plan.items.first else {
            return Texts.fill(PaneTexts.several, ["n": "\(plan.items.count)"])
        }
        return Label("\(item.type.label.zh) \(item.title)", "\(item.type.label.en) \(item.title)")
    }

    private func askBasis() -> LayerResult {
        .push(
            PromptDialog(title: ErasureTexts.basis, text: ErasureTexts.basisText) { [weak self] basis in
                self?.confirm(basis) ?? .consumed
            })
    }

    private func confirm(_ basis: String) -> LayerResult {
        .push(
            ChoiceDialog(
                title: ErasureTexts.erase, text: PaneTexts.fill(ErasureTexts.confirm, name),
                choices: [ErasureTexts.keep, ErasureTexts.eraseNow]
            ) { [weak self] choice in
                guard let self, choice == 1 else { return .consumed }
                return erase(basis)
            })
    }

    private func erase(_ basis: String) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            let left = try workspace.desk.erase(plan, basis: basis)
            workspace.changed()
            let notice =
                left.map { Notice($0, .warning) } ?? Notice(PaneTexts.fill(ErasureTexts.erased, name), .done)
            return .all([.close, .notice(notice)])
        }
    }
}
