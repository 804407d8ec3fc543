/// The last wrong try at unlocking.
struct FailedAttempt {
    /// When it was, by the officer's clock; milliseconds since 1970.
    let milliseconds: Int
    /// How long the next one has to wait, in milliseconds.
    let delay: Int

    // How many milliseconds are left to wait.
    //
    // - Parameter now: by the officer's clock; a clock that was set back starts the wait again.
    func left(at now: Int) -> Int {
        let passed = now - milliseconds
        return passed < 0 ? delay : max(0, delay - passed)
    }
}
