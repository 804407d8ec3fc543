import Glibc

/// Keeps other programs of the same user out of this one's memory (prctl(2), `PR_SET_DUMPABLE`).
enum ProcessPrivacy {
    /// From now on nobody but the system may look into the memory, and no crash is written down.
    static func begin() { _ = control?(4, 0, 0, 0, 0) }

    /// Whether that is so.
    static var isOn: Bool { control?(3, 0, 0, 0, 0) == 0 }

    /// Swift does not import functions with any number of arguments; this one takes five.
    private static let control = dlsym(nil, "prctl").map {
        unsafeBitCast($0, to: (@convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32).self)
    }
}
