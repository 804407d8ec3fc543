import Desk
import Interface
import Records

/// What was erased, why and by whom, and which laptops have carried it out.
final class ErasureLog: Layer, Reloading {
    private let workspace: Workspace
    private var erasures: [ErasureStatus] = []
    private var view = DetailView()

    init(_ workspace: Workspace) {
        self.workspace = workspace
        _ = reload()
    }

    func reload() -> Bool {
        erasures = (try? workspace.desk.erasures()) ?? []
        return true
    }

    var contexts: [KeyContext] { [.detail] }
    var situation: Situation { Situation([]) }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        canvas.write(look.text(ErasureTexts.log), row: 0, column: 1, in: area, style: look[.title])
        let body = area.belowTitle
        view.blocks = blocks(look)
        view.draw(into: &canvas, area: body, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        if view.handle(input) { return .consumed }
        switch input {
        case .action(StandardActions.back): return .close
        case .action(StandardActions.open): return .consumed
        case .action: return .ignored
        default: return .consumed
        }
    }

    private func blocks(_ look: Look) -> [DetailBlock] {
        var blocks: [DetailBlock] = []
        if let trouble = workspace.desk.erasureTrouble { blocks.append(.paragraph(look.text(trouble), role: .warning)) }
        blocks += [.paragraph(look.text(Desk.erasureLimits), role: .dim), .space]
        if erasures.isEmpty { blocks.append(.paragraph(look.text(ErasureTexts.noneErased), role: .dim)) }
        for status in erasures {
            let counts = Texts.fill(
                ErasureTexts.applied, ["a": "\(status.applied.count)", "m": "\(status.missing.count)"])
            let day = DayText.short(status.moment, today: workspace.desk.today)
            blocks.append(
                .entry(
                    day,
                    StyledLine(
                        [status.type.map { look.text($0.label) }, status.officer, status.basis]
                            .compactMap(\.self).joined(separator: "  ")),
                    right: StyledLine(look.text(counts), status.missing.isEmpty ? .dim : .warning)))
        }
        return blocks
    }
}
