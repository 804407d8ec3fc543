import Records

/// One word of a query: everything it may mean.
struct SearchTerm {
    /// Its words as the full text has them; more than one when characters and digits stand together.
    let words: [[UInt8]]
    /// Its letters, when it is made of ASCII letters and digits with at least one letter: it may be pinyin.
    let letters: [UInt8]?
    /// Its digits, when it has nothing else: it may be a telephone number.
    let digits: [UInt8]?
    /// It as an identity number.
    let identity: [UInt8]?
    /// The ways to read its letters as whole syllables, the last of which may be unfinished.
    let spellings: [Spelling]

    /// Takes a query apart.
    ///
    /// - Parameter text: what was typed.
    /// - Returns: at most eight terms; none when nothing in it can be looked for.
    static func terms(of text: String) -> [SearchTerm] {
        text.prefix(200).split(whereSeparator: \.isWhitespace).prefix(8).compactMap { SearchTerm(String($0)) }
    }

    private init?(_ text: String) {
        words = Words.of(text).map(\.word).filter { $0 != [0x1F] }
        guard !words.isEmpty else { return nil }
        let plain = text.unicodeScalars.map { CharacterClass.fold($0.value) }
        // Telephone numbers are typed with hyphens too.
        let digits = plain.filter { $0 != 0x2D && $0 != 0x2B }.map { UInt8(truncatingIfNeeded: $0) }
        let isDigits = plain.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2B }
        self.digits = isDigits && !digits.isEmpty ? digits : nil
        let letters = isDigits ? nil : Pinyin.letters(of: text)
        // Longer than any name: nobody types it, and the ways to spell it multiply.
        self.letters = letters.flatMap { $0.count <= 40 ? $0 : nil }
        identity =
            [15, 18].contains(plain.count) && plain.allSatisfy { CharacterClass.isLetter($0) && $0 < 0x80 }
            ? SearchWords.identityWords(text).first : nil
        spellings = self.letters.map { Spelling.spellings(of: $0) } ?? []
    }

    /// Whether the last of some words may go on: a single letter or digit may not, or it would find nearly everything.
    static func mayGoOn(_ words: [[UInt8]]) -> Bool {
        guard let last = words.last, last.count > 1 else { return false }
        // A Chinese character is a word of its own and never goes on.
        return last.allSatisfy { $0 < 0x80 } || last[0] < 0xE0
    }

    /// The term as a full-text expression.
    ///
    /// - Parameter roles: the roles of the fields that may be searched.
    /// - Returns: the expression; `nil` when it cannot be found in any of them.
    func expression(in roles: Set<SearchRole>) -> String? {
        var parts: [String] = []
        func add(_ columns: [SearchColumn], _ words: [[UInt8]], ready: Bool = false, goesOn: Bool) {
            // Within a phrase few words are left to go on.
            if goesOn, words.count == 1, words[0].count == 2, words[0].allSatisfy({ (0x30...0x39).contains($0) }) {
                add(columns, words, ready: ready, goesOn: false)
                add(columns, [words[0] + [WordTokenizer.goesOn]], ready: true, goesOn: false)
                return
            }
            let phrase = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            let names = columns.map(\.sql).joined(separator: " ")
            // Words hold letters, digits and characters only, so no quote can end the phrase.
            parts.append("{\(names)} : \"\(ready ? "\u{1}" : "")\(phrase)\"\(goesOn ? " *" : "")")
        }
        let texts = [SearchRole.text, .name, .short].filter(roles.contains).compactMap { SearchColumn($0) }
        if !texts.isEmpty { add(texts, words, goesOn: Self.mayGoOn(words)) }
        if roles.contains(.number) {
            let runs = words.flatMap { SearchWords.runs($0) }
            add([.number], runs, ready: true, goesOn: Self.mayGoOn(runs))
        }
        if roles.contains(.phone), let digits {
            if digits.count == SearchWords.lastDigits {
                add([.phone], [Array("#.".utf8) + digits], ready: true, goesOn: false)
            } else if digits.count >= SearchWords.leastDigits {
                add([.phone], [Array("#".utf8) + digits], ready: true, goesOn: true)
            }
        }
        if roles.contains(.idNumber), let identity { add([.identity], [identity], ready: true, goesOn: false) }
        var spelled: [SearchColumn] = []
        if roles.contains(.name) { spelled.append(.nameLetters) }
        if roles.contains(.short) { spelled.append(.shortLetters) }
        if let letters, !spelled.isEmpty {
            if letters.count == 1 {
                add(spelled, [letters], ready: true, goesOn: false)
            } else {
                add(spelled, zip(letters, letters.dropFirst()).map { [$0, $1] }, ready: true, goesOn: false)
            }
            for spelling in spellings { add(spelled, spelling.words, ready: true, goesOn: spelling.goesOn) }
        }
        return parts.isEmpty ? nil : "(" + parts.joined(separator: " OR ") + ")"
    }
}
