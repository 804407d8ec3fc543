public import Records

/// Which records of a type a list shows, and in which order.
public struct ListQuery: Hashable, Sendable {
    /// The type.
    public var type: TypeID
    /// What the records must have, all of it.
    public var filters: [ListFilter]
    /// How they are ordered.
    public var order: ListOrder

    /// Makes a query.
    ///
    /// - Parameters:
    ///   - type: the type.
    ///   - filters: what the records must have, all of it.
    ///   - order: how they are ordered.
    public init(_ type: TypeID, where filters: [ListFilter] = [], order: ListOrder = .declared) {
        self.type = type
        self.filters = filters
        self.order = order
    }
}
