/// One value that somebody wrote at a path and that nobody who saw it has replaced.
public struct Version: Hashable, Sendable {
    /// The change that wrote it.
    public let change: ChangeID
    /// Who wrote it.
    public let officer: RecordID
    /// When, by the writer's clock.
    public let moment: Moment
    /// The value.
    public let value: Value
    /// At a deleting life mark: the changes the writer saw current in the record or row.
    ///
    /// Empty elsewhere.
    public let seen: [ChangeID]

    /// Makes a version.
    ///
    /// - Parameters:
    ///   - change: the change that wrote it.
    ///   - officer: who wrote it.
    ///   - moment: when, by the writer's clock.
    ///   - value: the value.
    ///   - seen: at a deleting life mark, the changes the writer saw.
    public init(change: ChangeID, officer: RecordID, moment: Moment, value: Value, seen: [ChangeID] = []) {
        self.change = change
        self.officer = officer
        self.moment = moment
        self.value = value
        self.seen = seen
    }

    /// Whether this one is shown before the other: the later by the wall clock, ties broken by the identity, so that
    /// every laptop shows the same one.
    ///
    /// The clock decides nothing else.
    func stands(before other: Version) -> Bool {
        (moment.milliseconds, change) > (other.moment.milliseconds, other.change)
    }
}
