import Records

/// Writes what of a record can be found, one text for each column.
enum SearchWords {
    /// How many digits at the end of a telephone number find it, and how many anywhere in it (RIGHTS.md rule 7).
    static let lastDigits = 4
    static let leastDigits = 8

    /// The texts of a record.
    ///
    /// - Parameters:
    ///   - values: the record's values.
    ///   - entry: its type.
    ///   - scopes: whose it is.
    /// - Returns: one text for each ``SearchColumn``; empty where nothing can be found.
    static func columns(_ values: FieldValues, _ entry: TypeEntry, scopes: [String]) -> [[UInt8]] {
        var columns = [[UInt8]](repeating: [], count: SearchColumn.allCases.count)
        for field in entry.searched {
            guard let column = SearchColumn(field.role) else { continue }
            for (_, text) in field.texts(in: values) {
                switch column {
                case .phone: ready(phoneWords(text), to: &columns[column.rawValue])
                case .identity: ready(identityWords(text), to: &columns[column.rawValue])
                case .number: ready(numberWords(text), to: &columns[column.rawValue])
                default:
                    if !columns[column.rawValue].isEmpty { columns[column.rawValue].append(0x1F) }
                    columns[column.rawValue].append(contentsOf: text.utf8)
                }
                if column == .name || column == .short {
                    let letters: SearchColumn = column == .name ? .nameLetters : .shortLetters
                    appendLetters(Pinyin.spots(of: text, isName: field.isName), to: &columns[letters.rawValue])
                }
            }
        }
        ready(scopes.map { Array($0.utf8.filter { $0 > 0x20 }) }, to: &columns[SearchColumn.scope.rawValue])
        return columns
    }

    /// The digits and letters by which a telephone number is found.
    static func phoneWords(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var digits: [UInt8] = []
        func finish() {
            defer { digits.removeAll() }
            guard digits.count >= lastDigits else { return }
            words.append(Array("#.".utf8) + digits.suffix(lastDigits))
            guard digits.count >= leastDigits else { return }
            for start in 0...(digits.count - leastDigits) where start < 8 {
                words.append(Array("#".utf8) + digits[start...])
            }
        }
        for scalar in text.unicodeScalars {
            let folded = CharacterClass.fold(scalar.value)
            switch folded {
            case 0x30...0x39: digits.append(UInt8(folded))
            // Written within one number: 138 0000 1234, 0000-1234567, (0000) 1234567.
            case 0x20, 0x2D, 0x28, 0x29, 0x2B: continue
            default: finish()
            }
        }
        finish()
        return words
    }

    /// The one word by which an identity number is found.
    static func identityWords(_ text: String) -> [[UInt8]] {
        let word = text.unicodeScalars.map { CharacterClass.fold($0.value) }.filter { $0 < 0x80 && $0 > 0x20 }
        return word.isEmpty ? [] : [Array("!".utf8) + word.map { UInt8($0) }]
    }

    /// The words of a working or case number: its runs of letters, of digits and its characters.
    ///
    /// A run with leading zeros is found without them too.
    static func numberWords(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        for (word, _) in Words.of(text) {
            for run in runs(word) {
                words.append(run)
                let plain = run.drop { $0 == UInt8(ascii: "0") }
                var same: [[UInt8]] = []
                if plain.count < run.count, !plain.isEmpty { same.append(Array(plain)) }
                for run in [run] + same { same += [WordTokenizer.beginning(of: run)].compactMap(\.self) }
                words += same.map { [WordTokenizer.sameplace] + $0 }
            }
        }
        return words
    }

    /// Parts letters from digits.
    static func runs(_ word: [UInt8]) -> [[UInt8]] {
        var runs: [[UInt8]] = []
        var wasDigit = false
        for byte in word {
            let isDigit = (0x30...0x39).contains(byte)
            if runs.isEmpty || isDigit != wasDigit { runs.append([]) }
            runs[runs.count - 1].append(byte)
            wasDigit = isDigit
        }
        return runs
    }

    /// For each character its pairs of initials, its initial and its readings; initials as words of their own only where a
    /// part of a name starts, or one letter would find everything.
    private static func appendLetters(_ spots: [PinyinSpot], to column: inout [UInt8]) {
        if column.isEmpty {
            column.append(WordTokenizer.ready)
        } else {
            column.append(0x20)
            column.append(0x1F)
        }
        var next = spots.first?.initials ?? []
        for (position, spot) in spots.enumerated() {
            let initials = next
            next = position + 1 < spots.count ? spots[position + 1].initials : []
            column.append(0x20)
            // The first word takes the place; all others stand there too.
            let start = column.count
            func separate() {
                guard column.count > start else { return }
                column.append(0x20)
                column.append(WordTokenizer.sameplace)
            }
            for initial in initials {
                for other in next {
                    separate()
                    column.append(initial)
                    column.append(other)
                }
                if spot.startsPart {
                    separate()
                    column.append(initial)
                }
                separate()
                column.append(Spelling.initialMark)
                column.append(initial)
            }
            for reading in spot.readings {
                separate()
                column.append(Spelling.syllableMark)
                column.append(contentsOf: Pinyin.syllable(reading).utf8)
            }
        }
    }

    private static func ready(_ words: [[UInt8]], to column: inout [UInt8]) {
        guard !words.isEmpty else { return }
        if column.isEmpty {
            column.append(WordTokenizer.ready)
        } else {
            column.append(contentsOf: [0x20, 0x1F])
        }
        for word in words {
            column.append(0x20)
            column.append(contentsOf: word)
        }
    }
}
