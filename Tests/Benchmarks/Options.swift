/// What the benchmarks were asked for.
struct Options {
    /// How many records each room has.
    var records = [1000, 10_000, 100_000]
    /// Which measurements to take; empty is all.
    var only: [String] = []
    /// Where rooms are kept from one run to the next; `nil` makes them anew and removes them.
    var keep: String?
    /// Set in a child: the measurement to take.
    var child: String?
    /// Set in a child: the room.
    var store = ""
    /// Set in a child: whether the room it makes is sealed.
    var isSealed = false
    /// Whether a child tells more than the lines of the table.
    var show = false
    /// What is wrong with the arguments.
    var problem: String?

    static let usage = """
        usage: Benchmarks [--records 1000,10000,100000] [--only NAME,…] [--keep DIR]
          --records  how many records the generated rooms have
          --only     \(Measurement.allCases.map(\.rawValue).joined(separator: ", "))
          --keep     keeps the generated rooms in a folder and takes them from there the next time
        """

    /// Reads the arguments.
    ///
    /// - Parameter arguments: without the program's name.
    init(_ arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        while let option = rest.popFirst() {
            if option == "--show" {
                show = true
                continue
            }
            if option == "--sealed" {
                isSealed = true
                continue
            }
            guard let value = rest.popFirst() else {
                problem = Self.usage
                return
            }
            switch option {
            case "--records": records = value.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }
            case "--only": only = value.split(separator: ",").map(String.init)
            case "--keep": keep = value
            case "--child": child = value
            case "--store": store = value
            default: problem = Self.usage
            }
        }
        let known = Measurement.allCases.map(\.rawValue)
        if records.isEmpty || only.contains(where: { !known.contains($0) }) { problem = Self.usage }
    }

    /// Whether a measurement was asked for.
    func wants(_ measurement: Measurement) -> Bool { only.isEmpty || only.contains(measurement.rawValue) }
}
