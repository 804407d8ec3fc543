import Glibc

/// Waiting for what a person would wait for.
extension TerminalSession {
    /// Waits until the screen is as wanted.
    ///
    /// - Parameters:
    ///   - what: in words, for the failure.
    ///   - seconds: the deadline.
    ///   - condition: looked at after everything the program wrote was read.
    /// - Throws: `JourneyFailure` with the screen when the deadline passes or the program ends.
    package func wait(
        _ what: String, seconds: Double = patience, until condition: (TerminalScreen) -> Bool
    ) throws(JourneyFailure) {
        let deadline = MonotonicClock.milliseconds + Int(seconds * 1000)
        while true {
            drain()
            if condition(screen) { return }
            if isClosed { throw failure("the program ended while waiting for: \(what)") }
            let left = deadline - MonotonicClock.milliseconds
            if left <= 0 { throw failure("not within \(seconds) s: \(what)") }
            pump(milliseconds: left)
        }
    }

    /// Waits until some row shows a text.
    ///
    /// - Parameters:
    ///   - text: without a line break.
    ///   - seconds: the deadline.
    /// - Throws: `JourneyFailure` with the screen when the deadline passes or the program ends.
    package func wait(for text: String, seconds: Double = patience) throws(JourneyFailure) {
        try wait("the screen shows “\(text)”", seconds: seconds) { $0.contains(text) }
    }

    /// Waits until the program has read all that was typed, none of its threads runs, and nothing was written for a while.
    ///
    /// Looks at the process as well as at the clock, so a slow machine does not make it end too early. Use it where no
    /// text tells the end: before counting bytes, or to see that nothing happened.
    ///
    /// - Parameters:
    ///   - quiet: how long nothing may be written, in milliseconds.
    ///   - seconds: the deadline.
    /// - Throws: `JourneyFailure` when the program never rests.
    package func waitIdle(quiet: Int = 40, seconds: Double = patience) throws(JourneyFailure) {
        let deadline = MonotonicClock.milliseconds + Int(seconds * 1000)
        while MonotonicClock.milliseconds < deadline {
            switch pump(milliseconds: quiet) {
            case .data: continue
            case .closed: return
            case .quiet:
                let worker = terminal.foregroundGroup ?? child.id
                guard terminal.unreadInput == 0, ProcessFacts.isAsleep(worker) else { continue }
                // It may have been woken and have written between the two looks.
                if pump(milliseconds: 0) == .quiet { return }
            }
        }
        throw failure("the program does not come to rest within \(seconds) s")
    }

    /// Reads what the program writes for a given time, whatever it is: for what must happen at a moment and not at a sight.
    ///
    /// - Parameter milliseconds: for how long; it ends early when the terminal is closed.
    package func watch(milliseconds: Int) {
        let deadline = MonotonicClock.milliseconds + milliseconds
        repeat {
            if pump(milliseconds: max(0, deadline - MonotonicClock.milliseconds)) == .closed { return }
        } while MonotonicClock.milliseconds < deadline
    }

    /// Types keys and waits until the program has dealt with them.
    ///
    /// - Parameter keys: see `KeyScript`.
    /// - Throws: `JourneyFailure` for a bad key or when the program never rests.
    package func press(_ keys: String) throws(JourneyFailure) {
        try send(keys)
        try waitIdle()
    }

    /// Counts what the program writes while something is done, until it rests.
    ///
    /// - Parameter body: what is done.
    /// - Returns: bytes.
    /// - Throws: what the body throws.
    package func bytesWritten(during body: () throws -> Void) throws -> Int {
        try waitIdle()
        let before = output.count
        try body()
        try waitIdle()
        return output.count - before
    }

    /// Fails with a picture of the screen unless something holds.
    ///
    /// - Parameters:
    ///   - what: in words.
    ///   - condition: on the screen as it is.
    /// - Throws: `JourneyFailure` when it does not hold.
    package func check(_ what: String, _ condition: (TerminalScreen) -> Bool) throws(JourneyFailure) {
        drain()
        guard condition(screen) else { throw failure("does not hold: \(what)") }
    }

    /// Fails unless the frame on the screen is sound: no half glyphs, nothing wide in the last column ever, nothing the
    /// terminal did not understand.
    ///
    /// - Throws: `JourneyFailure` naming the defect.
    package func checkSoundFrame() throws(JourneyFailure) {
        try waitIdle()
        try check("no half of a wide glyph is left alone") { $0.orphanedHalves == 0 }
        try check("no wide glyph was sent to the last column") { $0.wideInLastColumn == 0 }
        guard unknownSequences.isEmpty, undecodable == 0 else {
            throw failure("the program wrote what no terminal understands")
        }
    }

    /// Waits until the program has ended.
    ///
    /// - Parameter seconds: the deadline.
    /// - Returns: how it ended.
    /// - Throws: `JourneyFailure` when it still runs at the deadline.
    @discardableResult
    package func waitForExit(seconds: Double = patience) throws(JourneyFailure) -> ProcessEnding {
        let deadline = MonotonicClock.milliseconds + Int(seconds * 1000)
        while MonotonicClock.milliseconds < deadline {
            drain()
            if let ending { return ending }
            pause()
        }
        throw failure("the program did not end within \(seconds) s")
    }

    /// Waits until the program is stopped by a signal.
    ///
    /// - Parameter seconds: the deadline.
    /// - Throws: `JourneyFailure` when it is not stopped at the deadline.
    package func waitUntilStopped(seconds: Double = patience) throws(JourneyFailure) {
        let deadline = MonotonicClock.milliseconds + Int(seconds * 1000)
        while MonotonicClock.milliseconds < deadline {
            drain()
            if isStopped { return }
            pause()
        }
        throw failure("the program did not stop within \(seconds) s")
    }

    /// Sends a signal to the program.
    ///
    /// - Parameter signal: which.
    package func signal(_ signal: ProcessSignal) {
        child.look()
        guard child.ending == nil else { return }
        Glibc.kill(child.id, signal.number)
    }

    /// Sends a signal to the group that has the keyboard: the program a shell started.
    ///
    /// - Parameter signal: which.
    package func signalForeground(_ signal: ProcessSignal) {
        guard let group = terminal.foregroundGroup else { return }
        Glibc.kill(-group, signal.number)
    }

    /// Lets the system report the next change of the process: there is no descriptor to wait on for that.
    private func pause() {
        if pump(milliseconds: 5) == .closed { poll(nil, 0, 5) }
    }
}
