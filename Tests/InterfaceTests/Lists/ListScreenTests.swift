import Interface
import Records
import Terminal
import Testing
import Themes

@Suite struct ListScreenTests {
    @Test("Today at 80×24: groups, one selected row, status, keys")
    func today() {
        let stack = Room.stack()
        stack.press("<Down>")
        expectScreen(
            stack.screen(24, 80),
            """
             榆钱社区警务室 · 苏行简                  11月21日 周六   已同步 3天前   冲突 2
             [今日 12]   走访    法定协助    调解 5    场所    服务    会议    统计    同步

             等答复 3
               服务     居住证代办 · 老榆里3号楼601                答应 11-20        超 1天
             ▌ 整改     枫溪街12号 楼道充电                        通知书047         超 2天
               调解     第014号 楼上漏水 · 司法确认                30日 民诉法205    余 3天

             今天 6   已完成 3
               法定     法定协助 待办 2 项                         打开后显示
               走访     老榆里3号楼 未走访 4户                     本月 52/80










             交接：2 项未确认（昨天 17:40）

             1–5 记走访   Enter 打开   Ctrl-N 新增   Ctrl-F 查找   Ctrl-P 命令   ? 说明
            """)
    }

    @Test("At 100×30 the detail stands beside the list")
    func sideBySide() {
        let room = Room()
        room.detail = DetailView([
            .heading("老榆里3号楼2单元501室"), .line("单翠萍 等3人（未成年 1）· 自有"), .space,
            .entry("走访", "11-02  天花板已修好，双方无新问题", right: "Enter 看"), .entry("未了", "无"), .rule,
            .paragraph("601室卫生间返水，渗到501室天花板，墙皮掉约2平方米。双方在楼道争吵一次，现场看过，是地漏反水弯老化，不是有意为之。"),
        ])
        expectScreen(
            Room.stack(room).screen(30, 100),
            """
             榆钱社区警务室 · 苏行简                                      11月21日 周六   已同步 3天前   冲突 2
             [今日 12]   走访    法定协助    调解 5    场所    服务    会议    统计    同步

             等答复 3                                  │ 老榆里3号楼2单元501室
             ▌ 服务     居住证代办 · 老榆里…    超 1天 │ 单翠萍 等3人（未成年 1）· 自有
               整改     枫溪街12号 楼道充电     超 2天 │
               调解     第014号 楼上漏水 · …    余 3天 │ 走访  11-02  天花板已修好，双方无新问题       Enter 看
                                                       │ 未了  无
             今天 6   已完成 3                         │ ──────────────────────────────────────────────────────
               法定     法定协助 待办 2 项             │ 601室卫生间返水，渗到501室天花板，墙皮掉约2平方米。双
               走访     老榆里3号楼 未走访 …           │ 方在楼道争吵一次，现场看过，是地漏反水弯老化，不是有意
                                                       │ 为之。
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
                                                       │
             交接：2 项未确认（昨天 17:40）

             1–5 记走访   Enter 打开   Ctrl-N 新增   Ctrl-F 查找   Ctrl-P 命令   F12 锁屏   ? 说明
            """)
    }

    @Test("A list with titles at 40×12: columns of the highest rank give way")
    func narrow() {
        var list = ListView(
            columns: [
                ListColumn("室", width: .fixed(5)), ListColumn("户"),
                ListColumn("人数", width: .fixed(4), alignment: .right),
                ListColumn("上次", width: .fixed(11)), ListColumn("结果", width: .fixed(20), rank: 1),
            ], showsTitles: true)
        let source = RowSource([
            ListRow(["501", "单翠萍", "3", "11-02 见面"]), ListRow(["502", StyledLine("（空置）", .dim)]),
            ListRow(["601", "解大勇等六人共同居住的一户", "12", "10-19 见面", "✓ 见面·无新情况"]),
            ListRow(["701", "𠮷田悦", "2", "08-30 见面"]),
        ])
        _ = list.handle(.action(StandardActions.Move.end), in: source)
        expectScreen(
            drawn(12, 40) { list.draw(into: &$0, area: $1, look: $2, source: source) },
            """
               室     户          人数  上次
               501    单翠萍         3  11-02 见面
               502    （空置）
               601    解大勇等…     12  10-19 见面
             ▌ 701    𠮷田悦         2  08-30 见面







            """)
    }

    @Test("An empty list says so")
    func empty() {
        let room = Room(rows: [])
        let stack = Room.stack(room)
        stack.press("<Down><End><PgUp>")
        #expect(stack.screen(24, 80).contains("没有记录。"))
        stack.press("<Enter>")
        #expect(stack.notice?.text.zh.hasPrefix("没有选中的项") == true)
        #expect(room.taken.isEmpty)
    }

    @Test("A text to read says how much is hidden below")
    func detail() {
        var view = DetailView([.heading("经过"), .paragraph(String(repeating: "现场查看，地漏反水弯老化。", count: 20))])
        expectScreen(
            drawn(6, 40) { view.draw(into: &$0, area: $1, look: $2) },
            """
             经过
             现场查看，地漏反水弯老化。现场查看，地
             漏反水弯老化。现场查看，地漏反水弯老
             化。现场查看，地漏反水弯老化。现场查
             看，地漏反水弯老化。现场查看，地漏反水
             ▾ 还有 10 行
            """)
        _ = view.handle(.action(StandardActions.Move.end))
        #expect(!drawn(6, 40) { view.draw(into: &$0, area: $1, look: $2) }.contains("还有"))
    }
}
