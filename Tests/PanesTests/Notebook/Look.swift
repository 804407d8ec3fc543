import Testing
@testable import Panes
import Interface
import Desk
@Test func look() throws {
    let book = try NotebookFixture()
    #expect(Bool(true))
    func show(_ s: String) { print("=====", s, book.desk.conflictCount); print(book.text) }
    func c(_ s: String) { print("-----", s, book.desk.conflictCount) }
    book.press("Ctrl-Right", "Enter", "1"); c("1")
    book.press("Ctrl-Z"); c("z")
    book.press("Ctrl-B"); c("sheet")
    book.press("1"); c("1"); book.press("1"); c("1"); book.type("楼道纸箱"); c("x")
    book.press("Enter", "Down"); c("s")
    book.press("Ctrl-N"); c("n")
    book.press("1"); book.type("居住证"); book.press("Enter"); c("nn")
    book.press("+3","Enter"); show("raised")
    book.press("3"); show("three")
    book.press("2"); show("two")
    book.press("Esc")
    book.press("Enter"); show("form")
    book.press("F2"); show("saved")
    book.press("Esc","Esc"); show("pane")
    book.press("Esc","3","1"); show("find")
    book.press("Enter", "Enter"); show("household")
    book.press("F12"); show("lock")
    book.press("1"); show("unlock")
    book.command("English"); show("english")
    book.press("Ctrl-Left"); show("today")
    book.press("Ctrl-N"); show("new")
}
