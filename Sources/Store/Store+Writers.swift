import Records

extension Store {
    /// Everybody whose segments are here, and this laptop, in order.
    public var writers: [WriterID] {
        Set(streams.values.flatMap { Array($0.catalog.keys) }).union([writer]).sorted()
    }
}
