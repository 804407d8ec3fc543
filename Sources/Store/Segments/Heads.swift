public import Records

/// Exactly which changes of a stream something contains: an index, a snapshot.
///
/// Files arrive in any order and writers may fork, so the newest number of each writer would not say it.
public struct Heads: Hashable, Sendable {
    /// Consecutive segments of one writer that are contained, with no other segment of the same number beside them when
    /// it was taken; the last one is named, those before it are the ones it follows.
    public struct Run: Hashable, Sendable {
        /// The first segment's number.
        public let from: Int
        /// The last segment.
        public let through: SegmentName

        /// Makes a run.
        ///
        /// - Parameters:
        ///   - from: the first segment's number.
        ///   - through: the last segment.
        public init(from: Int, through: SegmentName) {
            self.from = from
            self.through = through
        }
    }

    /// What is contained of the log, whose changes have no segment yet.
    public struct Logged: Hashable, Sendable {
        /// Whose log it is.
        public let writer: WriterID
        /// The number of the segment that its first change will be in.
        public let first: Int
        /// How many of its changes are contained, from the first on.
        public let count: Int
        /// The last of them.
        public let last: ChangeID

        /// Makes one.
        ///
        /// - Parameters:
        ///   - writer: whose log it is.
        ///   - first: the number of the segment that its first change will be in.
        ///   - count: how many of its changes are contained.
        ///   - last: the last of them.
        public init(writer: WriterID, first: Int, count: Int, last: ChangeID) {
            self.writer = writer
            self.first = first
            self.count = count
            self.last = last
        }
    }

    /// The stream.
    public let stream: Stream
    /// The contained segments of each writer, in order.
    public internal(set) var runs: [WriterID: [Run]]
    /// The contained part of the log; `nil` when nothing of it is.
    public internal(set) var logged: Logged?

    /// Heads that contain nothing.
    ///
    /// - Parameter stream: the stream.
    public init(stream: Stream) {
        self.stream = stream
        runs = [:]
    }

    /// The heads as a JSON value.
    public var value: Value {
        let writers = runs.sorted { $0.key < $1.key }.map { writer, runs in
            Value.Member(
                writer.rawValue,
                .list(runs.map { .list([.number($0.from), .number($0.through.number), .text($0.through.short)]) }))
        }
        var members = [
            Value.Member("stream", .text(stream.rawValue)), Value.Member("runs", .object(writers)),
        ]
        if let logged {
            members.append(
                .init(
                    "log",
                    .list([
                        .text(logged.writer.rawValue), .number(logged.first), .number(logged.count),
                        .text(logged.last.text),
                    ])))
        }
        return .object(members)
    }

    /// Reads heads.
    ///
    /// - Parameter value: what ``value`` gave; anything else gives `nil`.
    public init?(_ value: Value) {
        guard let stream = value["stream"]?.text.flatMap(Stream.init(rawValue:)), let writers = value["runs"]?.members
        else { return nil }
        self.init(stream: stream)
        for writer in writers {
            guard let list = writer.value.list else { return nil }
            var runs: [Run] = []
            for entry in list {
                guard let parts = entry.list, parts.count == 3, let from = parts[0].number,
                    let number = parts[1].number, let short = parts[2].text, from > 0, from <= number
                else { return nil }
                runs.append(Run(from: from, through: SegmentName(number: number, short: short)))
            }
            self.runs[WriterID(writer.name)] = runs
        }
        guard let log = value["log"] else { return }
        guard let parts = log.list, parts.count == 4, let writer = parts[0].text, let first = parts[1].number,
            let count = parts[2].number, count > 0, let last = parts[3].text.flatMap({ ChangeID($0) })
        else { return nil }
        logged = Logged(writer: WriterID(writer), first: first, count: count, last: last)
    }
}
