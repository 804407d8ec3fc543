public import Records
import Store

/// A place that this laptop synced with.
public struct SyncPlace: Hashable, Sendable {
    /// Where it was last time.
    public let path: String
    /// When.
    public let met: Moment
    /// How many files it lacked afterwards.
    public let missing: Int
    /// What was not as it should be there.
    let findings: [ExchangeFinding]
    /// Whether something that was erased since may still lie there.
    public let needsCleaning: Bool

    /// What somebody should know about it, a sentence for each.
    public var notices: [Label] { findings.map(\.label) + lasting }

    /// What the report of the last sync does not say.
    public var lasting: [Label] {
        guard needsCleaning else { return [] }
        return [
            Label(
                "那里可能还有已依法删除的内容，再同步一次就会清除。",
                "What was erased may still lie there: syncing again takes it out.")
        ]
    }
}
