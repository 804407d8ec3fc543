import Interface
import Records
import Terminal
import Testing

@Suite struct LayerScreenTests {
    @Test("The palette shows every command with its key, and why one is off")
    func palette() {
        let stack = Room.stack()
        stack.press("<Ctrl-P>")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             榆钱社区警务室 · 苏行简                  11月21日 周六   已同步 3天前   冲突 2
             [今 ── 命令 ──────────────────────────────────────────────────────────────同步
                   ‸
             等答
             ▌ 服 ▌ 见面·无新情况          记一次见面。                           1 m   1天
               整   移送                   — 还没有受理，先登记意愿。                   2天
               调   打开                   打开选中的一项。                     Enter   3天
                    新增                   新建一条记录。                      Ctrl-N
             今天   查找                   按姓名、首字母、号码查找。        Ctrl-F /
               法   撤销                   — 没有可撤销的。                    Ctrl-Z
               走   重做                   — 没有可重做的。                    Ctrl-Y
                    上次未了               — 上次没有留下未了的事。         F6 Ctrl-R
                    锁屏交班               遮住屏幕，交给别人用；加密的…   F12 Ctrl-K
                    重画屏幕               屏幕花了时重画。                    Ctrl-L
                    显示隐藏内容           — 这里没有被遮住的内容。            Ctrl-E
                    退出                   保存草稿，退出程序。                Ctrl-Q

                   Enter 执行   Esc 返回
                 ──────────────────────────────────────────────────────────────────────


             交接：2 项未确认（昨天 17:40）

             Enter 确定   Esc 返回   F12 锁屏   Ctrl-G 说明
            """)
    }

    @Test("The palette in a place of 40×12")
    func smallPalette() {
        let palette = PaletteLayer(for: Room(), actions: Room.actions, keys: Room.keys, matcher: .pinyin)
        expectScreen(
            drawn(12, 40) { palette.draw(into: &$0, area: $1, look: $2) },
            """
            ── 命令 ────────────────────────────────
              ‸

             ▌ 见面·无新情况      记一次见面。
               移送               — 还没有受理，…
               打开               打开选中的一项。
               新增               新建一条记录。
               查找               按姓名、首字母…
               撤销               — 没有可撤销的。

              Enter 执行   Esc 返回
            ──────────────────────────────────────
            """)
    }

    @Test("The numbered menu says why something cannot be done")
    func menu() {
        let stack = Room.stack()
        stack.press("<Ctrl-O>")
        expectScreen(
            stack.screen(24, 80),
            """
             榆钱社区警务室 · 苏行简                  11月21日 周六   已同步 3天前   冲突 2
             [今日 12]   走访    法定协助    调解 5    场所    服务    会议    统计    同步

             等答复 3
             ▌ 服务     居住证代办 · 老榆里3号楼601                答应 11-20        超 1天
               整改     枫溪街12号 楼道充电                        通知书047         超 2天
               调解     第014号 楼上漏水 · 司法确认                30日 民诉法205    余 3天
                               ── 可办的事 ──────────────────────────────
             今天 6   已完成 3
               法定     法定协   ▌ 1  见面·无新情况                      显示
               走访     老榆里3    2  移送  — 还没有受理，先登记意愿。   2/80

                                 数字选择   Esc 返回
                               ──────────────────────────────────────────







             交接：2 项未确认（昨天 17:40）

             Enter 确定   Esc 返回   F12 锁屏   ? 说明
            """)
    }

    @Test("Help lists the keys of this place, from the inside out")
    func help() {
        let stack = Room.stack()
        stack.press("？")
        expectScreen(
            stack.screen(24, 80),
            """
             说明 · 这里能用的键

             其他能办的：Ctrl-O 按数字选，Ctrl-P 按名字找。

             这里
             1–5          记走访

             列表
             Up k         上移一行
             Down j       下移一行
             PgUp         上翻一页
             PgDn         下翻一页
             Home         到开头
             End          到末尾

             room
             1 m          见面·无新情况  记一次见面。

             到处可用
             Enter        打开           打开选中的一项。
             ▾ 还有 24 行


             F12 锁屏   Esc 返回   ? 说明
            """)
    }

    @Test("A message, a question and a prompt lie in the middle")
    func dialogs() {
        let stack = Room.stack(Room(rows: []))
        stack.push(
            MessageDialog(
                title: Label("封账", "Closed"),
                text: Label("10月月报已打印封账。补录会标为「月报后补录」，原数不变，两个数都会说明。", "October is closed.")))
        expectScreen(
            stack.screen(24, 80),
            """
             榆钱社区警务室 · 苏行简                  11月21日 周六   已同步 3天前   冲突 2
             [今日 12]   走访    法定协助    调解 5    场所    服务    会议    统计    同步

               没有记录。



                  ── 封账 ────────────────────────────────────────────────────────────

                    10月月报已打印封账。补录会标为「月报后补录」，原数不变，两个数都
                    会说明。

                    Enter 知道了
                  ────────────────────────────────────────────────────────────────────







             交接：2 项未确认（昨天 17:40）

             Enter 确定   Esc 返回   F12 锁屏   ? 说明
            """)
        let question = ChoiceDialog(
            title: Label("达成协议", "Agreement"), text: Label("协议采用哪种形式？口头协议要记下各方意见。", "Which form?"),
            choices: [Label("口头协议", "Oral"), Label("书面协议", "Written")], selected: 1, onChoice: { _ in .consumed })
        expectScreen(
            drawn(12, 40) { question.draw(into: &$0, area: $1, look: $2) },
            """

             ── 达成协议 ──────────────────────────

               协议采用哪种形式？口头协议要记下各
               方意见。

                 1  口头协议
               ▌ 2  书面协议

               数字选择   Esc 返回
             ──────────────────────────────────────

            """)
        let prompt = PromptDialog(
            title: Label("移送", "Refer"), text: Label("移送到哪个部门？", "Where to?"), answer: "司法所",
            onAnswer: { _ in .consumed })
        expectScreen(
            drawn(12, 40) { prompt.draw(into: &$0, area: $1, look: $2) },
            """

            ── 移送 ────────────────────────────────

              移送到哪个部门？

              司法所‸



              Enter 确定   Esc 取消
            ────────────────────────────────────────

            """)
        let progress = ProgressDialog(
            title: Label("同步", "Sync"), text: Label("读取 甲机 的变更…", "Reading…"), onStop: { .close })
        progress.bar = Bar(3, of: 8, columns: 30)
        expectScreen(
            drawn(12, 60) { progress.draw(into: &$0, area: $1, look: $2) },
            """


                ── 同步 ────────────────────────────────────────────

                  读取 甲机 的变更…
                  ███████████░░░░░░░░░░░░░░░░░░░ 3/8


                  Esc 停止
                ────────────────────────────────────────────────────


            """)
    }

    @Test("A window that is too small says so, in any extent")
    func tooSmall() {
        let stack = Room.stack()
        expectScreen(
            stack.screen(5, 40),
            """


            窗口太小：请放大到 80×24（现在 40×5）


            """)
        for (rows, columns) in [(1, 1), (1, 2), (2, 1), (23, 80), (24, 79), (1, 200), (60, 1)] {
            let canvas = stack.frame(rows, columns)
            #expect(canvas.size == Size(rows: rows, columns: columns))
            #expect(canvas.caret == .zero)
        }
    }

    @Test("However long the room's name is, the day and the conflicts stay in the title line")
    func longTitle() {
        let bar = TitleBar(
            title: String(repeating: "非常长的社区警务室", count: 6) + " · 苏行简",
            particulars: StyledLine("11月21日 周六   已同步 3天前   冲突 2"), tabs: [TitleBar.Tab("今日")], open: 0)
        var canvas = Canvas(size: Size(rows: 24, columns: 80))
        bar.draw(into: &canvas, area: canvas.bounds, look: Look())
        #expect(canvas.rowText(0).contains("警务室…"), "\(canvas.rowText(0))")
        #expect(canvas.rowText(0).hasSuffix("  11月21日 周六   已同步 3天前   冲突 2"), "\(canvas.rowText(0))")
    }
}
