import Records

extension Store {
    /// Tries at unlocking that were wrong since somebody unlocked, kept over the end of the process.
    public struct WrongTries: Hashable, Sendable {
        /// How many.
        public let count: Int
        /// When the last one was; milliseconds since 1970.
        public let milliseconds: Int

        /// How long the next try has to wait after the last: from one second, doubled each time, to one minute.
        public var delay: Int { count == 0 ? 0 : min(60_000, 1000 << min(count - 1, 6)) }
    }

    /// The tries that were wrong since somebody unlocked.
    ///
    /// Their file says how many and when, nothing of who: it lies where nobody has a key yet. Whoever can remove it gains no more than
    /// the wait; what makes guessing expensive is the stretching of the passphrase.
    public var wrongTries: WrongTries {
        let bytes = (try? folder.read(FileNames.attempts)) ?? nil
        guard let kept = bytes.flatMap({ CheckedObject.read($0, kind: "attempts") }), let count = kept["count"]?.number,
            let milliseconds = kept["ms"]?.number, count > 0
        else { return lastTries }
        return WrongTries(count: max(count, lastTries.count), milliseconds: max(milliseconds, lastTries.milliseconds))
    }

    /// The one answer to everything that does not open.
    func failedAttempt() -> StoreError {
        let tries = WrongTries(
            count: min(wrongTries.count + 1, 1_000_000), milliseconds: environment.clock.now.milliseconds)
        lastTries = tries
        if report.readOnly == nil {
            let members: [Value.Member] = [
                .init("format", .number(1)), .init("count", .number(tries.count)),
                .init("ms", .number(tries.milliseconds)),
            ]
            // When it cannot be written the wait is forgotten with the process; nothing else depends on it.
            try? folder.publish(CheckedObject.bytes(kind: "attempts", members), as: FileNames.attempts)
        }
        return .wrongPassphrase(delay: tries.delay)
    }

    /// Somebody unlocked: what was wrong before is over.
    func forgetWrongTries() {
        guard wrongTries.count > 0 else { return }
        lastTries = WrongTries(count: 0, milliseconds: 0)
        if report.readOnly == nil { try? folder.remove(FileNames.attempts) }
    }
}
