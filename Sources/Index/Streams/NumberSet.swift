/// A set of records of one type: one bit for each place.
struct NumberSet {
    private var words: [UInt64] = []

    /// Makes an empty set.
    init() {}

    /// Makes a set of some numbers.
    init(_ numbers: some Sequence<Int64>) {
        for number in numbers { insert(number) }
    }

    /// Adds a number.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    mutating func insert(_ number: Int64) -> Bool {
        let place = RecordNumber.place(of: number)
        let word = place >> 6
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(word + 1, words.count * 2) - words.count))
        }
        let bit = UInt64(1) << UInt64(place & 63)
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }

    /// The numbers in it, in order.
    ///
    /// - Parameter type: the type that they are of.
    /// - Returns: the numbers.
    func numbers(of type: Int64) -> [Int64] {
        var result: [Int64] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                result.append(type << 32 | Int64(index << 6 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return result
    }

    /// Whether a number is in it.
    func contains(_ number: Int64) -> Bool {
        let place = RecordNumber.place(of: number)
        return place >> 6 < words.count && words[place >> 6] >> UInt64(place & 63) & 1 == 1
    }
}
