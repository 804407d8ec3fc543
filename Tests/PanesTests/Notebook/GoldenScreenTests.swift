import Interface
import Panes
import Testing

/// Whole screens as an officer sees them.
struct GoldenScreenTests {
    private func lines(_ book: NotebookFixture) -> String {
        (0..<book.size.rows).map { book.row($0) }.joined(separator: "\n")
    }

    @Test func `the first screen, 80×24: people who wait come first, and no name of anyone who is followed up`() throws
    {
        let book = try NotebookFixture()
        #expect(
            lines(book) == """
                 榆钱社区警务室 · 苏行简                                          11月21日 周六
                 [今日 8]   走访    法定协助    调解 3    同步

                 等答复 2
                 ▌ 服务   居住证代办 · 老榆里3号楼601     答应 11-20                     超 1天
                   调解   第034号 漏水赔偿 · 司法确认     30日 人民调解法33、民诉法…     余 3天

                 今天 6   已完成 2
                   法定   法定协助 待办 2 项              打开后显示
                   回访   第024号 班组工资 · 协议履行回访 期满 7日                     超 106天
                   调解   第032号 屋檐排水                人民调解工作若干规定33         余 6天
                   走访   约好上门 · 老榆里3号楼402       改约 11-21                       今天
                   回访   第035号 装修噪声 · 协议履行回访 期满 7日                         今天
                   走访   本月未走访 53 户                本月 52/80

                 目标（内部）
                   调解   第032号 屋檐排水                大事三天                      过 21天

                 未载入2026年节假日表
                 走访 ████████████████░░░░░░░░░ 52/80

                 10-19 起算，11-20 到期
                                                                               演示数据（虚构）
                 Enter 打开   F6 上次未了   Ctrl-N 新增   Ctrl-F 查找   Ctrl-P 命令   ? 说明
                """)
    }

    @Test func `the doors of a building, 80×24, after one digit`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("1")
        #expect(
            lines(book) == """
                 榆钱社区警务室 · 苏行简                                          11月21日 周六
                  今日 8   [走访]   法定协助    调解 3    同步

                 老榆里3号楼                                                         本月 53/80

                   201     亓明远        3人   11-01 见面     本月已走访
                   202     缑秋和        2人   10-16 谢绝     谢绝走访，2027-01-14 前不提示
                   301     芮文静        4人   11-01 见面     本月已走访
                   302     鄢庆安        1人   11-02 见面     本月已走访
                   401     蔺国栋        2人   11-21 见面     ✓ 见面·无新情况
                 ▌ 402     谌春梅        3人   11-19 改约
                   501     单翠萍        3人   11-01 见面     本月已走访
                   502     （空置）
                   601     解大勇        2人   10-19 见面     未了 1
                   602     区文谦        4人   —
                   701     万俟雪        1人   08-30 见面     未了 1
                   702     𠮷田悦        2人   11-02 见面     本月已走访




                 第 6/12 户 · 本楼未走访 4 户
                                                                               演示数据（虚构）
                 1–5 记走访   Tab 找户   Ctrl-B 整楼登记   Ctrl-T 补录   Enter 打开   ? 说明
                """)
    }

    @Test func `the building sheet, 80×24, while a sentence is typed on a row`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("Ctrl-B", "3")
        book.type("楼道纸箱，物业周一清")
        book.press("Enter", "Down", "Down")
        book.type("纱窗")
        #expect(
            lines(book) == """
                 走访 · 老榆里3号楼    11-21 14:10 起   苏行简   第十访·民情常态     本月 53/80

                   室      户            人数  上次
                   201     亓明远        3人   11-01 见面     本月已走访
                   202     缑秋和        2人   10-16 谢绝     谢绝走访，2027-01-14 前不提示
                   301     芮文静        4人   11-01 见面     本月已走访
                   302     鄢庆安        1人   11-02 见面     本月已走访
                   401     蔺国栋        2人   11-21 未见     ✓ 未见面
                   402     谌春梅        3人   11-21 见面     ✓ 楼道纸箱，物业周一清
                   501     单翠萍        3人   11-01 见面     本月已走访
                   502     （空置）
                   601     解大勇        2人   10-19 见面     未了 1
                   602     区文谦        4人   —
                 ▌ 701     万俟雪        1人   08-30 见面     纱窗
                   702     𠮷田悦        2人   11-02 见面     本月已走访





                 上次未了：纱窗松动，答应联系物业（08-30）   F6 已解决 / 仍在
                 2 户已存 · 每行离开即存
                                                                               演示数据（虚构）
                 Enter 保存这一行   Esc 留作草稿   Ctrl-T 补录   F6 上次未了   Ctrl-G 说明
                """)
    }

    @Test func `list and dossier side by side, 100×30`() throws {
        let book = try NotebookFixture(.wide)
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("End", "Up")
        #expect(
            lines(book) == """
                 榆钱社区警务室 · 苏行简                                                              11月21日 周六
                  今日 8   [走访]   法定协助    调解 3    同步

                 老榆里3号楼                    本月 52/80 │ 老榆里3号楼2单元701室
                                                           │ 万俟雪 · 自有 · 已告知 2026-01-06
                   201   亓明远    3人   11-01 见面  ✓     │
                   202   缑秋和    2人   10-16 谢绝  谢绝  │ 走访  08-30  一人在家。纱窗松动，怕掉下去砸人。
                   301   芮文静    4人   11-01 见面  ✓     │ 未了  纱窗松动，答应联系物业（08-30）               F6
                   302   鄢庆安    1人   11-02 见面  ✓     │
                   401   蔺国栋    2人   —                 │ 办理  服务 1
                   402   谌春梅    3人   11-19 改约        │ 电话  已登记                                 Ctrl-E 看
                   501   单翠萍    3人   11-01 见面  ✓     │
                   502   空置                              │
                   601   解大勇    2人   10-19 见面  未了1 │
                   602   区文谦    4人   —                 │
                 ▌ 701   万俟雪    1人   08-30 见面  未了1 │
                   702   𠮷田悦    2人   11-02 见面  ✓     │
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
                 第 11/12 户 · 本楼未走访 5 户
                                                                                                   演示数据（虚构）
                 1–5 记走访   Tab 找户   Ctrl-B 整楼登记   Ctrl-T 补录   Enter 打开   F6 上次未了   ? 说明
                """)
    }

    @Test func `the visit form, 80×24, with what was left open on top`() throws {
        let book = try NotebookFixture()
        book.press("Alt-2")
        book.openBlock("老榆里3号楼")
        book.press("End", "Up", "Enter", "Ctrl-N", "2", "Tab")
        book.type("纱窗修好了，老人道谢。")
        book.press("F6")
        #expect(
            lines(book) == """
                 新走访 · 老榆里3号楼701 万俟雪                                        草稿未存

                   户 *        老榆里3号楼2单元701室 万俟雪

                   结果 *       1 见面·无新情况  [2 见面·有记要]  3 未见面   4 改约
                                5 谢绝走访
                                      ── 上次未了 ───────────────────────
                 ▌ 谈话记要 *  纱窗修
                                        纱窗松动，答应联系物业（08-30）

                                          1  已解决
                                        ▌ 2  仍在

                                        数字选择   Esc 返回
                   反映事项    0 行   ───────────────────────────────────
                     ＋ 增加一行

                   ▸ 11-21 周六 14:10 · 苏行简 · 第十访·民情常态

                   ▸ 手写本页 · 关联调解 · 编号

                 谈话记要：只记事实和诉求，不评价人。日期可输入 昨天 / -1 / 周四 / 0903
                                                                               演示数据（虚构）
                 Enter 确定   Esc 返回   F12 锁屏   ? 说明
                """)
    }
}
