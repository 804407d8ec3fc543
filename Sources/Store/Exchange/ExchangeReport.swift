/// What an exchange with a place brought.
public struct ExchangeReport: Hashable, Sendable {
    /// Files of one direction.
    public struct Count: Hashable, Sendable {
        /// How many segments.
        public internal(set) var segments = 0
        /// How many bytes.
        public internal(set) var bytes = 0

        init() {}
    }

    /// The place's random identity; `nil` when it has none and takes none.
    public internal(set) var place: String?
    /// What came from there.
    public internal(set) var received = Count()
    /// What was put there.
    public internal(set) var sent = Count()
    /// How many changes came; the same change counts as often as it came.
    public internal(set) var changes = 0
    /// Whose segments came, and how many.
    public internal(set) var arrived: [WriterID: Int] = [:]
    /// What is not as it should be, one for each kind.
    public internal(set) var findings: [ExchangeFinding] = []
    /// Whether it was called off before the end; doing it again goes on where it was.
    public internal(set) var isCancelled = false
    /// Whether everything that is here is there too, written out and read back: the medium may be taken away.
    public internal(set) var isSafeToRemove = false
    /// How many segments are here that the place does not have.
    public internal(set) var missingThere = 0
    /// When this laptop met the place before, in milliseconds since 1970; `nil` the first time.
    public internal(set) var lastMet: Int?
    /// Segments under this laptop's own name came that it does not remember: it was copied or restored.
    var bringsOwn = false

    init() {}
}
