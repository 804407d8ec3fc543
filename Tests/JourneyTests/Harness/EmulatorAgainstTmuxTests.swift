import TestSupport
import Testing

@Suite("The emulator and tmux see the same", .enabled(if: TmuxPeer.isInstalled, "\(TmuxPeer.absence)"))
struct EmulatorAgainstTmuxTests {
    private static let size = TerminalSize(columns: 24, rows: 8)

    @Test("after random streams of what ncurses may write", arguments: 1...LongRun.count(short: 40, long: 2000))
    func random(seed: UInt64) throws {
        var writer = StreamWriter(seed: seed, size: Self.size)
        let pieces = writer.pieces(60)
        guard let difference = try difference(after: pieces) else {
            #expect(pieces.count == 60)
            return
        }
        // Drop whatever the difference does not need, so that the report can be read.
        var shortest = pieces
        var shown = difference
        for index in pieces.indices.reversed() {
            var shorter = shortest
            shorter.remove(at: index)
            if let still = try self.difference(after: shorter) {
                shortest = shorter
                shown = still
            }
        }
        Issue.record("\(EscapedBytes.text(shortest.joined().utf8))\n\(shown)")
    }

    private func difference(after pieces: [String]) throws -> String? {
        let stream = pieces.joined()
        var ours = EmulatedTerminal(size: Self.size)
        ours.feed(stream)
        let theirs = try TmuxPeer.screen(after: Array(stream.utf8), size: Self.size)
        guard ours.screen.text != theirs.text || !ours.unknown.isEmpty else { return nil }
        return "ours:\n\(ours.screen.picture)\ntmux:\n\(theirs.picture)\nunknown: \(ours.unknown)"
    }
}
