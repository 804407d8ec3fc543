import Desk

/// A bar for bytes, with rate and remaining time, on standard error and on a terminal only.
struct ByteBar {
    private let what: Label
    private var shown = ""

    init(_ what: Label) {
        self.what = what
    }

    /// Shows how far it is.
    mutating func show(_ progress: ExchangeProgress) {
        guard Surroundings.isErrorTerminal, progress.total > 0 else { return }
        let filled = min(25, progress.done * 25 / progress.total)
        var line = String(repeating: "█", count: filled) + String(repeating: "░", count: 25 - filled)
        line += " \(Self.size(progress.done))/\(Self.size(progress.total))"
        if let rate = progress.rate { line += "  \(Self.size(rate))/s" }
        if let remaining = progress.remaining, remaining > 0 {
            let seconds = (remaining + 999) / 1000
            line += Label("  还需 \(seconds) 秒", "  \(seconds) s left").spoken
        }
        guard line != shown else { return }
        shown = line
        Console.show("\r\(what.spoken) \(line)\u{1B}[K")
    }

    /// Ends the line.
    func end() {
        if !shown.isEmpty { Console.show("\n") }
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\(bytes >> 20).\((bytes & 0xFFFFF) * 10 >> 20) MB"
    }
}
