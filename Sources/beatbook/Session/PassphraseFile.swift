import Desk
import Glibc

/// Reads a passphrase from the first line of a file, a pipe, or `/dev/fd/N`.
///
/// Arguments and the environment are seen by other processes; a file descriptor is not.
enum PassphraseFile {
    /// The longest passphrase, in bytes.
    static let most = 4096

    static func read(_ path: String) throws(CommandFailure) -> String {
        guard var bytes = SmallFile.read(path, most: most) else {
            throw CommandFailure(
                .usage,
                Label(
                    "口令文件 \(path) 读不出来，或超过 \(most) 字节。请检查路径和权限。",
                    "The passphrase file \(path) cannot be read or is over \(most) bytes. Check its path and permissions."
                ))
        }
        defer { for place in bytes.indices { bytes[place] = 0 } }
        var facts = stat()
        if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_mode & 0o077 != 0 {
            Console.note(
                Label(
                    "提醒：其他用户能读 \(path)。请运行 chmod 600。", "Note: other users can read \(path). Run chmod 600 on it."))
        }
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        guard let text = Surroundings.charset.text(of: Array(line)), !text.isEmpty else {
            throw CommandFailure(
                .usage,
                Label(
                    "口令文件 \(path) 的第一行是空的，或不是文字。", "The first line of the passphrase file \(path) is empty or no text.")
            )
        }
        return text
    }
}
