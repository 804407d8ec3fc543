import Glibc

/// Memory in large pages.
enum LargePages {
    /// The size of a large page on the processors that officers have; elsewhere the advice is merely useless.
    private static let size = 2 << 20

    /// Asks for large pages before memory is filled: an image of 200 MB then costs a hundred page faults, not fifty thousand.
    ///
    /// - Parameter buffer: memory that nothing was written to yet.
    static func ask(for buffer: UnsafeMutableRawBufferPointer) {
        guard let base = buffer.baseAddress else { return }
        let start = (UInt(bitPattern: base) + UInt(size - 1)) & ~UInt(size - 1)
        let end = (UInt(bitPattern: base) + UInt(buffer.count)) & ~UInt(size - 1)
        guard end > start, let pointer = UnsafeMutableRawPointer(bitPattern: start) else { return }
        // Only advice: a kernel without large pages refuses, and nothing changes.
        _ = madvise(pointer, Int(end - start), MADV_HUGEPAGE)
    }
}
