public import Records

extension Store {
    private static let places = "places"
    private static let meetings = "meetings"
    /// A meeting is written down again after so many milliseconds: nothing new should cost next to nothing.
    private static let moment = 60_000

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
        /// What was not as it should be, as far as it lasts.
        public let findings: [ExchangeFinding]

        init?(_ member: Value.Member) {
            guard let parts = member.value.list, parts.count >= 3, let path = parts[0].text, let met = parts[1].number,
                let missing = parts[2].number
            else { return nil }
            id = member.name
            self.path = path
            self.met = met
            self.missing = missing
            findings = (parts.count > 3 ? parts[3].list ?? [] : []).compactMap { ExchangeFinding(stored: $0) }
        }

        init(id: String, path: String, met: Int, missing: Int, findings: [ExchangeFinding]) {
            self.id = id
            self.path = path
            self.met = met
            self.missing = missing
            self.findings = findings
        }

        /// As kept in the private folder.
        var member: Value.Member {
            .init(id, .list([.text(path), .number(met), .number(missing), .list(findings.compactMap(\.stored))]))
        }
    }

    /// The places this laptop exchanged with, the last one first.
    public var knownPlaces: [KnownPlace] {
        (localValue(Self.places)?.members ?? []).compactMap { KnownPlace($0) }
            .sorted { ($1.met, $0.id) < ($0.met, $1.id) }
    }

    /// Another laptop, or an earlier incarnation of one.
    public struct KnownWriter: Hashable, Sendable {
        /// Its name in the files.
        public let id: WriterID
        /// Whether it is this laptop as it writes now.
        public let isOwn: Bool
        /// Whom it goes on from, and since when; `nil` when that is not known.
        public let former: FormerWriter?
        /// The number of its newest segment here, by stream.
        public let newest: [Stream: Int]
        /// Numbers of its segments that are not here although later ones are, by stream.
        public let missing: [Stream: Int]
        /// How far it had this laptop's segments when it wrote its newest one, by stream.
        public let knowsOwn: [Stream: Int]
        /// When this laptop wrote the last of what it had then, as far as that can be told; milliseconds since 1970.
        public let knowsOwnUntil: Int?
        /// When something of it came last, in milliseconds since 1970; `nil` when nothing did.
        public let met: Int?
        /// The last change of it that can be read here.
        public let lastChange: StoredChange?
        /// The newest of its changes that gave a record a number; by it the laptop's letter is known.
        public let lastNumber: String?
    }

    /// Everybody whose segments are here, this laptop included, in the order of their names.
    ///
    /// - Returns: how far each is.
    /// - Complexity: reads two segments for each.
    public func knownWriters() -> [KnownWriter] {
        let met = localValue(Self.meetings)
        return writers.map { known($0, met: met?[$0.rawValue]?.number) }
    }

    private func known(_ writer: WriterID, met: Int?) -> KnownWriter {
        var newest: [Stream: Int] = [:]
        var missing: [Stream: Int] = [:]
        var knowsOwn: [Stream: Int] = [:]
        var knowsUntil: Int?
        var former = writer == self.writer ? identityInUse?.former : nil
        var last: StoredChange?
        var number: String?
        func take(_ stored: StoredChange) {
            number = stored.change.ops.last { $0.path.rawValue == "number" }?.value.text ?? number
            if stored.change.moment.milliseconds > last?.change.moment.milliseconds ?? .min { last = stored }
        }
        for state in streams.values.sorted(by: { $0.stream < $1.stream }) {
            if let names = state.catalog[writer], let name = names.last {
                newest[state.stream] = name.number
                missing[state.stream] = name.number - Set(names.map(\.number)).count
                if let reading = try? read(writer, name, state) {
                    former = former ?? reading.header?.former
                    let known = reading.header?.seen.first { $0.writer == self.writer }?.number
                    knowsOwn[state.stream] = known
                    for change in reading.changes { take(change.stored) }
                    if writer != self.writer, let known, let until = lastMoment(ofOwn: known, state) {
                        knowsUntil = max(knowsUntil ?? .min, until)
                    }
                }
            }
            if writer == self.writer, let last = state.pending.last?.stored(in: state.stream) { take(last) }
        }
        return KnownWriter(
            id: writer, isOwn: writer == self.writer, former: former, newest: newest,
            missing: missing.filter { $0.value > 0 }, knowsOwn: knowsOwn, knowsOwnUntil: knowsUntil, met: met,
            lastChange: last, lastNumber: number)
    }

    /// When the last change of one of this laptop's own segments was made.
    private func lastMoment(ofOwn number: Int, _ state: StreamState) -> Int? {
        guard let name = state.catalog[writer]?.last(where: { $0.number == number }) else { return nil }
        return (try? read(writer, name, state))?.changes.last?.stored.change.moment.milliseconds
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
        guard let id = report.place else { return }
        let place = KnownPlace(
            id: id, path: result.home, met: now, missing: report.missingThere,
            findings: report.findings.filter { $0.stored != nil })
        if let known = knownPlaces.first(where: { $0.id == id }), known.path == place.path,
            known.missing == place.missing, known.findings == place.findings, abs(now - known.met) < Self.moment
        {
            return
        }
        var members = localValue(Self.places)?.members ?? []
        members.removeAll { $0.name == id }
        members.append(place.member)
        try? setLocalValue(.object(members), for: Self.places)
    }
}
