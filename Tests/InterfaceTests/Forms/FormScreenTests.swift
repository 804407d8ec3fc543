import Interface
import Records
import Terminal
import Testing

@Suite struct FormScreenTests {
    func open(_ form: Form) -> (LayerStack, FormLayer) {
        let layer = FormLayer(form: form) { _ in .close }
        let stack = Room.stack()
        stack.push(layer)
        return (stack, layer)
    }

    @Test("A visit at 80×24: what matters first, the rest in one line, help below, the caret where typing goes")
    func visit() {
        let (stack, layer) = open(Samples.visitForm())
        stack.press("2<Tab>区文谦反映602室门前楼道堆放纸箱，已与物业电话联系，周一清运。<Enter>愿意登记紧急联系人。")
        layer.idle()
        layer.form.storedAt = TimeOfDay("14:32")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             新走访 · 老榆里3号楼602 区文谦                                  草稿已存 14:32

               结果 *       1 见面·无新情况  [2 见面·有记要]  3 未见面   4 改约   5 谢绝

             ▌ 谈话记要 *  区文谦反映602室门前楼道堆放纸箱，已与物业电话联系，周一清运。
                           愿意登记紧急联系人。‸





               反映事项     1 服务   2 纠纷   3 隐患   4 提案

               ▸ 11-21 周六 14:10–14:30 · 苏行简、辅警二 · 46 页







             谈话记要：只记事实和诉求，不评价人。

             F2 保存   Tab 下一项   F7 常用语   Esc 收起（留草稿）   Ctrl-G 说明
            """)
    }

    @Test("What is missing stands at its field, and the focus goes to the first")
    func problems() {
        let (stack, _) = open(Samples.visitForm { $0["date"] = .null })
        stack.press("<F2>")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             新走访 · 老榆里3号楼602 区文谦

             ▌ 结果 *       1 见面·无新情况   2 见面·有记要   3 未见面   4 改约   5 谢绝
                           ! 请填写「结果」
               谈话记要


                                        ── 有 2 处要改： ──────

                                          ▌ 1  请填写「结果」
                                            2  请填写「日期」
               反映事项     1 服务   2
                                          数字选择   Esc 返回
               ▸ 14:10–14:30 · 苏行简、 ───────────────────────









             Enter 确定   Esc 返回   F12 锁屏   ? 说明
            """)
        stack.press("2")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             新走访 · 老榆里3号楼602 区文谦

               结果 *       1 见面·无新情况   2 见面·有记要   3 未见面   4 改约   5 谢绝
                           ! 请填写「结果」
               谈话记要






               反映事项     1 服务   2 纠纷   3 隐患   4 提案

               ▾ 14:10–14:30 · 苏行简、辅警二 · 46 页

             ▌ 日期 *      ‸
                           ! 请填写「日期」
               开始        14:10

               结束        14:30

             日期：昨天 / -1 / +7 / 周四 / 上周四 / 15 / 0903 / 9月3日 / 2026-09-03

             F2 保存   Tab 下一项   F7 常用语   Esc 收起（留草稿）   Ctrl-G 说明
            """)
    }

    @Test("The particulars open at 100×30; a day says how it was understood")
    func particulars() {
        let (stack, _) = open(Samples.visitForm())
        stack.press("<Tab><Tab><Tab><Enter><Tab>0903")
        expectScreen(
            stack.frame(30, 100).textWithCaret(),
            """
             新走访 · 老榆里3号楼602 区文谦                                                            草稿未存

               结果 *       1 见面·无新情况   2 见面·有记要   3 未见面   4 改约   5 谢绝

               谈话记要








               反映事项     1 服务   2 纠纷   3 隐患   4 提案

               ▾ 11-21 周六 14:10–14:30 · 苏行简、辅警二 · 46 页

             ▌ 日期 *      0903‸
                           0903 → 2026-09-03 周四
               开始        14:10

               结束        14:30

               走访人      苏行简、辅警二

               手写本      46 页

             日期：昨天 / -1 / +7 / 周四 / 上周四 / 15 / 0903 / 9月3日 / 2026-09-03

             F2 保存   Tab 下一项   F7 常用语   Esc 收起（留草稿）   Ctrl-N 新增   Ctrl-F 查找   Ctrl-G 说明
            """)
    }

    @Test("Candidates stand in a list by the field and push nothing away")
    func candidates() {
        let (stack, _) = open(Samples.visitForm())
        stack.press("<Tab><Tab><Tab><Enter><Tab><Tab><Tab><Tab>su")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             新走访 · 老榆里3号楼602 区文谦                                        草稿未存

               谈话记要






               反映事项     1 服务   2 纠纷   3 隐患   4 提案

               ▾ 11-21 周六 14:10–14:30 · 苏行简、辅警二 · 46 页

               日期 *      2026-11-21 周六

               开始        14:10

               结束        ▌ 苏行简  民警
                             苏万里  民警 · 枫溪街
             ▌ 走访人      苏行简、辅警二 su‸

             走访人：↑↓ 选择，Enter 采用

             F2 保存   Tab 下一项   F7 常用语   Esc 收起（留草稿）   Ctrl-G 说明
            """)
    }

    @Test("Rows of a table, a masked number, sections, in a small place of 40×12")
    func household() {
        var form = Samples.householdForm()
        for _ in 0..<5 { _ = form.handle(.action(StandardActions.Form.next)) }
        expectScreen(
            drawn(12, 40) { form.draw(into: &$0, area: $1, look: $2) },
            """
             户 · 老榆里3号楼501


               电话        *******1234

               月租

             成员

               家庭成员 *  2 行
                 单翠萍
             ▌   𠮷田悦
            """)
    }

    @Test("A row opens in a form of its own")
    func row() {
        let (stack, _) = open(Samples.householdForm())
        stack.press("<Tab><Tab><Tab><Tab><Tab><Enter><Tab>110105199003071234")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             户 · 老榆里3号楼501 · 家庭成员                                        草稿未存

               姓名 *    𠮷田悦

             ▌ 身份证号  110105199003071234‸
                         ! 校验位不对，请核对号码。
               出生
















             F2 保存   Tab 下一项   F7 常用语   Esc 收起（留草稿）   Ctrl-G 说明
            """)
    }

    @Test("The same form in English")
    func english() {
        let (stack, _) = open(Samples.visitForm())
        stack.look.language = .en
        stack.press("2<Tab>")
        expectScreen(
            stack.frame(24, 80).textWithCaret(),
            """
             新走访 · 老榆里3号楼602 区文谦

               Outcome *    1 Met, nothing new  [2 Met, with notes]  3 Not met
                            4 Another day   5 Declined

             ▌ Notes *     ‸






               Topics       1 Service   2 Dispute   3 Hazard   4 Proposal

               ▸ 11-21 Sat 14:10–14:30 · 苏行简, 辅警二 · 46 p.






             Notes: Facts and requests only; no judgement of people.

             F2 Save   Tab Next   F7 Phrases   Esc Close (keeps draft)   Ctrl-G Help
            """)
    }

    @Test("An editor in 40×12 wraps as Chinese is wrapped and keeps the caret in sight")
    func editor() {
        var editor = TextEditor(
            "601室卫生间返水，渗到501室天花板，墙皮掉约2平方米。\n\n双方在楼道争吵一次，现场看过，是地漏反水弯老化，不是有意为之（已拍照3张）。")
        expectScreen(
            drawn(12, 40) { editor.draw(into: &$0, area: $1, look: $2) },
            """
            601室卫生间返水，渗到501室天花板，墙皮
            掉约2平方米。

            双方在楼道争吵一次，现场看过，是地漏反
            水弯老化，不是有意为之（已拍照3张）。‸







            """)
        expectScreen(
            drawn(2, 40) { editor.draw(into: &$0, area: $1, look: $2) },
            """
            双方在楼道争吵一次，现场看过，是地漏反
            水弯老化，不是有意为之（已拍照3张）。‸
            """)
    }
}
