import Desk
import Interface
import Records

/// What a household asked for and is still waiting for: offered with F6, settled by a digit.
enum OpenMatters {
    /// Offers what was left open at a household.
    ///
    /// - Parameters:
    ///   - household: the household; `nil` when none is chosen yet.
    ///   - workspace: the desk.
    /// - Returns: a list to choose from, then what became of the one that was chosen.
    static func offer(at household: RecordID?, _ workspace: Workspace) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            guard let household else { return .notice(Notice(VisitTexts.noOpenMatter)) }
            let open = try workspace.desk.openMatters(at: household)
            guard let only = open.first else { return .notice(Notice(VisitTexts.noOpenMatter)) }
            guard open.count > 1 else { return .push(question(only, workspace)) }
            return .push(
                ChoiceDialog(
                    title: VisitTexts.leftOpen, text: Label("", ""), choices: open.prefix(9).map { line($0, workspace) }
                ) { .push(question(open[$0], workspace)) })
        }
    }

    /// The matter in one line: what, when, and until when an answer was promised.
    static func line(_ matter: Desk.OpenMatter, _ workspace: Workspace) -> Label {
        let today = workspace.desk.today
        let day = matter.day.map { DayText.short($0, today: today) } ?? ""
        let promised = matter.promised.map { DayText.short($0, today: today) }
        return Label(
            "\(matter.text)（\(day)\(promised.map { "，答应 \($0)" } ?? "")）",
            "\(matter.text) (\(day)\(promised.map { ", promised for \($0)" } ?? ""))")
    }

    private static func question(_ matter: Desk.OpenMatter, _ workspace: Workspace) -> any Layer {
        ChoiceDialog(
            title: VisitTexts.leftOpen, text: line(matter, workspace),
            choices: [VisitTexts.solved, VisitTexts.stillOpen], selected: 1
        ) { choice in
            guard choice == 0 else { return .notice(Notice(VisitTexts.keptOpen)) }
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.settle(matter)
                workspace.changed()
                return .notice(Notice(Texts.fill(VisitTexts.settled, ["t": matter.text]), .done))
            }
        }
    }
}
