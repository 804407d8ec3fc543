/// Cuts a text into what is looked for: each Chinese character, kana or emoji is a word, each run of letters and
/// digits is one.
///
/// Marks and spaces only part words. Width and case are folded.
enum Words {
    /// Walks over the words of a text.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - body: gets each word, folded, and where it stands; returns whether to go on.
    static func walk(
        _ text: UnsafeRawBufferPointer,
        _ body: (_ word: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool
    ) {
        var run: [UInt8] = []
        var runStart = 0
        var runEnd = 0
        var position = 0
        func finishRun() -> Bool {
            guard !run.isEmpty else { return true }
            defer { run.removeAll(keepingCapacity: true) }
            return run.withUnsafeBytes { body($0, runStart, runEnd) }
        }
        while position < text.count {
            let start = position
            let lead = text[position]
            if (0xE4...0xE9).contains(lead), position + 3 <= text.count {
                // U+4000 to U+9FFF, nearly every character of a note: three bytes that are a word as they stand.
                if !run.isEmpty { guard finishRun() else { return } }
                position += 3
                guard body(UnsafeRawBufferPointer(rebasing: text[start..<position]), start, position) else { return }
                continue
            }
            let original = scalar(in: text, at: &position)
            let folded = CharacterClass.fold(original)
            if original >= 0x2E80, CharacterClass.isWord(original) {
                guard finishRun() else { return }
                guard body(UnsafeRawBufferPointer(rebasing: text[start..<position]), start, position) else { return }
            } else if CharacterClass.isLetter(folded) {
                if run.isEmpty { runStart = start }
                append(folded, to: &run)
                runEnd = position
            } else if original == 0x1F {
                // Parts the texts of several fields, so that no phrase reaches from one into the next.
                guard finishRun() else { return }
                guard body(UnsafeRawBufferPointer(rebasing: text[start..<position]), start, position) else { return }
            } else if CharacterClass.isWord(original) {
                guard finishRun() else { return }
                guard body(UnsafeRawBufferPointer(rebasing: text[start..<position]), start, position) else { return }
            } else if original != 0xFE0F, original != 0x200D {
                guard finishRun() else { return }
            }
        }
        _ = finishRun()
    }

    /// The words of a text.
    ///
    /// - Parameter text: the text.
    /// - Returns: each word, folded, and where it stands in bytes.
    static func of(_ text: String) -> [(word: [UInt8], range: Range<Int>)] {
        var words: [(word: [UInt8], range: Range<Int>)] = []
        var text = text
        text.withUTF8 { utf8 in
            walk(UnsafeRawBufferPointer(utf8)) { word, start, end in
                words.append((Array(word), start..<end))
                return true
            }
        }
        return words
    }

    /// Reads one code point of UTF-8; damaged bytes stand for U+FFFD.
    private static func scalar(in text: UnsafeRawBufferPointer, at position: inout Int) -> UInt32 {
        let first = UInt32(text[position])
        position += 1
        if first < 0x80 { return first }
        let following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        guard first >= 0xC0, position + following <= text.count else { return 0xFFFD }
        var value = first & (0x3F >> UInt32(following))
        for offset in 0..<following { value = value << 6 | UInt32(text[position + offset]) & 0x3F }
        position += following
        return value
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if let character = Unicode.Scalar(scalar) {
            for unit in UTF8.encode(character) ?? UTF8.encodedReplacementCharacter { bytes.append(unit) }
        }
    }
}
