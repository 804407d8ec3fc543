extension RecordID {
    /// The beginning of an identity as somebody copies it from a screen.
    public struct Prefix: Hashable, Sendable {
        /// The fewest characters that name a record: thirty bits, so that a police room has hardly two alike.
        public static let least = 6

        /// The characters, in lower case.
        public let text: String

        /// Reads the beginning of an identity; it fails when it is shorter than ``least``, as long as one, or anything else.
        ///
        /// - Parameter text: what was typed.
        public init?(_ text: String) {
            let plain = text.lowercased()
            let alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
            guard (Self.least..<26).contains(plain.count), plain.allSatisfy(alphabet.contains) else { return nil }
            self.text = plain
        }
    }
}
