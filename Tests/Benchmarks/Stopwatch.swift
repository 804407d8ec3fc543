import Glibc

/// Milliseconds on the wall and on the processor, since it was made.
struct Stopwatch {
    /// Two spans of time, in milliseconds.
    struct Time {
        /// On the wall.
        var wall: Double
        /// On the processor, this thread only or the whole process.
        var processor: Double
    }

    private let wall: Double
    private let processor: Double
    private let clock: Int32

    /// Starts.
    ///
    /// - Parameter wholeProcess: whether the other threads' processor time counts too.
    init(wholeProcess: Bool = false) {
        clock = wholeProcess ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID
        processor = Self.milliseconds(clock)
        wall = Self.milliseconds(CLOCK_MONOTONIC)
    }

    /// What has passed.
    var time: Time {
        let now = Self.milliseconds(CLOCK_MONOTONIC)
        return Time(wall: now - wall, processor: Self.milliseconds(clock) - processor)
    }

    private static func milliseconds(_ clock: Int32) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
}
