import Glibc

/// Asks the terminal itself how wide it draws something: by where the cursor stands afterwards.
enum CursorProbe {
    /// How long an answer may take, over a slow line, in milliseconds.
    private static let patience: Int32 = 700

    /// The columns that a text takes; `nil` when the terminal does not answer.
    static func columns(of text: String) -> Int? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var raw = before
        cfmakeraw(&raw)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) == 0 else { return nil }
        defer {
            // Whatever came late must not reach the shell.
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        }
        Console.show("\r" + text + "\u{1B}[6n")
        let column = answer()
        Console.show("\r\u{1B}[K")
        return column.map { $0 - 1 }
    }

    /// Reads `ESC [ row ; column R` (ECMA-48, CPR).
    private static func answer() -> Int? {
        var bytes: [UInt8] = []
        while bytes.count < 32 {
            var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, patience) > 0 else { return nil }
            var byte: UInt8 = 0
            guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
            bytes.append(byte)
            if byte == UInt8(ascii: "R") { break }
        }
        guard let start = bytes.lastIndex(of: UInt8(ascii: "[")), bytes.last == UInt8(ascii: "R") else { return nil }
        let numbers = bytes[(start + 1)...].dropLast().split(separator: UInt8(ascii: ";"))
        guard numbers.count == 2 else { return nil }
        return Int(String(decoding: numbers[1], as: UTF8.self))
    }
}
