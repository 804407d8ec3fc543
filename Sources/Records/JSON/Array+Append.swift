extension Array {
    /// Adds an element to a list whose length is not known yet but cannot pass a bound.
    ///
    /// An array without room left takes twice what it has. Whoever reads a text knows how many elements the rest of it can
    /// hold, and a text made to be large shall not get memory for more.
    ///
    /// - Parameters:
    ///   - element: the element.
    ///   - most: how many more can follow it.
    package mutating func append(_ element: Element, followedByAtMost most: Int) {
        if count == capacity, count >= 16 { reserveCapacity(Swift.min(2 * count, count + 1 + most)) }
        append(element)
    }
}
