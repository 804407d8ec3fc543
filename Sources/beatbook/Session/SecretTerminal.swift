import Desk
import Glibc

/// Asks on the terminal of the process, whatever its input and output are.
enum SecretTerminal {
    /// Whether somebody can be asked.
    static var isThere: Bool {
        let file = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard file >= 0 else { return false }
        close(file)
        return true
    }

    /// Asks for a line.
    ///
    /// - Parameters:
    ///   - question: what is asked for.
    ///   - isHidden: whether what is typed is not shown. Ctrl-C then ends the question and not the program, so that the
    ///     terminal never stays without its echo.
    /// - Returns: the line without its end; `nil` when there is no terminal, or whoever was asked went away.
    static func ask(_ question: Label, isHidden: Bool) -> String? {
        let file = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var usual = termios()
        guard tcgetattr(file, &usual) == 0 else { return nil }
        if isHidden {
            var quiet = usual
            quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
            // With signals off Ctrl-C comes as a character; it ends the line at once.
            withUnsafeMutableBytes(of: &quiet.c_cc) { $0[Int(VEOL)] = interrupt }
            tcsetattr(file, TCSAFLUSH, &quiet)
        }
        defer { if isHidden { tcsetattr(file, TCSAFLUSH, &usual) } }
        show(question.spoken, on: file)
        defer { if isHidden { show("\n", on: file) } }
        return line(from: file)
    }

    private static let interrupt: UInt8 = 3

    private static func line(from file: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: PassphraseFile.most)
        var count = 0
        defer { for place in bytes.indices { bytes[place] = 0 } }
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress?.advanced(by: count), 1) }
            if got < 0, errno == EINTR { continue }
            guard got == 1, bytes[count] != interrupt else { return nil }
            if bytes[count] == 0x0A { return Surroundings.charset.text(of: Array(bytes[..<count])) }
            count += 1
        }
        return nil
    }

    private static func show(_ text: String, on file: Int32) {
        let bytes = Surroundings.charset.bytes(of: text)
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
}
