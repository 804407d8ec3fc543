import Glibc

/// Whether the long tests were asked for (`.ci/heavy` does).
enum LongRun {
    /// True with `BEATBOOK_LONG=1`.
    static let isWanted = getenv("BEATBOOK_LONG").map { String(cString: $0) } == "1"

    /// How many rounds of killing the program to run: `BEATBOOK_KILLS`, or few.
    static let kills = getenv("BEATBOOK_KILLS").flatMap { Int(String(cString: $0)) } ?? 12

    /// How many rounds to run.
    ///
    /// - Parameters:
    ///   - short: in every run.
    ///   - long: when asked for.
    /// - Returns: one of the two.
    static func count(short: UInt64, long: UInt64) -> UInt64 {
        isWanted ? long : short
    }
}
