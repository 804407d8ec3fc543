/// Finds a recovery code in what was said: groups of five characters.
enum RecoveryCodeText {
    static func groups(in text: String) -> [String] {
        var result: [String] = []
        for part in text.split(whereSeparator: { " \n-".contains($0) }) {
            let isGroup = part.count == 5 && part.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            if isGroup { result.append(String(part)) }
        }
        return result
    }
}
