import Records

extension StandardActions {
    /// Steps through a list or a text to read.
    public enum Move {
        /// One row up.
        public static let up: ActionID = "move.up"
        /// One row down.
        public static let down: ActionID = "move.down"
        /// One screen up.
        public static let pageUp: ActionID = "move.page-up"
        /// One screen down.
        public static let pageDown: ActionID = "move.page-down"
        /// To the start.
        public static let start: ActionID = "move.start"
        /// To the end.
        public static let end: ActionID = "move.end"
        /// To the left.
        public static let left: ActionID = "move.left"
        /// To the right.
        public static let right: ActionID = "move.right"
        /// One word to the left.
        public static let wordLeft: ActionID = "move.word-left"
        /// One word to the right.
        public static let wordRight: ActionID = "move.word-right"
        /// To the start of the row.
        public static let rowStart: ActionID = "move.row-start"
        /// To the end of the row.
        public static let rowEnd: ActionID = "move.row-end"
    }

    /// Changes text.
    public enum Edit {
        /// Deletes the character before the caret.
        public static let backspace: ActionID = "edit.backspace"
        /// Deletes the character after the caret.
        public static let delete: ActionID = "edit.delete"
        /// Deletes the word before the caret.
        public static let deleteWord: ActionID = "edit.delete-word"
        /// Deletes from the start of the row to the caret.
        public static let deleteToStart: ActionID = "edit.delete-to-start"
        /// Starts a new line.
        public static let newline: ActionID = "edit.newline"
    }

    /// Moves within a form.
    public enum Form {
        /// The next field.
        public static let next: ActionID = "form.next"
        /// The previous field.
        public static let previous: ActionID = "form.previous"
        /// Opens what is folded, a row, or a choice; elsewhere the next field.
        public static let activate: ActionID = "form.activate"
        /// Adds a row.
        public static let addRow: ActionID = "rows.add"
        /// Deletes a row.
        public static let deleteRow: ActionID = "rows.delete"
        /// Moves a row up.
        public static let rowUp: ActionID = "rows.up"
        /// Moves a row down.
        public static let rowDown: ActionID = "rows.down"
    }

    /// Answers a dialog.
    public enum Dialog {
        /// Takes the answer that is selected.
        public static let accept: ActionID = "dialog.accept"
    }

    private static func step(
        _ id: ActionID, _ zh: String, _ en: String, in contexts: Set<KeyContext>
    ) -> Action {
        Action(id, Label(zh, en), help: Label(zh + "。", en + "."), in: contexts, isListed: false)
    }

    static let lists: [Action] = [
        step(Move.up, "上移一行", "One row up", in: [.list, .detail, .editor, .dialog, .form, .choice, .field, .rows]),
        step(
            Move.down, "下移一行", "One row down", in: [.list, .detail, .editor, .dialog, .form, .choice, .field, .rows]),
        step(Move.pageUp, "上翻一页", "One screen up", in: [.list, .detail, .editor, .dialog, .form]),
        step(Move.pageDown, "下翻一页", "One screen down", in: [.list, .detail, .editor, .dialog, .form]),
        step(Move.start, "到开头", "To the start", in: [.list, .detail, .editor, .dialog]),
        step(Move.end, "到末尾", "To the end", in: [.list, .detail, .editor, .dialog]),
    ]

    static let texts: [Action] = [
        step(Move.left, "左移一字", "One character left", in: [.editor, .field, .choice]),
        step(Move.right, "右移一字", "One character right", in: [.editor, .field, .choice]),
        step(Move.wordLeft, "左移一词", "One word left", in: [.editor, .field]),
        step(Move.wordRight, "右移一词", "One word right", in: [.editor, .field]),
        step(Move.rowStart, "到行首", "To the start of the row", in: [.editor, .field]),
        step(Move.rowEnd, "到行尾", "To the end of the row", in: [.editor, .field]),
        step(Edit.backspace, "删前一字", "Delete before", in: [.editor, .field, .choice]),
        step(Edit.delete, "删后一字", "Delete after", in: [.editor, .field, .choice]),
        step(Edit.deleteWord, "删前一词", "Delete the word before", in: [.editor, .field]),
        step(Edit.deleteToStart, "删到行首", "Delete to the start of the row", in: [.editor, .field]),
        step(Edit.newline, "换行", "New line", in: [.editor]),
    ]

    static let forms: [Action] = [
        Action(
            Form.next, Label("下一项", "Next field"), help: Label("到下一项，本项记入草稿。", "Goes to the next field."),
            in: [.form], hint: .init(Label("下一项", "Next"), rank: 12), isListed: false),
        step(Form.previous, "上一项", "Previous field", in: [.form]),
        step(Form.activate, "打开，或到下一项", "Open, or the next field", in: [.form]),
        Action(
            Form.addRow, Label("增加一行", "Add a row"), help: Label("在表里增加一行。", "Adds a row to the table."),
            in: [.rows], hint: .init(Label("增加一行", "Add row"), rank: 13)),
        Action(
            Form.deleteRow, Label("删除这一行", "Delete the row"),
            help: Label("删除选中的一行；Esc 前可撤销。", "Deletes the selected row."), in: [.rows],
            hint: .init(Label("删行", "Delete row"), rank: 14)),
        step(Form.rowUp, "这一行上移", "Move the row up", in: [.rows]),
        step(Form.rowDown, "这一行下移", "Move the row down", in: [.rows]),
    ]

    static let dialogs: [Action] = [
        Action(
            Dialog.accept, Label("确定", "OK"), help: Label("采用选中的答案。", "Takes the selected answer."),
            in: [.dialog, .prompt],
            hint: .init(Label("确定", "OK"), rank: 1), isListed: false)
    ]
}
