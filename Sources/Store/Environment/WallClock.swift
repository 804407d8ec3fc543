public import Records

/// The clock on the officer's wall.
public protocol WallClock: Sendable {
    /// What it shows now, with the zone's offset.
    var now: Moment { get }
}
