/// What one action of an officer did.
///
/// It lies in one stream and one segment and is applied whole.
public struct Change: Hashable, Sendable {
    /// Where it lies.
    public var stream: Stream
    /// Who did it.
    public var officer: RecordID
    /// When, by the officer's clock.
    public var moment: Moment
    /// Whether that clock was to be trusted.
    public var clock: ClockStatus
    /// The import or other batch it is part of; a batch is undone as a whole.
    public var batch: String?
    /// The change that it takes back.
    public var undoes: ChangeID?
    /// Its steps.
    public var ops: [Op]
    /// Members of its stored line that this version does not know; they are forwarded as they are.
    public var unknown: [Value.Member]

    /// Makes a change.
    ///
    /// - Parameters:
    ///   - stream: where it lies.
    ///   - officer: who did it.
    ///   - moment: when, by the officer's clock.
    ///   - clock: whether that clock was to be trusted.
    ///   - batch: the batch it is part of.
    ///   - undoes: the change that it takes back.
    ///   - ops: its steps.
    ///   - unknown: members of its stored line that this version does not know.
    public init(
        stream: Stream, officer: RecordID, moment: Moment, clock: ClockStatus = .trusted, batch: String? = nil,
        undoes: ChangeID? = nil, ops: [Op], unknown: [Value.Member] = []
    ) {
        self.stream = stream
        self.officer = officer
        self.moment = moment
        self.clock = clock
        self.batch = batch
        self.undoes = undoes
        self.ops = ops
        self.unknown = unknown
    }

    /// The records it touches, each once, in order of first mention.
    public var records: [RecordID] {
        var seen: Set<RecordID> = []
        return ops.map(\.record).filter { seen.insert($0).inserted }
    }
}
