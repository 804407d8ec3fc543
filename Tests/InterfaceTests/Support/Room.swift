import Interface
import Records
import Terminal
import Themes

/// A pane with a list, at the bottom of a stack.
final class Room: Layer {
    var list: ListView
    var rows: [ListRow]
    var taken: [ActionID] = []
    var detail: DetailView?

    init(rows: [ListRow] = Room.today) {
        self.rows = rows
        list = ListView(columns: [
            ListColumn(width: .fixed(7)), ListColumn(width: .flexible(min: 12, share: 1)),
            ListColumn(width: .fixed(14), rank: 1),
            ListColumn(width: .fixed(8), alignment: .right),
        ])
    }

    static let today: [ListRow] = [
        .heading("等答复 3"),
        ListRow(["服务", "居住证代办 · 老榆里3号楼601", "答应 11-20", StyledLine("超 1天", .overdue)]),
        ListRow(["整改", "枫溪街12号 楼道充电", "通知书047", StyledLine("超 2天", .overdue)]),
        ListRow(["调解", "第014号 楼上漏水 · 司法确认", "30日 民诉法205", "余 3天"]),
        .space,
        .heading("今天 6   已完成 3"),
        ListRow(["法定", "法定协助 待办 2 项", "打开后显示"]),
        ListRow(["走访", "老榆里3号楼 未走访 4户", "本月 52/80"]),
    ]

    static let actions = ActionRegistry(
        StandardActions.all + [
            Action(
                "visit.met", Label("见面·无新情况", "Met, nothing new"), help: Label("记一次见面。", "Records a meeting."),
                in: ["room"], isInMenu: true),
            Action(
                "visit.refer", Label("移送", "Refer"), help: Label("移送其他部门。", "Refers it."), in: ["room"],
                needs: [
                    .init("accepted", otherwise: Label("还没有受理，先登记意愿。", "Not accepted yet; record the wish first."))
                ],
                isInMenu: true),
        ])

    static let keys = KeyMap.read(
        [.shipped, KeyMapFile(name: "room", text: "bind room 1 visit.met\nbind room m visit.met")], for: actions
    ).map

    static func stack(_ root: any Layer = Room(), onAction: @escaping (ActionID) -> LayerResult = { _ in .ignored })
        -> LayerStack
    {
        LayerStack(root: root, actions: actions, keys: keys, onAction: onAction)
    }

    var contexts: [KeyContext] { [.list, "room"] }
    var situation: Situation { Situation(list.selection(in: RowSource(rows)) != nil ? [.selection] : []) }
    var status: StyledLine? { "交接：2 项未确认（昨天 17:40）" }
    var hints: [Hint] { [Hint("1–5", Label("记走访", "record"))] }

    func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        TitleBar(
            title: "榆钱社区警务室 · 苏行简", particulars: "11月21日 周六   已同步 3天前   冲突 2",
            tabs: [
                .init("今日", count: 12), .init("走访"), .init("法定协助"), .init("调解", count: 5), .init("场所"), .init("服务"),
                .init("会议"), .init("统计"), .init("同步"),
            ], open: 0
        ).draw(into: &canvas, area: area, look: look)
        let body = Rect(
            row: area.origin.row + TitleBar.rows, column: area.origin.column, rows: area.size.rows - TitleBar.rows,
            columns: area.size.columns)
        let parts = ScreenFrame.sideBySide(body)
        list.draw(into: &canvas, area: detail == nil ? body : parts.list, look: look, source: RowSource(rows))
        if var detail, !parts.detail.isEmpty {
            canvas.verticalRule(at: parts.rule.origin, rows: parts.rule.size.rows, style: look[.rule])
            detail.draw(into: &canvas, area: parts.detail, look: look, isFocused: false)
        }
    }

    func handle(_ input: Input) -> LayerResult {
        if list.handle(input, in: RowSource(rows)) { return .consumed }
        if case .action(let action) = input, action.rawValue.hasPrefix("visit") || action == StandardActions.open {
            taken.append(action)
            return .consumed
        }
        return .ignored
    }
}
