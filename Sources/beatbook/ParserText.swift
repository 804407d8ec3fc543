import Desk

/// What ArgumentParser says, in the officer's language.
///
/// It has English texts only and keeps the kinds of its errors to itself, so its sentences are read and said again; one that is
/// not known stays as it is. `CommandTests` sees every sentence here come out of the real program.
enum ParserText {
    /// Help, or what is wrong with a command, in the language of the session.
    ///
    /// - Parameter text: what ArgumentParser says.
    /// - Returns: the same in Chinese, or as it is.
    static func spoken(_ text: String) -> String {
        guard Surroundings.language == .zh else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
    }

    private static func line(_ text: Substring) -> String {
        if let rest = text.after("Error: ") { return "命令写法有误，什么也没有做：" + problem(rest) }
        if let rest = text.after("Help:  ") { return "其中：  " + rest }
        if let rest = text.after("Usage: ") { return "用法：" + rest }
        for (english, chinese) in headings where text.hasPrefix(english) {
            return chinese + text.dropFirst(english.count)
        }
        if let command = text.between("  See '", "' for more information.") { return "  详见 \(command)" }
        if let command = text.between("  See '", "' for detailed help.") { return "  详见 \(command)" }
        return help(String(text))
    }

    private static let headings = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    ]

    /// A line of help: what ArgumentParser adds to our own words.
    private static func help(_ text: String) -> String {
        var text = text
        for (english, chinese) in [
            ("Show the version.", "显示版本。"), ("Show help information.", "显示说明。"),
            ("Show subcommand help information.", "显示某个命令的说明。"), (" (default)", "（默认）"), (" (values: zh, en)", ""),
        ] {
            text = text.replacing(english, with: chinese)
        }
        // Our own words name the value already.
        if let start = text.firstRange(of: " (default: "), text.hasSuffix(")") {
            text = String(text[..<start.lowerBound])
        }
        return text
    }

    /// A sentence about what is wrong.
    private static func problem(_ text: Substring) -> String {
        if let rest = text.after("Unknown option '") {
            guard let (name, near) = rest.cut("'. Did you mean '") else { return "没有选项 \(rest.until("'"))。" }
            return "没有选项 \(name)。是否想写 \(near.until("'"))？"
        }
        if let name = text.between("Missing value for '", "'") { return "\(name) 后面要写一个值。" }
        if let name = text.between("Missing expected argument '", "'") { return "少写了 \(name)。" }
        if let value = text.between("Unexpected argument '", "'") { return "多写了“\(value)”。" }
        if let (_, rest) = text.cut(" unexpected arguments: "), text.first?.isNumber == true {
            return "多写了\(rest.split(separator: "'").filter { $0 != ", " }.map { "“\($0)”" }.joined(separator: "、"))。"
        }
        if let rest = text.after("The value '"), let (value, place) = rest.cut("' is invalid for '"),
            let (name, reason) = place.cut("'")
        {
            guard let list = reason.after(". Please provide one of ") else {
                return "\(name) 不能是“\(value)”\(reason.isEmpty ? "" : "（\(reason.drop { ": ".contains($0) })）")。"
            }
            let choices = list.split(separator: "'").filter { ![" and ", ", ", " or ", "."].contains(String($0)) }
            return "\(name) 不能是“\(value)”，可写 \(choices.joined(separator: "、"))。"
        }
        if let rest = text.after("The option '"), let (name, value) = rest.cut("' does not take any value, but '") {
            return "\(name) 后面不带值，去掉“\(value.until("'"))”。"
        }
        return String(text)
    }
}

extension Substring {
    /// What follows a beginning; `nil` when the text begins otherwise.
    fileprivate func after(_ beginning: String) -> Substring? {
        hasPrefix(beginning) ? dropFirst(beginning.count) : nil
    }

    /// What stands between a beginning and an end.
    fileprivate func between(_ beginning: String, _ end: String) -> Substring? {
        guard let rest = after(beginning), rest.hasSuffix(end) else { return nil }
        return rest.dropLast(end.count)
    }

    /// What stands before and after the first place of a text.
    fileprivate func cut(_ mark: String) -> (Substring, Substring)? {
        firstRange(of: mark).map { (self[..<$0.lowerBound], self[$0.upperBound...]) }
    }

    /// What stands before a mark; all of it when there is none.
    fileprivate func until(_ mark: String) -> Substring { cut(mark)?.0 ?? self }
}
