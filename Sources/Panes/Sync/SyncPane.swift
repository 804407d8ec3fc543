import Desk
import Interface
import Records

/// 同步: which laptops and places there are, how far each is, and meeting one.
///
/// A sync goes on while other panes are worked in.
final class SyncPane: Pane, Working {
    let name = "sync"
    let title = SyncTexts.title
    private let workspace: Workspace
    private var job: SyncJob?
    private var path = ""
    private var isStopping = false
    private var report: SyncReport?
    private var failure: Label?
    /// What is known of laptops and places: asked for once, since it reads a file of each.
    private var known: [DetailBlock]?
    private var view = DetailView()

    init(_ workspace: Workspace) { self.workspace = workspace }

    func reload() { known = nil }

    var contexts: [KeyContext] { [SyncFeature.context, .detail] }
    var situation: Situation {
        guard isWorking else { return Situation([.selection]) }
        return Situation(
            [.selection],
            refusals: [
                SyncFeature.begin: SyncTexts.isRunning, SyncFeature.elsewhere: SyncTexts.isRunning,
                SyncFeature.thorough: SyncTexts.isRunning,
            ])
    }
    func hintText(for action: ActionID) -> Label? {
        // Without a place there is nothing to do again.
        action == SyncFeature.begin && workspace.desk.syncPlaces().isEmpty ? SyncTexts.elsewhere : nil
    }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        let sheet = SyncSheet(language: look.language, today: workspace.desk.today)
        if let job, isWorking {
            view.blocks = sheet.blocks(path, job.progress, isStopping: isStopping, columns: area.size.columns)
        } else {
            let blocks = known ?? sheet.blocks(workspace.desk, report: report, failure: failure)
            known = blocks
            view.blocks = blocks
        }
        view.draw(into: &canvas, area: area, look: look)
    }

    func handle(_ input: Input) -> LayerResult {
        if view.handle(input) { return .consumed }
        switch input {
        case .key(let key):
            let places = workspace.desk.syncPlaces()
            guard let digit = key.digit, places.indices.contains(digit - 1) else { return .ignored }
            return begin(places[digit - 1].path)
        case .action(SyncFeature.begin), .action(StandardActions.open):
            guard let last = workspace.desk.syncPlaces().first else { return ask() }
            return begin(last.path)
        case .action(SyncFeature.thorough):
            guard let last = workspace.desk.syncPlaces().first else { return ask() }
            return begin(last.path, isThorough: true)
        case .action(SyncFeature.elsewhere), .action(StandardActions.new): return ask()
        case .action(StandardActions.back):
            guard let job, isWorking else { return .ignored }
            job.cancel()
            isStopping = true
            return .notice(Notice(SyncTexts.stopping))
        default: return .ignored
        }
    }

    private func ask() -> LayerResult {
        guard !isWorking else { return .notice(Notice(SyncTexts.isRunning, .refusal)) }
        return .push(PathEntry(workspace) { [weak self] in self?.begin($0) ?? .consumed })
    }

    private func begin(_ path: String, isThorough: Bool = false) -> LayerResult {
        guard !isWorking else { return .notice(Notice(SyncTexts.isRunning, .refusal)) }
        return workspace.attempt { () throws(DeskError) in
            job = try workspace.desk.beginSync(with: path, isThorough: isThorough)
            self.path = path
            (isStopping, report, failure, known) = (false, nil, nil, nil)
            view.rewind()
            return .consumed
        }
    }

    // MARK: Working

    var isWorking: Bool { job.map { !$0.isOver } ?? false }

    func work() -> Bool {
        guard let job, !job.isOver else { return false }
        let did = job.step()
        guard job.isOver else { return did }
        switch job.state {
        case .running: break
        case .finished(let report): self.report = report
        case .failed(let error): failure = error.label
        }
        self.job = nil
        known = nil
        view.rewind()
        workspace.desk.lookForQuestions()
        workspace.changed()
        return true
    }
}
