/// Reads whole numbers and amounts of money.
public enum AmountEntry {
    /// What is understood as a whole number.
    static let numberForms = Label("请输入整数，如 12。", "Enter a whole number such as 12.")
    /// What is understood as money.
    static let moneyForms = Label("请输入金额（元），如 120 或 88.50。", "Enter an amount in yuan such as 120 or 88.50.")

    /// Reads a whole number; a unit behind it does not matter.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - unit: the unit that may stand behind it.
    /// - Returns: the number.
    /// - Throws: ``EntryError`` when it is none.
    public static func number(_ text: String, unit: Label?) throws(EntryError) -> Int {
        var plain = Substring(EntryText.plain(text))
        for name in [unit?.zh, unit?.en.lowercased()].compactMap(\.self) where !name.isEmpty && plain.hasSuffix(name) {
            plain = plain.dropLast(name.count)
            break
        }
        let isNegative = plain.first == "-"
        if isNegative { plain = plain.dropFirst() }
        guard let number = EntryText.number(plain.filter { $0 != "," }) else { throw EntryError(numberForms) }
        return isNegative ? -number : number
    }

    /// Reads an amount of money.
    ///
    /// - Parameter text: what was typed: `120`, `88.5元`, `1,200`, `3万`.
    /// - Returns: the amount in 分.
    /// - Throws: ``EntryError`` when it is no amount.
    public static func money(_ text: String) throws(EntryError) -> Int {
        var plain = Substring(EntryText.plain(text)).drop { "¥￥".contains($0) }
        for unit in ["元整", "元", "块钱", "块", "yuan"] where plain.hasSuffix(unit) {
            plain = plain.dropLast(unit.count)
            break
        }
        var factor = 100
        if plain.last == "万" {
            factor = 1_000_000
            plain = plain.dropLast()
        }
        let parts = plain.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = EntryText.number(parts[0]) else {
            throw EntryError(moneyForms)
        }
        guard parts.count == 2 else { return whole * factor }
        // No more places than the amount has 分.
        guard (1...(factor == 100 ? 2 : 6)).contains(parts[1].count), let fraction = EntryText.number(parts[1]) else {
            throw EntryError(moneyForms)
        }
        return whole * factor + parts[1].reduce(fraction * factor) { left, _ in left / 10 }
    }

    /// An amount as it is shown and typed: `88.50`, and without decimals when there are none.
    ///
    /// - Parameter money: the amount in 分.
    /// - Returns: yuan in figures.
    public static func text(money: Int) -> String {
        let amount = money.magnitude
        let cents = amount % 100
        return (money < 0 ? "-" : "") + "\(amount / 100)" + (cents == 0 ? "" : cents < 10 ? ".0\(cents)" : ".\(cents)")
    }
}
