public import Records

/// Text that an officer typed and has not saved yet.
public struct Draft: Hashable, Sendable {
    /// Its name: `[0-9a-z.-]`, at most 34 characters.
    public let id: String
    /// When it was written down.
    public let moment: Moment
    /// What it holds, opaque to the store.
    public let bytes: [UInt8]

    /// Makes a draft.
    ///
    /// - Parameters:
    ///   - id: its name.
    ///   - moment: when it was written down.
    ///   - bytes: what it holds.
    public init(id: String, moment: Moment, bytes: [UInt8]) {
        self.id = id
        self.moment = moment
        self.bytes = bytes
    }
}
