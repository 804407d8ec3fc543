/// A working number such as `V2026-A0001`: the type's letter, the year, the terminal's letter, the sequence.
///
/// The terminal's letter keeps two laptops that are offline from giving the same number (domain §7.3).
public struct WorkingNumber: Hashable, Sendable, CustomStringConvertible {
    /// The type's letter.
    public let letter: String
    /// The year.
    public let year: Int
    /// The letter or letters of the terminal.
    public let terminal: String
    /// From 1 every year on every terminal.
    public let sequence: Int

    /// Makes a number.
    ///
    /// - Parameters:
    ///   - letter: the type's letter.
    ///   - year: four digits.
    ///   - terminal: the letter of the terminal, A to Z, one or two.
    ///   - sequence: from 1.
    public init(letter: String, year: Int, terminal: String, sequence: Int) {
        self.letter = letter
        self.year = year
        self.terminal = terminal
        self.sequence = sequence
    }

    /// Reads a number.
    ///
    /// - Parameter text: such as `V2026-A0001`; a sequence of more than four digits is read too. Anything else gives `nil`.
    public init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let first = halves[0].first, Self.isLetter(first) else { return nil }
        let year = halves[0].dropFirst()
        let terminal = halves[1].prefix(while: Self.isLetter)
        let digits = halves[1].dropFirst(terminal.count)
        guard year.count == 4, year.allSatisfy(Self.isDigit), let yearNumber = Int(year),
            (1...2).contains(terminal.count),
            digits.count >= 4, digits.allSatisfy(Self.isDigit), let sequence = Int(digits), sequence > 0
        else { return nil }
        self.init(letter: String(first), year: yearNumber, terminal: String(terminal), sequence: sequence)
    }

    /// The text as it is shown.
    public var description: String {
        let digits = String(sequence)
        return "\(letter)\(year)-\(terminal)" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The next number of a terminal.
    ///
    /// - Parameters:
    ///   - letter: the type's letter.
    ///   - year: the year.
    ///   - terminal: the letter of the terminal.
    ///   - existing: the numbers in use, of any type and terminal.
    /// - Returns: one more than the highest.
    public static func next(
        letter: String, year: Int, terminal: String, after existing: some Sequence<String>
    ) -> WorkingNumber {
        let used = existing.compactMap { WorkingNumber($0) }
            .filter { $0.letter == letter && $0.year == year && $0.terminal == terminal }.map(\.sequence)
        return WorkingNumber(letter: letter, year: year, terminal: terminal, sequence: (used.max() ?? 0) + 1)
    }

    private static func isLetter(_ character: Character) -> Bool { ("A"..."Z").contains(character) }
    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
