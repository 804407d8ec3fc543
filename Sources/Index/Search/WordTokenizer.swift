import GRDB
import GRDBSQLite

/// The full-text tokenizer: see ``Words``.
///
/// A text that begins with U+0001 holds words that are taken as they are, parted by spaces; one that begins with U+0002
/// stands at the same place as the one before it. Pinyin and telephone numbers are written that way.
final class WordTokenizer: FTS5CustomTokenizer {
    static let name = "beatbook"
    /// Begins a text of ready words.
    static let ready: UInt8 = 0x01
    /// Begins a word that stands at the place of the one before.
    static let sameplace: UInt8 = 0x02
    /// Ends the first two digits of a longer word that begins with digits, as a word of their own.
    ///
    /// Two digits begin a word of nearly every record, by its year if nothing else: gathering all words that go on from them
    /// would take longer than anything else that can be typed.
    static let goesOn = UInt8(ascii: "~")

    /// The word that stands for the first two digits of a word.
    ///
    /// - Parameter word: the word.
    /// - Returns: the word; `nil` when it does not begin with two digits or does not go on.
    static func beginning(of word: some Collection<UInt8>) -> [UInt8]? {
        guard word.count > 2, word.prefix(2).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return word.prefix(2) + [goesOn]
    }

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return SQLITE_OK }
        let text = UnsafeRawBufferPointer(start: pText, count: Int(nText))
        func emit(_ word: UnsafeRawBufferPointer, _ start: Int, _ end: Int, flags: CInt = 0) -> CInt {
            tokenCallback(
                context, flags, word.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(word.count), CInt(start),
                CInt(end))
        }
        var code = SQLITE_OK
        guard text[0] == Self.ready else {
            Words.walk(text) { word, start, end in
                code = emit(word, start, end)
                if code == SQLITE_OK, tokenization.contains(.document), let beginning = Self.beginning(of: word) {
                    code = beginning.withUnsafeBytes { emit($0, start, end, flags: FTS5_TOKEN_COLOCATED) }
                }
                return code == SQLITE_OK
            }
            return code
        }
        var start = 1
        while start < text.count, code == SQLITE_OK {
            var end = start
            while end < text.count, text[end] != 0x20 { end += 1 }
            let isSame = end > start && text[start] == Self.sameplace
            let first = isSame ? start + 1 : start
            if first < end {
                let word = UnsafeRawBufferPointer(rebasing: text[first..<end])
                // The document's side only: in a query it would widen every other word of the phrase as well.
                code = emit(word, first, end, flags: isSame ? FTS5_TOKEN_COLOCATED : 0)
            }
            start = end + 1
        }
        return code
    }
}
