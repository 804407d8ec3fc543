import Desk

/// `FIELD=VALUE` as it was typed: `outcome=见面`, `parties[0].name=单翠萍`.
struct Assignment {
    /// The field's name.
    let field: String
    /// The row of a sub-table, from 0.
    let row: Int?
    /// The cell of the row.
    let cell: String?
    /// What stands behind the equals sign.
    let text: String

    /// Takes one argument apart.
    ///
    /// - Parameter argument: what was typed; an input method's ＝ counts as well.
    /// - Throws: `CommandFailure` for anything else.
    init(_ argument: String) throws(CommandFailure) {
        guard let sign = argument.firstIndex(where: { $0 == "=" || $0 == "＝" }), sign != argument.startIndex else {
            throw CommandFailure(
                .usage,
                Label(
                    "“\(argument)”不是 字段=值 的写法。例如 outcome=见面",
                    "“\(argument)” is not FIELD=VALUE. Write, for example, outcome=1"
                ))
        }
        text = String(argument[argument.index(after: sign)...])
        let name = argument[..<sign]
        guard let open = name.firstIndex(of: "[") else {
            field = String(name)
            (row, cell) = (nil, nil)
            return
        }
        let rest = name[name.index(after: open)...]
        guard open != name.startIndex, let close = rest.firstIndex(of: "]"), let number = Int(rest[..<close]),
            (0..<10_000).contains(number)
        else { throw Self.unreadable(name) }
        let tail = rest[rest.index(after: close)...]
        guard tail.isEmpty || tail.first == "." && tail.count > 1 else { throw Self.unreadable(name) }
        field = String(name[..<open])
        row = number
        cell = tail.isEmpty ? nil : String(tail.dropFirst())
    }

    private static func unreadable(_ name: Substring) -> CommandFailure {
        CommandFailure(
            .usage,
            Label(
                "看不懂“\(name)”。子表写成 parties[0].name=…，从 0 数起；parties[0]= 删去一行。",
                "“\(name)” is not understood. Write a sub-table as parties[0].name=…, counting from 0; parties[0]= takes a row out."
            ))
    }
}
