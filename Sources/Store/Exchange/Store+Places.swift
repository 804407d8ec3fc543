public import Records

extension Store {
    private static let places = "places"
    private static let meetings = "meetings"

    /// A place this laptop exchanged with.
    public struct KnownPlace: Hashable, Sendable {
        /// The place's random identity.
        public let id: String
        /// Where it was last time.
        public let path: String
        /// When, in milliseconds since 1970.
        public let met: Int
        /// How many segments it lacked afterwards.
        public let missing: Int
    }

    /// The places this laptop exchanged with, the last one first.
    public var knownPlaces: [KnownPlace] {
        (localValue(Self.places)?.members ?? []).compactMap { member in
            guard let parts = member.value.list, parts.count == 3, let path = parts[0].text, let met = parts[1].number,
                let missing = parts[2].number
            else { return nil }
            return KnownPlace(id: member.name, path: path, met: met, missing: missing)
        }.sorted { ($1.met, $0.id) < ($0.met, $1.id) }
    }

    /// Another laptop, or an earlier incarnation of one.
    public struct KnownWriter: Hashable, Sendable {
        /// Its name in the files.
        public let id: WriterID
        /// Whether it is this laptop as it writes now.
        public let isOwn: Bool
        /// The number of its newest segment here, by stream.
        public let newest: [Stream: Int]
        /// Numbers of its segments that are not here although later ones are, by stream.
        public let missing: [Stream: Int]
        /// How far it had this laptop's segments when it wrote its newest one, by stream.
        public let knowsOwn: [Stream: Int]
        /// When something of it came last, in milliseconds since 1970; `nil` when nothing did.
        public let met: Int?
        /// The last change of it that can be read here.
        public let lastChange: StoredChange?
    }

    /// Everybody whose segments are here, this laptop included, in the order of their names.
    ///
    /// - Returns: how far each is.
    /// - Complexity: reads one segment for each.
    public func knownWriters() -> [KnownWriter] {
        let met = localValue(Self.meetings)
        return writers.map { writer in
            var newest: [Stream: Int] = [:]
            var missing: [Stream: Int] = [:]
            var knowsOwn: [Stream: Int] = [:]
            var last: StoredChange?
            for state in streams.values.sorted(by: { $0.stream < $1.stream }) {
                guard let names = state.catalog[writer], let name = names.last else { continue }
                newest[state.stream] = name.number
                missing[state.stream] = name.number - Set(names.map(\.number)).count
                guard let reading = try? read(writer, name, state) else { continue }
                knowsOwn[state.stream] = reading.header?.seen.first { $0.writer == self.writer }?.number
                if let change = reading.changes.last?.stored,
                    change.change.moment.milliseconds > last?.change.moment.milliseconds ?? .min
                {
                    last = change
                }
            }
            return KnownWriter(
                id: writer, isOwn: writer == self.writer, newest: newest, missing: missing.filter { $0.value > 0 },
                knowsOwn: knowsOwn, met: met?[writer.rawValue]?.number, lastChange: last)
        }
    }

    /// Remembers a meeting.
    ///
    /// It is no truth: when it cannot be written, the meeting is forgotten.
    func noteMeeting(_ result: ExchangeResult) {
        let report = result.report
        let now = environment.clock.now.milliseconds
        if !report.arrived.isEmpty {
            var members = localValue(Self.meetings)?.members ?? []
            for writer in report.arrived.keys.sorted() {
                members.removeAll { $0.name == writer.rawValue }
                members.append(.init(writer.rawValue, .number(now)))
            }
            try? setLocalValue(.object(members), for: Self.meetings)
        }
        guard let place = report.place else { return }
        let known = knownPlaces.first { $0.id == place }
        if let known, known.path == result.home, known.missing == report.missingThere, abs(now - known.met) < 3_600_000
        {
            return
        }
        var members = localValue(Self.places)?.members ?? []
        members.removeAll { $0.name == place }
        members.append(
            .init(place, .list([.text(result.home), .number(now), .number(report.missingThere)])))
        try? setLocalValue(.object(members), for: Self.places)
    }
}
