import Glibc

/// When a file came into being.
///
/// Only `statx(2)` tells it, and Glibc's module leaves that out without `_GNU_SOURCE`, so it is looked up by name; the
/// offsets are those of `struct statx` in the kernel's ABI (`linux/stat.h`), the same on every 64-bit Linux.
enum BirthTime {
    private typealias Call =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UInt32, UnsafeMutableRawPointer) -> Int32

    private static let call: Call? = dlsym(nil, "statx").map { unsafeBitCast($0, to: Call.self) }
    private static let wanted: UInt32 = 0x800

    /// Asks for it.
    ///
    /// - Parameter path: the file.
    /// - Returns: nanoseconds since 1970; 0 when the disk does not know.
    static func nanoseconds(of path: String) -> Int {
        guard let call else { return 0 }
        return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { info in
            guard let base = info.baseAddress, call(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, wanted, base) == 0,
                base.load(as: UInt32.self) & wanted != 0
            else { return 0 }
            let seconds = base.load(fromByteOffset: 80, as: Int64.self)
            return Int(seconds) * 1_000_000_000 + Int(base.load(fromByteOffset: 88, as: UInt32.self))
        }
    }
}
