import Glibc

/// The system's words for an error number.
enum SystemErrorText {
    /// Gives the text.
    ///
    /// - Parameter code: an `errno` value.
    /// - Returns: words and number.
    static func text(for code: Int32) -> String {
        var room = [CChar](repeating: 0, count: 256)
        strerror_r(code, &room, room.count)
        let text = String(decoding: room.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(text) (errno \(code))"
    }
}
