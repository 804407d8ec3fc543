/// Amounts of money as agreements write them.
///
/// All amounts are whole 分.
public enum Yuan {
    /// The amount in figures: `800.00`.
    ///
    /// - Parameter fen: the amount in 分.
    /// - Returns: yuan with two decimals, without separators.
    public static func figures(_ fen: Int) -> String {
        let magnitude = fen.magnitude
        let cents = magnitude % 100
        return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// Reads an amount in figures.
    ///
    /// - Parameter typed: such as `800`, `606.5`, `96 400`, `１２，０００` or `¥800.00元`.
    /// - Returns: the amount in 分; `nil` when it is no amount, is negative or has more than two decimals.
    public static func fen(_ typed: some StringProtocol) -> Int? {
        var plain = TextFolding.plain(typed).filter { $0 != " " && $0 != "," && $0 != "，" }
        if let first = plain.first, first == "¥" || first == "\u{FFE5}" { plain.removeFirst() }
        if plain.hasSuffix("元") { plain.removeLast() }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...13).contains(parts[0].count),
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }), let yuan = Int(parts[0])
        else { return nil }
        guard parts.count == 2 else { return yuan * 100 }
        guard (1...2).contains(parts[1].count), let decimals = Int(parts[1]) else { return nil }
        return yuan * 100 + (parts[1].count == 1 ? decimals * 10 : decimals)
    }

    /// The amount in Chinese capitals: `壹仟零伍元零柒分`.
    ///
    /// - Parameter fen: the amount in 分; negative amounts are not written in capitals and give `nil`, as do those of 10¹⁶ yuan and more.
    /// - Returns: the capitals, closed with 整 when there are neither 角 nor 分.
    public static func capitals(_ fen: Int) -> String? {
        guard fen >= 0, fen / 100 < 10_000_000_000_000_000 else { return nil }
        let yuan = fen / 100
        let jiao = fen / 10 % 10
        let cents = fen % 10
        var result = yuan > 0 ? whole(yuan) + "元" : ""
        if jiao == 0, cents == 0 { return (yuan > 0 ? result : "零元") + "整" }
        if jiao > 0 {
            result += digits[jiao] + "角"
        } else if yuan > 0 {
            result += "零"
        }
        return cents > 0 ? result + digits[cents] + "分" : result
    }

    /// The amount both ways, as an agreement must have it: `人民币捌佰元整（¥800.00）`.
    ///
    /// - Parameter fen: the amount in 分.
    /// - Returns: the text; figures alone when there are no capitals for it.
    public static func both(_ fen: Int) -> String {
        capitals(fen).map { "人民币\($0)（¥\(figures(fen))）" } ?? "¥\(figures(fen))"
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    private static func whole(_ yuan: Int) -> String {
        let units = ["", "万", "亿", "万亿"]
        var groups: [Int] = []
        var rest = yuan
        while rest > 0 {
            groups.append(rest % 10_000)
            rest /= 10_000
        }
        var result = ""
        var skipped = false
        for position in groups.indices.reversed() {
            let group = groups[position]
            guard group > 0 else {
                skipped = true
                continue
            }
            // A group that does not fill its four places is joined with 零, and so is what follows an empty group.
            if !result.isEmpty, skipped || group < 1000 { result += "零" }
            skipped = false
            result += four(group) + units[position]
        }
        return result
    }

    private static func four(_ group: Int) -> String {
        let places = ["仟", "佰", "拾", ""]
        var result = ""
        var skipped = false
        for (place, divisor) in zip(places, [1000, 100, 10, 1]) {
            let digit = group / divisor % 10
            if digit == 0 {
                skipped = !result.isEmpty
                continue
            }
            if skipped { result += "零" }
            skipped = false
            result += digits[digit] + place
        }
        return result
    }
}
