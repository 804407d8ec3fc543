import TestSupport
import Testing

@Suite("A session is a person in front of a real terminal", .serialized)
struct TerminalSessionTests {
    private let home: ScratchFolder
    private let environment: [String: String]

    init() throws {
        home = try ScratchFolder("session")
        environment = JourneyEnvironment.make(home: home.path)
    }

    private func shell<Result>(
        _ script: String, size: TerminalSize = .standard, story: (TerminalSession) throws -> Result
    ) throws -> Result {
        try withTerminal("/bin/sh", ["-c", script], environment: environment, size: size, story: story)
    }

    @Test("the program has a controlling terminal of the size asked for, and only the environment given")
    func controllingTerminal() throws {
        let script = "tty; stty size </dev/tty; env | sort | tr '\\n' ' '; echo; ls -m /proc/self/fd; read x"
        try shell(script, size: .wide) { terminal in
            try terminal.wait(for: "0, 1, 2, 3")
            #expect(terminal.screen.row(0).hasPrefix("/dev/pts/"))
            #expect(terminal.screen.row(1) == "30 100")
            #expect(terminal.screen.contains("TERM=xterm-256color"))
            #expect(!terminal.screen.contains("SWIFT"))
        }
    }

    @Test("what is typed arrives, and the exit status comes back")
    func typing() throws {
        let ending = try shell("printf '姓名：'; read name; echo \"你好 $name\"; exit 7") { terminal in
            try terminal.wait(for: "姓名：")
            try terminal.send("万俟雪<Enter>")
            try terminal.wait(for: "你好 万俟雪")
            return try terminal.waitForExit()
        }
        #expect(ending == .exited(7))
    }

    @Test("a resize reaches the program as SIGWINCH")
    func resizing() throws {
        try shell("trap 'stty size' WINCH; echo ready; while :; do read x; done") { terminal in
            try terminal.wait(for: "ready")
            terminal.resize(to: TerminalSize(columns: 40, rows: 12))
            try terminal.wait(for: "12 40")
        }
    }

    @Test("signals end, stop and resume the program")
    func signals() throws {
        try shell("trap 'echo caught; exit 3' TERM; echo ready; while :; do read x; done") { terminal in
            try terminal.wait(for: "ready")
            terminal.signal(.stop)
            try terminal.waitUntilStopped()
            terminal.signal(.resume)
            terminal.signal(.terminate)
            #expect(try terminal.waitForExit() == .exited(3))
            #expect(terminal.screen.contains("caught"))
        }
        try shell("echo ready; read x") { terminal in
            try terminal.wait(for: "ready")
            terminal.signal(.kill)
            #expect(try terminal.waitForExit() == .signalled(9))
        }
    }

    @Test("closing the window is SIGHUP to the program")
    func hangUp() throws {
        let file = home.path + "/hung-up"
        try shell("trap 'echo yes >\(file); exit 0' HUP; echo ready; while :; do read x || :; done") { terminal in
            try terminal.wait(for: "ready")
            terminal.hangUp()
            #expect(try terminal.waitForExit() == .exited(0))
            #expect(try ScratchFolder.read(file) == Array("yes\n".utf8))
        }
    }

    @Test("a program started from a shell is stopped by SIGTSTP and brought back by fg")
    func jobControl() throws {
        let shell = ["PS1": "$ ", "ENV": ""]
        try withTerminal(
            "/bin/sh", ["-i"], environment: environment.merging(shell) { $1 }
        ) { terminal in
            try terminal.wait(for: "$ ")
            try terminal.send("cat<Enter>")
            try terminal.wait("cat has the keyboard") { $0.cursorRow == 1 }
            try terminal.press("echoed<Enter>")
            try terminal.wait("cat answers") { $0.row(2) == "echoed" }
            terminal.signalForeground(.terminalStop)
            try terminal.wait("the prompt is back") { $0.row($0.cursorRow) == "$" }
            try terminal.send("fg<Enter>")
            try terminal.press("again<Enter>")
            try terminal.wait("cat answers again") { $0.text.count { $0 == "again" } == 2 }
        }
    }

    @Test("a wait that fails shows the screen and the last bytes, and nothing is left running")
    func failure() throws {
        var process = 0
        let failure = try #require(throws: JourneyFailure.self) {
            try shell("printf '走访\\033[7mX'; exec sleep 1000") { terminal in
                process = terminal.processID
                try terminal.wait(for: "走访")
                try terminal.wait("the moon", seconds: 0.05) { $0.contains("moon") }
            }
        }
        #expect(failure.description.contains("the moon"))
        #expect(failure.description.contains("│走访X"))
        #expect(failure.description.contains(#"走访\e[7mX"#))
        #expect(!ScratchFolder.names(in: "/proc").contains(String(process)))
    }

    @Test("a wait ends at once when the program has ended")
    func endedProgram() throws {
        #expect(throws: JourneyFailure.self) {
            try shell("exit 1") { try $0.wait(for: "never", seconds: 600) }
        }
    }

    @Test("a long paste goes through while the program writes as much back")
    func longPaste() throws {
        try shell("stty raw -echo; printf ready; head -c 600000; printf '\\r\\nend'") { terminal in
            try terminal.wait(for: "ready")
            try terminal.send(bytes: Array(repeating: UInt8(ascii: "x"), count: 600_000))
            try terminal.wait(for: "end")
            #expect(terminal.output.count == 600_000 + 10)
        }
    }

    @Test("rest is when all keys were read and dealt with, however slow the program is")
    func idle() throws {
        let count = "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done"
        try shell("stty -echo; echo ready; while read x; do \(count); echo did $x; done") { terminal in
            try terminal.wait(for: "ready")
            let written = try terminal.bytesWritten { try terminal.send("1<Enter>2<Enter>3<Enter>") }
            #expect(terminal.screen.row(3) == "did 3")
            #expect(written == 3 * "did 1\r\n".utf8.count)
        }
    }
}
