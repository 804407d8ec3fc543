/// How far an exchange is.
public struct ExchangeProgress: Hashable, Sendable {
    /// Bytes read and written so far.
    public internal(set) var done = 0
    /// Bytes that there are to read and write.
    public internal(set) var total = 0
    /// How long it has taken, in milliseconds.
    public internal(set) var elapsed = 0
    /// Whether it is looking around and does not know yet how much there is.
    public internal(set) var isLooking = true

    /// Bytes in a second; `nil` before anything can be said.
    public var rate: Int? { elapsed >= 100 && done > 0 ? done * 1000 / elapsed : nil }

    /// The time that is left, in milliseconds; `nil` before anything can be said.
    public var remaining: Int? { rate.flatMap { $0 > 0 ? (total - done) * 1000 / $0 : nil } }

    init() {}
}
