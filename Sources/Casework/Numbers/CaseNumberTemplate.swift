/// The unit's form of an official case number: `（{yyyy}）榆人调字第{seq:3}号`.
///
/// The sequence starts at 1 every year, per committee, and gaps are kept for void numbers (domain §7.3).
public struct CaseNumberTemplate: Hashable, Sendable {
    /// The form a new police room starts with.
    public static let standard = "（{yyyy}）榆人调字第{seq:3}号"

    /// One piece of the template.
    private enum Piece: Hashable, Sendable {
        case text(String)
        case year
        case sequence(width: Int)
    }

    private var pieces: [Piece]

    /// Reads a template.
    ///
    /// - Parameter text: text with `{yyyy}` and `{seq}` or `{seq:3}`, each exactly once; anything else gives `nil`.
    public init?(_ text: String) {
        var pieces: [Piece] = []
        var literal = ""
        var rest = Substring(text)
        while let character = rest.first {
            guard character == "{" else {
                guard character != "}" else { return nil }
                literal.append(character)
                rest.removeFirst()
                continue
            }
            guard let close = rest.firstIndex(of: "}") else { return nil }
            if !literal.isEmpty { pieces.append(.text(literal)) }
            literal = ""
            let name = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[rest.index(after: close)...]
            switch name {
            case "yyyy": pieces.append(.year)
            case "seq": pieces.append(.sequence(width: 1))
            default:
                guard name.hasPrefix("seq:"), let width = Int(name.dropFirst(4)), (1...6).contains(width) else {
                    return nil
                }
                pieces.append(.sequence(width: width))
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        let years = pieces.filter { $0 == .year }.count
        let sequences = pieces.filter { if case .sequence = $0 { true } else { false } }.count
        guard years == 1, sequences == 1 else { return nil }
        self.pieces = pieces
    }

    /// The number's text.
    ///
    /// - Parameters:
    ///   - year: four digits.
    ///   - sequence: from 1.
    /// - Returns: the text as it is printed.
    public func text(year: Int, sequence: Int) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .year: Self.padded(year, 4)
            case .sequence(let width): Self.padded(sequence, width)
            }
        }.joined()
    }

    /// Reads a number of this form.
    ///
    /// - Parameter text: the text as it is printed.
    /// - Returns: its year and sequence; `nil` when it has another form.
    public func parse(_ text: String) -> (year: Int, sequence: Int)? {
        var rest = Substring(text)
        var year: Int?
        var sequence: Int?
        for piece in pieces {
            switch piece {
            case .text(let text):
                guard rest.hasPrefix(text) else { return nil }
                rest = rest.dropFirst(text.count)
            case .year:
                let digits = rest.prefix(4)
                guard digits.count == 4, digits.allSatisfy(Self.isDigit), let number = Int(digits) else { return nil }
                year = number
                rest = rest.dropFirst(4)
            case .sequence(let width):
                let digits = rest.prefix(while: Self.isDigit)
                guard digits.count >= width, let number = Int(digits) else { return nil }
                sequence = number
                rest = rest.dropFirst(digits.count)
            }
        }
        guard rest.isEmpty, let year, let sequence else { return nil }
        return (year, sequence)
    }

    /// The number after those that are given away; gaps are not filled, since a void number stays void.
    ///
    /// - Parameters:
    ///   - year: the year of acceptance.
    ///   - existing: the numbers in use, of any form.
    /// - Returns: the next number.
    public func next(year: Int, after existing: some Sequence<String>) -> String {
        let used = existing.compactMap { parse($0) }.filter { $0.year == year }.map(\.sequence)
        return text(year: year, sequence: (used.max() ?? 0) + 1)
    }

    /// The template of the files that only some may open: `R` stands in front of the sequence, as it does in their working
    /// numbers.
    ///
    /// Counted together with the others, a gap would tell that a file is hidden (RIGHTS.md rule 4).
    public var restricted: CaseNumberTemplate {
        var template = self
        template.pieces = pieces.flatMap { piece -> [Piece] in
            if case .sequence = piece { [.text("R"), piece] } else { [piece] }
        }
        return template
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
