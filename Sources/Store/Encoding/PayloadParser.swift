import Records

/// Hands out the values of a payload line, record by record, and only those that match their commitments.
struct PayloadParser {
    /// What the line holds for one record.
    enum Found {
        /// Its values.
        case values([Value])
        /// They were erased on record.
        case erased
        /// They are damaged or gone.
        case damaged
    }

    private var scanner: LineScanner?

    init(_ line: UnsafeBufferPointer<UInt8>?) {
        guard let line else { return }
        var scanner = LineScanner(line)
        // The tag was compared when the lines were brought together.
        guard scanner.skip("["), (try? scanner.plainText()) != nil else { return }
        self.scanner = scanner
    }

    /// The next record's values.
    ///
    /// - Parameters:
    ///   - count: how many there must be.
    ///   - commitment: the hash they must have together with their salt.
    /// - Returns: what there is.
    mutating func next(_ count: Int, commitment: Fingerprint) -> Found {
        guard var scanner else { return .damaged }
        self.scanner = nil
        guard scanner.skip(",") else { return .damaged }
        if scanner.next == UInt8(ascii: "n") {
            guard let word = try? scanner.value(), word.equals("null") else { return .damaged }
            self.scanner = scanner
            return .erased
        }
        do {
            let whole = try scanner.value()
            self.scanner = scanner
            var inner = LineScanner(whole)
            try inner.expect("[")
            let salt = try inner.plainText()
            try inner.expect(",")
            let values = try inner.value()
            try inner.expect("]")
            guard inner.isAtEnd, Self.hash(salt, values) == commitment,
                case .list(let list) = try inner.parsed(values), list.count == count
            else { return .damaged }
            return .values(list)
        } catch {
            return .damaged
        }
    }

    /// Whether an element of a payload line is what its commitment says; one that was erased is.
    static func isCommitted(_ element: UnsafeBufferPointer<UInt8>, to commitment: Fingerprint) -> Bool {
        if element.equals("null") { return true }
        var inner = LineScanner(element)
        guard inner.skip("["), let salt = try? inner.plainText(), inner.skip(","), let values = try? inner.value(),
            inner.skip("]"), inner.isAtEnd
        else { return false }
        return hash(salt, values) == commitment
    }

    /// The commitment that a salt and a list of values give; `nil` when the salt is malformed.
    static func hash(_ salt: UnsafeBufferPointer<UInt8>, _ values: UnsafeBufferPointer<UInt8>) -> Fingerprint? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ChangeLines.saltLength) { bytes in
            guard Base64URL.read(salt, into: bytes) else { return nil }
            var hashing = Hashing()
            hashing.add(UnsafeRawBufferPointer(bytes))
            hashing.add(UnsafeRawBufferPointer(values))
            return hashing.finish()
        }
    }
}
