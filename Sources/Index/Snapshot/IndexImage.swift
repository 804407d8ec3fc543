import GRDBSQLite

/// Memory for a stored image of the index, such as SQLite can take over.
public final class IndexImage {
    private(set) var pointer: UnsafeMutableRawPointer?
    /// How many bytes it has.
    public let count: Int

    /// Takes memory and lets it be filled, so that a decrypted image is never held twice.
    ///
    /// - Parameters:
    ///   - count: how many bytes.
    ///   - fill: writes the image.
    /// - Throws: ``IndexError/database(code:step:)`` when there is no memory, and what `fill` throws.
    public init(count: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Void) throws {
        guard let memory = sqlite3_malloc64(sqlite3_uint64(max(1, count))) else {
            throw IndexError.database(code: SQLITE_NOMEM, step: "image")
        }
        pointer = memory
        self.count = count
        try fill(UnsafeMutableRawBufferPointer(start: memory, count: count))
    }

    deinit { sqlite3_free(pointer) }

    /// Gives the memory away.
    func release() -> UnsafeMutableRawPointer? {
        defer { pointer = nil }
        return pointer
    }
}
