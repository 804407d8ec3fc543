import GRDBSQLite

/// Memory for a stored image of the index, such as SQLite can take over.
public final class IndexImage {
    private(set) var pointer: UnsafeMutableRawPointer?
    /// How many bytes it has.
    public let count: Int
    /// How many bytes the memory has.
    ///
    /// SQLite gets more by moving everything (memdb.c, memdbEnlarge): with the 170 MB of 100,000 records that would keep the
    /// first save waiting for a tenth of a second and double what is resident. What is not written to costs nothing.
    let capacity: Int

    /// Takes memory and lets it be filled, so that a decrypted image is never held twice.
    ///
    /// - Parameters:
    ///   - count: how many bytes.
    ///   - fill: writes the image.
    /// - Throws: ``IndexError/database(code:step:)`` when there is no memory, and what `fill` throws.
    public init(count: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Void) throws {
        capacity = count + max(count / 4, Self.leastRoom)
        guard let memory = sqlite3_malloc64(sqlite3_uint64(capacity)) else {
            throw IndexError.database(code: SQLITE_NOMEM, step: "image")
        }
        pointer = memory
        self.count = count
        try fill(UnsafeMutableRawBufferPointer(start: memory, count: count))
    }

    /// Room for what is written in a day at least, 16 MiB.
    private static let leastRoom = 16 << 20

    deinit { sqlite3_free(pointer) }

    /// Gives the memory away.
    func release() -> UnsafeMutableRawPointer? {
        defer { pointer = nil }
        return pointer
    }
}
