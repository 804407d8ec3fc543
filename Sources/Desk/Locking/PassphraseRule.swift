public import Records

/// What a passphrase must be like.
///
/// Stretching makes every guess expensive; it cannot save a passphrase that is among the first guesses.
public enum PassphraseRule {
    /// The fewest characters.
    static let least = 8
    /// The fewest characters when some are not ASCII: a Chinese character says more than a letter.
    static let leastChinese = 6
    /// The fewest digits when there is nothing else: telephone numbers and birthdays are shorter.
    static let leastDigits = 14

    /// What speaks against a passphrase.
    ///
    /// - Parameter passphrase: as typed.
    /// - Returns: what is wrong and what to do; `nil` when nothing is. It never repeats what was typed.
    public static func problem(_ passphrase: String) -> Label? {
        let isDigits = passphrase.allSatisfy { $0.isASCII && $0.isNumber }
        let isASCII = passphrase.allSatisfy(\.isASCII)
        if passphrase.count < (isDigits ? leastDigits : isASCII ? least : leastChinese) {
            return Label(
                "口令太短：至少 \(least) 个字符，或 \(leastChinese) 个字以上的中文短句；不要只用数字。",
                "The passphrase is too short: at least \(least) characters, or a Chinese phrase of \(leastChinese); not digits alone."
            )
        }
        guard Set(passphrase).count >= 4 else {
            return Label("口令重复太多，请换一个。", "The passphrase repeats itself too much: choose another.")
        }
        return nil
    }
}
