extension String {
    /// The place so many bytes of UTF-8 from the start.
    func index(at offset: Int) -> Index { utf8.index(utf8.startIndex, offsetBy: offset) }

    /// How many bytes of UTF-8 lie before a place.
    func offset(of index: Index) -> Int { utf8.distance(from: utf8.startIndex, to: index) }

    /// The first place between two characters at or after an offset.
    func characterBoundary(atOrAfter offset: Int) -> Int {
        guard offset > 0, offset < utf8.count else { return Swift.max(0, Swift.min(offset, utf8.count)) }
        // An index inside a character is rounded down by the standard library before it moves on.
        let next = self.index(after: self.index(at: offset))
        let here = self.offset(of: self.index(before: next))
        return here >= offset ? here : self.offset(of: next)
    }
}
