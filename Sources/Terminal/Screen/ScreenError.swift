/// Why no screen can be opened.
public enum ScreenError: Error, Hashable, Sendable {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// The terminal's name is unknown on this machine (TERM).
    case unknownTerminal(String)
    /// The terminal cannot move its cursor, such as TERM=dumb.
    case terminalTooSimple(String)
    /// The locale's encoding is neither UTF-8 nor GB18030.
    case unsupportedCharset(String)
    /// The locale asked for is not installed.
    case missingLocale(String)
    /// libc has no table for GB18030.
    case missingConversion

    /// What is wrong and what to do, in Chinese.
    public var zh: String {
        switch self {
        case .notATerminal:
            "需要在终端里运行：输入或输出被重定向到了文件或管道。"
        case .unknownTerminal(let name):
            "不认识终端类型“\(name)”（TERM）。请改用 TERM=xterm-256color，或安装 ncurses-term。"
        case .terminalTooSimple(let name):
            "终端类型“\(name)”不能移动光标，无法显示界面。请改用 TERM=xterm-256color。"
        case .unsupportedCharset(let name):
            "当前区域设置的编码是“\(name)”，只支持 UTF-8 和 GB18030。请设置 LANG=zh_CN.UTF-8 或 LANG=C.UTF-8 再运行。"
        case .missingLocale(let name):
            "系统没有安装区域设置“\(name)”。请设置 LANG=C.UTF-8 再运行，或请管理员生成该区域设置。"
        case .missingConversion:
            "系统缺少 GB18030 编码表（gconv）。请设置 LANG=C.UTF-8 再运行。"
        }
    }

    /// What is wrong and what to do, in English.
    public var en: String {
        switch self {
        case .notATerminal:
            "This needs a terminal: input or output is a file or a pipe."
        case .unknownTerminal(let name):
            "Terminal type \"\(name)\" (TERM) is unknown. Use TERM=xterm-256color, or install ncurses-term."
        case .terminalTooSimple(let name):
            "Terminal type \"\(name)\" cannot move its cursor. Use TERM=xterm-256color."
        case .unsupportedCharset(let name):
            "The locale's encoding is \"\(name)\"; only UTF-8 and GB18030 work. Set LANG=zh_CN.UTF-8 or LANG=C.UTF-8."
        case .missingLocale(let name):
            "Locale \"\(name)\" is not installed. Set LANG=C.UTF-8, or have the locale generated."
        case .missingConversion:
            "This system has no GB18030 table (gconv). Set LANG=C.UTF-8."
        }
    }
}

extension ScreenError: CustomStringConvertible {
    /// The English text.
    public var description: String { en }
}
