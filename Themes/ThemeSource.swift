/// A theme file's text, to say where in it something is wrong.
struct ThemeSource {
    let file: String
    let text: String

    /// The line, counted from 1, of the last of some keys that stand inside each other.
    func line(of path: [String]) -> Int? {
        var place = text.startIndex
        for key in path {
            guard let found = firstKey(key, from: place) else { return nil }
            place = found
        }
        return path.isEmpty ? nil : text[..<place].count { $0.isNewline } + 1
    }

    /// Where a key, bare or quoted, followed by a colon stands; comments are skipped.
    private func firstKey(_ key: String, from start: String.Index) -> String.Index? {
        var rest = text[start...]
        while !rest.isEmpty {
            if rest.hasPrefix("//") {
                rest = rest.drop { !$0.isNewline }
                continue
            }
            let isStart = rest.startIndex == text.startIndex || !isWord(text[text.index(before: rest.startIndex)])
            if isStart, rest.hasPrefix(key) {
                let after = rest.dropFirst(key.count).drop { $0 == "\"" || $0 == "'" || $0.isWhitespace }
                if after.first == ":" { return rest.startIndex }
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }

    func error(at path: [String], role: String?, zh: String, en: String) -> ThemeError {
        ThemeError(file: file, line: line(of: path), role: role, reasonZh: zh, reasonEn: en)
    }

    /// The colour a role's text names; none means the terminal's own.
    func color(_ text: String?, of role: String) throws(ThemeError) -> ThemeColor {
        guard let text else { return .standard }
        guard let color = ThemeColor(text) else {
            throw error(
                at: [role], role: role,
                zh: "不认识颜色“\(text)”；写 default 或 \(ThemeColor.names.joined(separator: " "))，可加 /0–255",
                en:
                    "unknown colour \"\(text)\"; write default or \(ThemeColor.names.joined(separator: " ")), with /0–255 if wanted"
            )
        }
        return color
    }

    func hexadecimal(_ text: String?, of key: String) throws(ThemeError) -> String? {
        guard let text else { return nil }
        guard text.count == 7, text.first == "#", text.dropFirst().allSatisfy(\.isHexDigit) else {
            throw error(at: ["picture", key], role: nil, zh: "“\(text)”不是 #rrggbb", en: "\"\(text)\" is not #rrggbb")
        }
        return text
    }

    /// Words what the JSON decoder found.
    func error(decoding error: any Error) -> ThemeError {
        switch error {
        case let unknown as UnknownKey:
            let allowed = unknown.allowed.joined(separator: " ")
            let key = unknown.path.last ?? ""
            return self.error(
                at: unknown.path, role: role(in: unknown.path), zh: "不认识“\(key)”；可用的有 \(allowed)",
                en: "unknown key \"\(key)\"; there are \(allowed)")
        case DecodingError.keyNotFound(let key, let context):
            let path = context.codingPath.map(\.stringValue)
            return self.error(
                at: path, role: role(in: path), zh: "缺少“\(key.stringValue)”", en: "\"\(key.stringValue)\" is missing")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            let path = context.codingPath.map(\.stringValue)
            let key = path.last ?? ""
            return self.error(
                at: path, role: role(in: path), zh: "“\(key)”的值种类不对（颜色写文字，开关写 true 或 false）",
                en: "\"\(key)\" has a value of the wrong kind (text for colours, true or false for switches)")
        default:
            return ThemeError(
                file: file, line: JSON5Fault.line(in: text), role: nil, reasonZh: "不是正确的 JSON5（检查括号、逗号和引号）",
                reasonEn: "not well-formed JSON5 (look at brackets, commas and quotes)")
        }
    }

    private func role(in path: [String]) -> String? { path.count > 1 && path[0] == "roles" ? path[1] : nil }
}
