import Records

extension ExchangeFinding {
    /// What stays as it is until somebody does something about it, by its name in the private folder.
    private static let lasting: [String: Kind] = Dictionary(
        uniqueKeysWithValues: [
            .incomplete, .foreign, .newer, .unreadable, .badName, .tooDeep, .readOnly, .broken, .wentBack, .emptied,
            .damagedHere, .keyMissing, .own, .damagedKeys, .excluded, .waiting, .erasures, .otherStore,
        ].map { (kind: Kind) in ("\(kind)", kind) })

    /// Reads what ``stored`` wrote.
    init?(stored value: Value) {
        guard let parts = value.list, parts.count == 3, let kind = parts[0].text.flatMap({ Self.lasting[$0] }),
            let count = parts[1].number
        else { return nil }
        self.init(kind, count: count, example: parts[2].text)
    }

    /// As kept with the place; `nil` for what is only said once.
    var stored: Value? {
        guard Self.lasting[name] != nil else { return nil }
        return .list([.text(name), .number(count), example.map { .text($0) } ?? .null])
    }
}
