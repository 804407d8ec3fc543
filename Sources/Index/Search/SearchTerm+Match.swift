import Records

extension SearchTerm {
    /// Looks for the term in the text of a field.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - role: how the field takes part in finding.
    ///   - isName: whether the text is a person's name.
    /// - Returns: what was found, in bytes of UTF-8; empty when it is there but cannot be pointed at; `nil` when it is not.
    func ranges(in text: String, role: SearchRole, isName: Bool) -> [Range<Int>]? {
        switch role {
        case .none: return nil
        case .phone: return phoneRanges(in: text)
        case .idNumber:
            guard let identity, SearchWords.identityWords(text).contains(identity) else { return nil }
            return [0..<text.utf8.count]
        case .number:
            var found: [(word: [UInt8], range: Range<Int>)] = []
            for (word, range) in Words.of(text) {
                let runs = SearchWords.runs(word)
                var start = range.lowerBound
                for (place, run) in runs.enumerated() {
                    // Folded full-width letters are longer in the text; then only the end of the word is sure.
                    let end = place == runs.count - 1 ? range.upperBound : min(start + run.count, range.upperBound)
                    found.append((run, start..<end))
                    start = end
                }
            }
            return Self.ranges(of: words.flatMap { SearchWords.runs($0) }, in: found, zeros: true)
        case .text: return Self.ranges(of: words, in: Words.of(text), zeros: false)
        case .name, .short:
            if let ranges = Self.ranges(of: words, in: Words.of(text), zeros: false) { return ranges }
            guard let letters else { return nil }
            let spots = Pinyin.spots(of: text, isName: isName)
            guard let match = Pinyin.match(letters, in: spots) else { return nil }
            return [match.range]
        }
    }

    private static func ranges(
        of wanted: [[UInt8]], in words: [(word: [UInt8], range: Range<Int>)], zeros: Bool
    ) -> [Range<Int>]? {
        guard !wanted.isEmpty, words.count >= wanted.count else { return nil }
        let goesOn = mayGoOn(wanted)
        var result: [Range<Int>] = []
        var start = 0
        while start + wanted.count <= words.count {
            var matched = true
            for (offset, want) in wanted.enumerated() {
                let have = words[start + offset].word
                let isLast = offset == wanted.count - 1
                func fits(_ have: some Collection<UInt8>) -> Bool {
                    isLast && goesOn ? have.starts(with: want) : have.elementsEqual(want)
                }
                matched = fits(have) || zeros && fits(have.drop { $0 == UInt8(ascii: "0") })
                if !matched { break }
            }
            if matched {
                let last = words[start + wanted.count - 1]
                var end = last.range.upperBound
                let want = wanted[wanted.count - 1]
                // Only what was typed of the last word, where bytes and letters are one.
                if goesOn, last.range.count == last.word.count, last.word.starts(with: want) {
                    end = last.range.lowerBound + want.count
                }
                result.append(words[start].range.lowerBound..<end)
                start += wanted.count
            } else {
                start += 1
            }
        }
        return result.isEmpty ? nil : result
    }

    private func phoneRanges(in text: String) -> [Range<Int>]? {
        guard let digits else { return nil }
        let words = SearchWords.phoneWords(text)
        let isLast = digits.count == SearchWords.lastDigits
        let wanted = Array((isLast ? "#." : "#").utf8) + digits
        guard isLast || digits.count >= SearchWords.leastDigits,
            words.contains(where: { isLast ? $0 == wanted : $0.starts(with: wanted) })
        else { return nil }
        let bytes = Array(text.utf8)
        guard bytes.count >= digits.count else { return [] }
        // The last four are at the end of a number, so the last place they stand at is the one.
        let starts = (0...(bytes.count - digits.count)).filter { bytes[$0..<$0 + digits.count].elementsEqual(digits) }
        guard let start = isLast ? starts.last : starts.first else { return [] }
        return [start..<start + digits.count]
    }
}
