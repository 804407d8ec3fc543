import Desk

/// The arguments of the process, as text.
enum Arguments {
    /// Reads them by the locale's encoding.
    ///
    /// `CommandLine.arguments` would put U+FFFD in place of what it cannot read, and that would be saved.
    ///
    /// - Returns: the arguments without the program's name.
    /// - Throws: `CommandFailure` for bytes that are no text.
    static func ofProcess() throws(CommandFailure) -> [String] {
        var result: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let pointer = CommandLine.unsafeArgv[index] else { continue }
            var bytes: [UInt8] = []
            var next = pointer
            while next.pointee != 0 {
                bytes.append(UInt8(bitPattern: next.pointee))
                next += 1
            }
            guard let text = Surroundings.charset.text(of: bytes) else {
                throw CommandFailure(
                    .usage,
                    Label(
                        "第 \(index) 个参数不是有效的文字编码，什么也没有做。请用 UTF-8（或与区域设置相同的编码）重试。",
                        "Argument \(index) is not valid text; nothing was done. Use UTF-8, or the encoding of your locale."
                    ))
            }
            result.append(text)
        }
        return result
    }
}
