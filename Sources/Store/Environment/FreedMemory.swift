import Glibc

/// Memory that was given back to the C library, and what it still says.
///
/// Swift overwrites nothing when it lets go of a text. What can be done from outside is done here: while a sealed notebook is open,
/// whatever any thread gives back is overwritten by the C library at once (mallopt(3), `M_PERTURB`); at locking, blocks that were
/// given back before that began are taken once more and overwritten, and whole pages go back to the system. What somebody holds on
/// to stays, and so may parts of blocks that were cut up before.
public enum FreedMemory {
    /// Has overwritten whatever is given back from now on.
    public static func overwriteFromNowOn() { _ = option?(perturb, 0x55) }

    /// Overwrites what was given back before, as far as it can be reached.
    public static func overwriteWhatIsLeft() {
        sweep()
        _ = trim?(0)
    }

    /// Takes a large piece of memory as it comes: the C library would fill that as well.
    ///
    /// From then on what is given back is overwritten again.
    ///
    /// - Parameter body: what takes it.
    /// - Returns: what `body` returns.
    public static func unfilled<Result>(_ body: () -> Result) -> Result {
        _ = option?(perturb, 0)
        defer { overwriteFromNowOn() }
        return body()
    }

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
    private static let option: (@convention(c) (Int32, Int32) -> Int32)? = function("mallopt")
    private static let trim: (@convention(c) (Int) -> Int32)? = function("malloc_trim")

    private static func function<Function>(_ name: String) -> Function? {
        dlsym(nil, name).map { unsafeBitCast($0, to: Function.self) }
    }
}
