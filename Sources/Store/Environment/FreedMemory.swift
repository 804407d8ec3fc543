import Glibc

/// Memory that was given back to the C library, and what it still says.
///
/// Swift overwrites nothing when it lets go of a text. What can be done from outside is done here: blocks that are given back
/// meanwhile are overwritten by the C library (mallopt(3), `M_PERTURB`), blocks that were given back before are taken once more and
/// overwritten, and whole pages go back to the system. What somebody holds on to stays, and so may parts of blocks that the library
/// has cut up.
public enum FreedMemory {
    /// Has all threads share one heap, before the first is started: ``overwriting(_:)`` reaches no other.
    ///
    /// By default each thread that runs beside others gets a heap of its own (mallopt(3), `M_ARENA_MAX`), and what a helper read
    /// would lie there until the program ends. Rebuilding takes no more CPU time with one.
    public static func keepInOneHeap() { _ = option?(heaps, 1) }

    /// Runs something that lets go of secrets, and overwrites what was given back before and is given back from now on.
    ///
    /// It goes on until ``stopOverwriting()``: whoever asked for it may himself hold something until it returns.
    ///
    /// - Parameter body: what lets go.
    public static func overwriting(_ body: () -> Void) {
        _ = option?(perturb, 0x55)
        body()
        sweep()
        _ = trim?(0)
    }

    /// Gives memory back as it is again, which is faster.
    public static func stopOverwriting() { _ = option?(perturb, 0) }

    /// Takes blocks of every small size, which come from what was given back, and overwrites them.
    private static func sweep() {
        var blocks: [UnsafeMutableRawPointer] = []
        blocks.reserveCapacity(blocksOfSize * 130)
        for size in Array(smallest) + larger {
            for _ in 0..<(size <= 200 ? 5 * blocksOfSize : blocksOfSize) {
                guard let block = malloc(size) else { break }
                memset(block, 0x55, size)
                blocks.append(block)
            }
        }
        for block in blocks { free(block) }
    }

    /// The sizes, in bytes, of the blocks that the library keeps apart; larger ones share their lists.
    private static let smallest = stride(from: 24, through: 1032, by: 16)
    private static let larger = [1500, 2100, 3100, 4100, 6200, 8200, 12_300, 16_400]
    private static let blocksOfSize = 200

    /// From malloc.h, which Swift's module of the C library leaves out.
    private static let perturb: Int32 = -6
    private static let heaps: Int32 = -8
    private static let option: (@convention(c) (Int32, Int32) -> Int32)? = function("mallopt")
    private static let trim: (@convention(c) (Int) -> Int32)? = function("malloc_trim")

    private static func function<Function>(_ name: String) -> Function? {
        dlsym(nil, name).map { unsafeBitCast($0, to: Function.self) }
    }
}
