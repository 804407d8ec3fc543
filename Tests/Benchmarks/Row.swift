/// One line of the table, as it was printed by whoever measured.
struct Row {
    private let text: String

    /// Takes a printed line.
    init(_ text: String) { self.text = text }

    /// Takes a line.
    init(_ line: Line) { text = line.text }

    /// The number of milliseconds on the processor, or else the first number: what is compared between the two modes.
    private var value: Double? {
        let cells = text.split(separator: " | ", omittingEmptySubsequences: false)
        guard cells.count > 2 else { return nil }
        let measured = cells[2].split(separator: "(cpu ").dropFirst().first ?? cells[2]
        return measured.split { !($0.isNumber || $0 == ".") }.lazy.compactMap { Double($0) }.first
    }

    /// Prints it, a sealed room's with how it compares to the clear one's.
    func print(beside clear: Row?, _ isSealed: Bool) {
        guard isSealed else { return Swift.print(text) }
        var ratio = ""
        if let clear = clear?.value, let value, clear > 0 { ratio = " ×\(Line.text(value / clear)) of clear" }
        Swift.print("\(text) | sealed\(ratio)")
    }
}
