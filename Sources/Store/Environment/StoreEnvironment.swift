/// Everything the store takes from outside.
public struct StoreEnvironment: Sendable {
    /// The disk.
    public var files: any FileSystem
    /// Where random numbers come from.
    public var random: any RandomSource
    /// The clock.
    public var clock: any WallClock
    /// What tells this machine from others, such as `/etc/machine-id`; only its hash is stored.
    public var machine: String
    /// This process, so that a second one can say who holds the store.
    public var process: Int
    /// How many helper threads decode segments; 0 keeps everything on the caller's thread.
    public var decodingThreads: Int
    /// The cost of deriving a key from a passphrase, as the power of two in scrypt's N.
    ///
    /// Sealed stores only.
    public var passphraseCost: Int
    /// Sizes.
    public var tuning: StoreTuning
    /// Is told of every key and nonce; tests only.
    var witness: SealWitness?

    /// Gathers an environment.
    ///
    /// - Parameters:
    ///   - files: the disk.
    ///   - random: where random numbers come from.
    ///   - clock: the clock.
    ///   - machine: what tells this machine from others.
    ///   - process: this process's number.
    ///   - decodingThreads: how many helper threads decode segments.
    ///   - passphraseCost: the power of two in scrypt's N.
    ///   - tuning: sizes.
    public init(
        files: any FileSystem, random: any RandomSource, clock: any WallClock, machine: String, process: Int,
        decodingThreads: Int = 0, passphraseCost: Int = 17, tuning: StoreTuning = StoreTuning()
    ) {
        self.files = files
        self.random = random
        self.clock = clock
        self.machine = machine
        self.process = process
        self.decodingThreads = decodingThreads
        self.passphraseCost = passphraseCost
        self.tuning = tuning
    }
}
