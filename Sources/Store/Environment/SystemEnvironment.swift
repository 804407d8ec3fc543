import Glibc
public import Records

/// The real machine's clock, random numbers and name.
///
/// The only place in the room that asks the system for them.
public struct SystemEnvironment: WallClock {
    /// Makes one; it has no state.
    public init() {}

    /// The machine's real-time clock and local zone.
    public var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var local = tm()
        localtime_r(&time.tv_sec, &local)
        return Moment(
            milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000, zoneMinutes: local.tm_gmtoff / 60)
    }

    /// The environment of a real notebook: one helper thread, since the other core applies what is decoded.
    ///
    /// - Returns: the environment.
    public static func environment() -> StoreEnvironment {
        let files = PosixFileSystem()
        let folder = Folder(files: files, root: "/etc")
        let machine = (try? folder.read("machine-id")) ?? nil
        return StoreEnvironment(
            files: files, random: GeneratorSource(SystemRandomNumberGenerator()), clock: SystemEnvironment(),
            machine: String(decoding: machine ?? [], as: UTF8.self), process: Int(getpid()), decodingThreads: 1)
    }
}
