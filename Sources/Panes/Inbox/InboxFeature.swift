import Desk
import Interface
import Records

/// 冲突待定: what two laptops did differently, and deciding it.
enum InboxFeature {
    /// Opens the list.
    static let inbox: ActionID = "inbox"
    /// Where one conflict is looked at.
    static let opened: KeyContext = "conflict"
    static let first: ActionID = "conflict.first"
    static let second: ActionID = "conflict.second"
    static let both: ActionID = "conflict.both"
    /// Where something else is written in place of the sides.
    static let writing: KeyContext = "conflict-text"
    /// Where two that look like one are compared.
    static let twins: KeyContext = "twins"
    static let merge: ActionID = "twins.merge"
    static let apart: ActionID = "twins.apart"
    static let use: ActionID = "conflict.use"
    static let next: ActionID = "conflict.next"
    static let previous: ActionID = "conflict.previous"

    static var feature: Feature {
        Feature(
            actions: [
                Action(
                    inbox, InboxTexts.title,
                    help: Label("列出两台电脑写得不一样、等人决定的内容。", "Lists what two laptops wrote differently.")),
                Action(
                    first, InboxTexts.useFirst,
                    help: Label("用第一份，另一份留在历史里。", "Takes the first; the other stays in the history."),
                    in: [opened]),
                Action(
                    second, InboxTexts.useSecond,
                    help: Label("用第二份，另一份留在历史里。", "Takes the second; the other stays in the history."),
                    in: [opened]),
                Action(
                    both, InboxTexts.useBoth,
                    help: Label("两份合在一起，相同的行只留一次。", "Joins both; lines that agree stand once."),
                    in: [opened]),
                Action(
                    merge, InboxTexts.merge, help: Label("并成一条，可用 Ctrl-Z 撤销。", "Makes them one; Ctrl-Z takes it back."),
                    in: [twins], hint: .init(InboxTexts.merge, rank: 5), isInMenu: true),
                Action(
                    apart, InboxTexts.apart, help: Label("记下来，以后不再问。", "Remembers it, and never asks again."),
                    in: [twins], hint: .init(InboxTexts.apart, rank: 6), isInMenu: true),
                Action(
                    use, InboxTexts.useResult,
                    help: Label("用写好的内容，各份原文留在历史里。", "Takes what was written; the sides stay in the history."),
                    in: [writing], hint: .init(InboxTexts.useResult, rank: 5)),
                Action(
                    next, InboxTexts.next, help: Label("看下一处冲突。", "Shows the next conflict."), in: [opened],
                    hint: .init(InboxTexts.next, rank: 12)),
                Action(
                    previous, InboxTexts.previous, help: Label("看上一处冲突。", "Shows the conflict before."),
                    in: [opened]),
            ],
            commands: [inbox: { workspace, id in open(workspace, on: id) }])
    }

    /// The list, with the record that has the focus selected if something in it waits.
    private static func open(_ workspace: Workspace, on record: RecordID?) -> LayerResult {
        .push(InboxList(workspace, on: record))
    }
}
