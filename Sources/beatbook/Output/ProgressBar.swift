import Desk

/// A bar that grows on standard error, on a terminal only.
struct ProgressBar {
    private let what: Label
    private var shown = -1

    init(_ what: Label) {
        self.what = what
    }

    /// Shows how far it is.
    mutating func show(_ done: Int, of total: Int) {
        guard Surroundings.isErrorTerminal, total > 0 else { return }
        let percent = min(100, done * 100 / total)
        guard percent != shown else { return }
        shown = percent
        let filled = percent / 4
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 25 - filled)
        Console.show("\r\(what.spoken) \(bar) \(done)/\(total)" + (done >= total ? "\n" : ""))
    }
}
