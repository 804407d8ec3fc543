/// One line of the table.
struct Line {
    /// What was measured.
    let what: String
    /// How many records there were.
    let records: Int
    /// What came out, in words.
    let measured: String
    /// What is held against the budget.
    var value: Double?
    /// The most that it may be, in the same unit.
    var budget: Double?
    /// The unit of both.
    var unit = "ms"

    /// Many measurements, held against the budget by their 99th percentile or their median.
    static func of(
        _ what: String, _ records: Int, _ samples: Samples, budget: Double? = nil, byMedian: Bool = false
    ) -> Line {
        let values = [samples.median, samples.p99, samples.processorMedian, samples.processorP99].map(Self.text)
        let measured =
            "median \(values[0]), p99 \(values[1]) ms (cpu \(values[2]), \(values[3])) n=\(samples.wall.count)"
        return Line(
            what: what, records: records, measured: measured,
            value: byMedian ? samples.median : samples.p99, budget: budget)
    }

    /// Prints it.
    func print() { Swift.print(text) }

    /// The line.
    var text: String {
        var verdict = ""
        if let value, let budget {
            verdict =
                value <= budget
                ? "ok" : "MISSED by \(Self.text(value - budget)) \(unit) (×\(Self.text(value / budget)))"
        }
        let limit = budget.map { "≤ \(Self.text($0)) \(unit)" } ?? "–"
        return [Self.padded("\(records)", 7), what, measured, limit, verdict].joined(separator: " | ")
    }

    /// A number with as many digits as it deserves.
    static func text(_ value: Double) -> String {
        let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        return digits == 0 ? "\(Int(rounded))" : "\(rounded)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
