import Desk
import Glibc

/// Whether the terminal is fit for the notebook.
enum TerminalCheck {
    static func checks() -> [Check] {
        var result = [locale(), terminal()]
        guard Surroundings.isInputTerminal, Surroundings.isOutputTerminal else {
            result.append(
                Check(
                    "size", .doubtful,
                    Label(
                        "没有接终端，大小、颜色和字宽量不到。", "There is no terminal here, so size, colours and widths are not measured."
                    )))
            return result
        }
        return result + [size(), colours(), width("中", 2), ambiguous()]
    }

    private static func locale() -> Check {
        let name =
            Surroundings.variable("LC_ALL") ?? Surroundings.variable("LC_CTYPE") ?? Surroundings.variable("LANG") ?? "C"
        guard setlocale(LC_CTYPE, "") != nil, let codeset = nl_langinfo(Int32(CODESET)) else {
            return Check(
                "locale", .bad,
                Label(
                    "系统没有安装区域设置 \(name)。请设置 LANG=C.UTF-8。", "The locale \(name) is not installed. Set LANG=C.UTF-8."))
        }
        let charset = String(cString: codeset)
        guard ["UTF-8", "GB18030"].contains(charset.uppercased()) else {
            return Check(
                "locale", .bad,
                Label(
                    "区域设置 \(name) 的编码是 \(charset)，只支持 UTF-8 和 GB18030。请设置 LANG=zh_CN.UTF-8 或 C.UTF-8。",
                    "The locale \(name) has the encoding \(charset); only UTF-8 and GB18030 work. Set LANG=zh_CN.UTF-8 or C.UTF-8."
                ))
        }
        return Check("locale", .fine, Label("区域设置 \(name)，编码 \(charset)", "locale \(name), encoding \(charset)"))
    }

    private static func terminal() -> Check {
        guard let name = Surroundings.variable("TERM") else {
            return Check(
                "term", .bad, Label("没有 TERM。请设置 TERM=xterm-256color。", "TERM is not set. Set TERM=xterm-256color."))
        }
        guard name != "dumb" else {
            return Check(
                "term", .bad,
                Label(
                    "TERM=dumb 不能移动光标。请设置 TERM=xterm-256color。",
                    "TERM=dumb cannot move its cursor. Set TERM=xterm-256color."))
        }
        guard isDescribed(name) else {
            return Check(
                "term", .bad,
                Label(
                    "不认识终端类型 \(name)。请设置 TERM=xterm-256color，或安装 ncurses-term。",
                    "The terminal type \(name) is unknown. Set TERM=xterm-256color, or install ncurses-term."))
        }
        return Check("term", .fine, Label("终端类型 \(name)", "terminal type \(name)"))
    }

    /// terminfo(5): the description lies in a folder named after its first letter, or after that letter's code.
    private static func isDescribed(_ name: String) -> Bool {
        guard let first = name.utf8.first, !name.contains("/") else { return false }
        let hex = String(first, radix: 16)
        var folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
        if let home = Surroundings.variable("HOME") { folders.append(home + "/.terminfo") }
        if let own = Surroundings.variable("TERMINFO") { folders.append(own) }
        folders += (Surroundings.variable("TERMINFO_DIRS") ?? "").split(separator: ":").map(String.init)
        return folders.contains { folder in
            [String(name.prefix(1)), hex].contains { access("\(folder)/\($0)/\(name)", R_OK) == 0 }
        }
    }

    private static func size() -> Check {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return Check("size", .doubtful, Label("终端没有报告大小。", "The terminal does not tell its size."))
        }
        let text = "\(size.ws_col)×\(size.ws_row)"
        guard size.ws_col >= 80, size.ws_row >= 24 else {
            return Check(
                "size", .doubtful,
                Label("大小 \(text)，小于 80×24，界面放不下。请放大窗口或缩小字号。", "size \(text), under 80×24: make the window larger."))
        }
        return Check("size", .fine, Label("大小 \(text)", "size \(text)"))
    }

    private static func colours() -> Check {
        if Surroundings.variable("NO_COLOR") != nil {
            return Check("colours", .fine, Label("颜色：NO_COLOR，不用颜色", "colours: none, as NO_COLOR asks"))
        }
        let name = Surroundings.variable("TERM") ?? ""
        let direct = ["truecolor", "24bit"].contains(Surroundings.variable("COLORTERM") ?? "")
        if direct || name.contains("256color") || name.contains("direct") {
            return Check("colours", .fine, Label("颜色：256 色", "colours: 256"))
        }
        if name.hasPrefix("vt1") || name.hasPrefix("vt2") || name.hasSuffix("-m") {
            return Check("colours", .fine, Label("颜色：单色，用反显和记号", "colours: none; reverse video and marks serve"))
        }
        return Check("colours", .fine, Label("颜色：16 色以内", "colours: 16 or fewer"))
    }

    private static func width(_ text: String, _ wanted: Int) -> Check {
        guard let columns = CursorProbe.columns(of: text) else {
            return Check(
                "width", .doubtful,
                Label("“\(text)”的宽度量不到：终端没有回答。", "The width of “\(text)” is not known: the terminal does not answer."))
        }
        return columns == wanted
            ? Check("width", .fine, Label("“\(text)”占 \(columns) 列", "“\(text)” takes \(columns) columns"))
            : Check(
                "width", .bad,
                Label(
                    "“\(text)”占 \(columns) 列，应为 \(wanted) 列。请检查终端的编码和字体设置。",
                    "“\(text)” takes \(columns) columns instead of \(wanted). Check the terminal's encoding and face."))
    }

    private static func ambiguous() -> Check {
        guard let columns = CursorProbe.columns(of: "\u{201C}") else {
            return Check("ambiguous", .doubtful, Label("引号“的宽度量不到。", "The width of the quotation mark “ is not known."))
        }
        return Check(
            "ambiguous", .fine,
            Label(
                "引号“占 \(columns) 列\(columns == 2 ? "（宽）" : "")",
                "the quotation mark “ takes \(columns) column\(columns == 1 ? "" : "s")"))
    }
}
