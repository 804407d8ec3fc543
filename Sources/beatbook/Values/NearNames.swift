/// Names that somebody may have meant.
enum NearNames {
    /// The nearest of some names, the nearest first.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - names: what there is.
    /// - Returns: three at most; none when nothing is near.
    static func of(_ text: String, among names: [String]) -> [String] {
        let wanted = plain(text)
        guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
        let most = max(1, wanted.count / 3)
        let found = names.compactMap { name -> (name: String, distance: Int)? in
            let other = plain(name)
            if other.starts(with: wanted) || wanted.starts(with: other) { return (name, 0) }
            let distance = distance(wanted, other)
            return distance <= most ? (name, distance) : nil
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    private static func plain(_ text: String) -> [Character] {
        text.lowercased().map { $0 == "-" ? "_" : $0 }
    }

    /// How many characters must be changed, left out, put in or swapped with their neighbour (optimal string alignment).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            for (j, b) in right.enumerated() {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a == b ? 0 : 1))
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
