import CNcurses

/// The colour pairs in use, given out as they are first needed.
struct ColorPairs {
    private struct Key: Hashable {
        let foreground: UInt8?
        let background: UInt8?
    }

    private let limit: Int
    private var numbers: [Key: Int32] = [:]

    /// - Parameter limit: how many pairs the terminal has, pair 0 included.
    init(limit: Int) { self.limit = limit }

    /// The pair for a style; 0, the terminal's own colours, when there are no more.
    mutating func number(of style: ResolvedStyle) -> Int32 {
        let key = Key(foreground: style.foreground, background: style.background)
        if key.foreground == nil, key.background == nil { return 0 }
        if let known = numbers[key] { return known }
        let number = numbers.count + 1
        guard number < limit else { return 0 }
        init_extended_pair(
            Int32(number), key.foreground.map(Int32.init) ?? -1, key.background.map(Int32.init) ?? -1)
        numbers[key] = Int32(number)
        return Int32(number)
    }
}
