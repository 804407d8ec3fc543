package import Store

extension StoreEnvironment {
    /// An environment without anything of the real machine.
    ///
    /// - Parameters:
    ///   - files: the disk.
    ///   - seed: where the random numbers start.
    ///   - machine: which laptop.
    ///   - tuning: sizes; the default is small, so that tests are quick.
    /// - Returns: the environment.
    package static func simulated(
        _ files: any FileSystem, seed: UInt64 = 1, machine: String = "laptop", tuning: StoreTuning = .small
    ) -> StoreEnvironment {
        StoreEnvironment(
            files: files, random: GeneratorSource(SeededGenerator(seed: seed)), clock: ScriptedClock(),
            machine: machine, process: 4711, passphraseCost: 10, tuning: tuning)
    }
}

extension StoreTuning {
    /// Sizes for tests.
    package static let small: StoreTuning = {
        var tuning = StoreTuning()
        tuning.segmentBytes = 4096
        tuning.logBytes = 8192
        tuning.logReserve = 2048
        tuning.ballastBytes = 16384
        tuning.largestChange = 65536
        return tuning
    }()
}
