import Glibc

/// Whether the long tests were asked for (`.ci/heavy` does).
enum LongRun {
    /// True with `BEATBOOK_LONG=1`.
    static let isWanted = getenv("BEATBOOK_LONG").map { String(cString: $0) } == "1"

    /// How many rounds to run.
    ///
    /// - Parameters:
    ///   - short: in every run.
    ///   - long: when asked for.
    static func count(short: UInt64, long: UInt64) -> UInt64 {
        isWanted ? long : short
    }
}
