import Interface
import Records
import Terminal
import Testing
@Suite struct Scratch {
    @Test func show() {
        let room = Room()
        let stack = Room.stack(room)
        print(stack.screen(24, 80)); print("=====")
        stack.press("<Down><Ctrl-P>"); print(stack.screen(24, 80)); print("=====")
        stack.press("tc"); print(stack.screen(24, 80)); print("=====")
        stack.press("<Esc><Ctrl-O>"); print(stack.screen(24, 80)); print("=====")
        stack.press("<Esc><Ctrl-G>"); print(stack.screen(24, 80)); print("=====")
        stack.press("<Esc>")
        let layer = FormLayer(form: Samples.visitForm()) { _ in .close }
        layer.form.storedAt = TimeOfDay("14:32")
        stack.push(layer)
        print(stack.frame(24, 80).textWithCaret()); print("=====")
        stack.press("2<Tab>区文谦反映602室门前楼道堆放纸箱，已与物业电话联系，周一清运。<Enter>愿意登记紧急联系人。"); print(stack.frame(24, 80).textWithCaret()); print("=====")
        stack.press("<Tab><Tab><Enter><Tab>0903"); print(stack.frame(24, 80).textWithCaret()); print("=====")
        stack.press("<Tab><Tab><Tab>su"); print(stack.frame(24, 80).textWithCaret()); print("=====")
        stack.press("<Esc><Esc>")
        let h = FormLayer(form: Samples.householdForm()) { _ in .close }
        stack.push(h)
        print(stack.frame(24, 80).textWithCaret()); print("=====")
        stack.press("<Tab>1<Tab><Tab>88.5<Tab><Down>"); print(stack.frame(24, 80).textWithCaret()); print("=====")
        stack.press("<Enter>"); print(stack.frame(24, 80).textWithCaret()); print("=====")
        room.detail = DetailView([.heading("老榆里3号楼2单元501室"), .entry("走访", "11-02 天花板已修好，双方无新问题", right: "Enter 看"), .entry("未了", "无"), .rule, .paragraph("601室卫生间返水，渗到501室天花板，墙皮掉约2平方米。双方在楼道争吵一次，现场看过，是地漏反水弯老化，不是有意为之。")])
        stack.press("<Esc><Esc>"); print(stack.frame(30, 100).textWithCaret()); print("=====")
        #expect(true)
    }
}
