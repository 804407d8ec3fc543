package import Records
import Store

/// A clock that stands where the test puts it.
package struct ScriptedClock: WallClock {
    package var now: Moment

    /// Makes a clock.
    ///
    /// - Parameter milliseconds: since 1970; the default is 2026-11-21 14:10 in China.
    package init(milliseconds: Int = 1_795_241_400_000) {
        now = Moment(milliseconds: milliseconds, zoneMinutes: 480)
    }
}
