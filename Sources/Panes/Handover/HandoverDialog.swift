import Desk
import Interface
import Records

/// The two questions of a hand-over: what to leave, and whether it was taken over.
enum HandoverDialog {
    /// So many promises are shown in the question; the others stand under Today.
    private static let shown = 8

    /// Asks for the note, hands over, and locks.
    static func write(_ workspace: Workspace) -> LayerResult {
        workspace.attempt { () throws(DeskError) in
            let count = try workspace.desk.openPromises().count
            return .push(
                PromptDialog(
                    title: HandoverTexts.title, text: Texts.fill(HandoverTexts.ask, ["n": "\(count)"]),
                    limit: Handover.longestNote
                ) { note in
                    workspace.attempt { () throws(DeskError) in
                        try workspace.desk.handOver(note: note)
                        return .perform(StandardActions.lock)
                    }
                })
        }
    }

    /// Asks whether the first of some notes is taken over, then goes on with the next.
    ///
    /// - Returns: the question; `nil` when there is none.
    static func offer(_ notes: [HandoverNote], _ workspace: Workspace) -> (any Layer)? {
        guard let note = notes.first else { return nil }
        let time = DayText.short(note.moment, today: workspace.desk.today)
        var title = Texts.fill(HandoverTexts.from, ["o": note.name, "t": time])
        if note.isRestricted {
            title = Label(title.zh + HandoverTexts.restricted.zh, title.en + HandoverTexts.restricted.en)
        }
        return ChoiceDialog(
            title: title, text: text(note, workspace), choices: [HandoverTexts.accept, HandoverTexts.later],
            // It comes by itself: a key that was meant for something else takes nothing over.
            selected: 1
        ) { choice in
            let next = offer(Array(notes.dropFirst()), workspace).map { LayerResult.push($0) } ?? .consumed
            guard choice == 0 else { return next }
            return workspace.attempt { () throws(DeskError) in
                try workspace.desk.acknowledge(note.id)
                workspace.changed()
                return .all([.notice(Notice(HandoverTexts.accepted, .done)), next])
            }
        }
    }

    /// The note and what was open, in the words of today.
    private static func text(_ note: HandoverNote, _ workspace: Workspace) -> Label {
        var lines: [Label] = note.note.split(separator: "\n").map { Label(String($0), String($0)) }
        if note.items.isEmpty, lines.isEmpty { lines.append(HandoverTexts.nothing) }
        // Whoever stands at the desk is not told who is followed up, nor why: that is read where it is opened.
        let duties = note.items.count { isDuty($0, workspace) }
        let others = note.items.filter { !isDuty($0, workspace) }
        if duties > 0 { lines.append(Texts.fill(HandoverTexts.duties, ["n": "\(duties)"])) }
        for item in others.prefix(shown) {
            let due = item.due.map { DayText.short($0, today: workspace.desk.today) } ?? ""
            let what =
                item.task.map { Label("\($0.kind.zh) \($0.what.zh)", "\($0.kind.en) \($0.what.en)") }
                ?? workspace.caption(of: item.record)
            let done = item.task == nil ? HandoverTexts.done : Label("", "")
            lines.append(Label("· \(due) \(what.zh) \(done.zh)", "· \(due) \(what.en) \(done.en)"))
        }
        if others.count > shown {
            lines.append(Texts.fill(HandoverTexts.more, ["n": "\(others.count - shown)"]))
        }
        return Label(lines.map(\.zh).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n"))
    }

    private static func isDuty(_ item: HandoverNote.Item, _ workspace: Workspace) -> Bool {
        (item.task?.type ?? (try? workspace.desk.record(item.record))?.type) == Followup.type.id
    }
}
