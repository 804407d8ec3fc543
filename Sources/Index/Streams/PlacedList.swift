/// A list over the open streams: the numbers of each, and the order in which they are mixed when there are several.
struct PlacedList: RandomAccessCollection {
    /// The numbers of each stream, in order.
    let parts: [(stream: StreamIndex, numbers: [Int64])]
    /// Which part comes next and where in it; `nil` when there is one part at most.
    let order: [(part: Int, index: Int)]?

    var startIndex: Int { 0 }
    var endIndex: Int { order?.count ?? parts.first?.numbers.count ?? 0 }

    subscript(position: Int) -> (stream: StreamIndex, number: Int64) {
        guard let order else { return (parts[0].stream, parts[0].numbers[position]) }
        let (part, index) = order[position]
        return (parts[part].stream, parts[part].numbers[index])
    }
}
