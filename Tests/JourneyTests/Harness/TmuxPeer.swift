import TestSupport

/// tmux as a second opinion: the same bytes, another terminal emulator.
struct TmuxPeer {
    /// Why it cannot be asked here, for the skip message.
    static let absence = "tmux is not installed (or is older than 3.1): no second opinion on the emulator"
    /// Whether it can.
    static let isInstalled = ToolRun.path(of: "tmux") != nil

    /// What tmux shows after a stream of bytes.
    ///
    /// - Parameters:
    ///   - bytes: what a program writes, in UTF-8.
    ///   - size: of the terminal.
    /// - Returns: the screen, read back from `capture-pane -e` through our own emulator; the cursor is set as well.
    /// - Throws: `JourneyFailure` when tmux fails.
    static func screen(after bytes: [UInt8], size: TerminalSize) throws -> TerminalScreen {
        let folder = try ScratchFolder("tmux")
        try folder.write(bytes, to: "stream")
        // The answer to a cursor query comes when all before it was taken, so nothing here waits for time to pass.
        try folder.write(
            Array(
                """
                stty raw -echo
                cat stream
                printf '\\033[6n'
                head -c 1 >answered
                tmux -S socket wait-for -S taken
                exec cat >/dev/null
                """.utf8), to: "play")
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
        ]
        func tmux(_ arguments: String...) throws -> String {
            let run = try ToolRun(
                "tmux", ["-u", "-S", "socket", "-f", "/dev/null"] + arguments, environment: environment,
                folder: folder.path, seconds: 30)
            guard run.ending == .exited(0) else { throw JourneyFailure("tmux \(arguments): \(run.errorText)") }
            return run.text
        }
        defer { _ = try? tmux("kill-server") }
        _ = try tmux(
            "new-session", "-d", "-x", String(size.columns), "-y", String(size.rows), "sh play", ";", "set", "-g",
            "status", "off", ";", "resize-window", "-x", String(size.columns), "-y", String(size.rows))
        _ = try tmux("wait-for", "taken")
        let rows = try tmux("capture-pane", "-p", "-e", "-N").split(separator: "\n", omittingEmptySubsequences: false)
        let cursor = try tmux("display-message", "-p", "#{cursor_y} #{cursor_x}")
            .split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
        var reader = EmulatedTerminal(size: size)
        // capture-pane writes line drawing with SO and SI; ?7l keeps a full row from wrapping.
        reader.feed("\u{1B})0\u{1B}[?7l")
        for (index, row) in rows.prefix(size.rows).enumerated() {
            reader.feed("\u{1B}[\(index + 1);1H" + row)
        }
        reader.feed("\u{1B}[\(cursor[0] + 1);\(cursor[1] + 1)H")
        return reader.screen
    }
}
