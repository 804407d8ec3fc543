/// A segment's file name: `00000012-k3x9q2mv.jsonl`.
///
/// The number only helps a person; the identity is the hash.
public struct SegmentName: Hashable, Sendable, Comparable {
    /// The segment's number within its writer, from 1.
    public let number: Int
    /// The first 40 bits of its hash, in base 32.
    public let short: String

    /// Makes a name.
    ///
    /// - Parameters:
    ///   - number: the segment's number.
    ///   - short: the first 40 bits of its hash.
    public init(number: Int, short: String) {
        self.number = number
        self.short = short
    }

    /// Reads a file name.
    ///
    /// - Parameter text: the name; one of another shape gives `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 23, text.hasSuffix(".jsonl"), bytes.count <= 30,
            let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen >= 8, bytes.count == hyphen + 15,
            let number = Int(String(decoding: bytes[..<hyphen], as: UTF8.self)), number > 0
        else { return nil }
        self.number = number
        short = String(decoding: bytes[(hyphen + 1)..<(hyphen + 9)], as: UTF8.self)
        guard self.text == text, FileNames.isGood(text) else { return nil }
    }

    /// The file name.
    public var text: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 8 - digits.count)) + digits + "-" + short + ".jsonl"
    }

    /// The order of the numbers, then of the hashes.
    public static func < (left: SegmentName, right: SegmentName) -> Bool {
        (left.number, left.short) < (right.number, right.short)
    }
}
