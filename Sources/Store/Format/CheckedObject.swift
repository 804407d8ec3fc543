import Records

/// A small JSON file of one line whose last member, `check`, is the SHA-256 of everything before it.
enum CheckedObject {
    private static let opening = Array(",\"check\":\"".utf8)
    private static let closing = Array("\"}\n".utf8)

    /// Writes one.
    ///
    /// - Parameters:
    ///   - kind: the value of the first member, `beatbook`.
    ///   - members: the others.
    /// - Returns: the file.
    static func bytes(kind: String, _ members: [Value.Member]) -> [UInt8] {
        var bytes = JSONWriter.bytes(of: .object([.init("beatbook", .text(kind))] + members))
        bytes.removeLast()
        let check = Hashing.hash(bytes).text
        return bytes + opening + Array(check.utf8) + closing
    }

    /// Reads one; `nil` when anything about it is not as it was written.
    static func read(_ bytes: [UInt8], kind: String) -> Value? {
        let tail = opening.count + 43 + closing.count
        guard bytes.count > tail, bytes.suffix(closing.count).elementsEqual(closing) else { return nil }
        let covered = bytes.count - tail
        guard bytes[covered..<covered + opening.count].elementsEqual(opening),
            Array(Hashing.hash(Array(bytes[..<covered])).text.utf8)
                .elementsEqual(bytes[(covered + opening.count)..<(bytes.count - closing.count)]),
            let value = try? JSONReader.value(of: bytes.dropLast()), value["beatbook"]?.text == kind
        else { return nil }
        return value
    }
}
