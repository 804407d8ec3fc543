import Glibc

/// The time since some moment in the past, for deadlines only: it moves on whatever is done to the wall clock.
enum MonotonicClock {
    /// Milliseconds.
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
