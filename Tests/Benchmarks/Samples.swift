/// Many measurements of the same thing.
struct Samples {
    private(set) var wall: [Double] = []
    private(set) var processor: [Double] = []

    /// Takes one in.
    mutating func add(_ time: Stopwatch.Time) {
        wall.append(time.wall)
        processor.append(time.processor)
    }

    /// Takes others in.
    mutating func add(_ other: Samples) {
        wall += other.wall
        processor += other.processor
    }

    /// The same with less time on the wall.
    func less(_ milliseconds: Double) -> Samples {
        var result = self
        result.wall = wall.map { $0 - milliseconds }
        return result
    }

    /// The value below which a share of the values lies.
    static func quantile(_ share: Double, of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// The median on the wall.
    var median: Double { Self.quantile(0.5, of: wall) }
    /// The 99th percentile on the wall.
    var p99: Double { Self.quantile(0.99, of: wall) }
    /// The median on the processor.
    var processorMedian: Double { Self.quantile(0.5, of: processor) }
    /// The 99th percentile on the processor: what a busy machine does not change.
    var processorP99: Double { Self.quantile(0.99, of: processor) }
}
