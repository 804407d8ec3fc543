import Glibc

/// The encoding of the locale.
enum Charset {
    case utf8
    case gb18030

    /// By the name `nl_langinfo(CODESET)` gives; what is neither of the two, such as the plain C locale's ASCII, is taken for UTF-8.
    init(codeset: String) {
        switch codeset.uppercased() {
        case "GB18030", "GBK", "GB2312": self = .gb18030
        default: self = .utf8
        }
    }

    /// Bytes as text; `nil` when they are none.
    func text(of bytes: [UInt8]) -> String? {
        switch self {
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .gb18030:
            Self.convert(bytes, from: "GB18030", to: "UTF-8").flatMap { String(validating: $0, as: UTF8.self) }
        }
    }

    /// Text as bytes; UTF-8 when the system has no table for the encoding.
    func bytes(of text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .gb18030: Self.convert(Array(text.utf8), from: "UTF-8", to: "GB18030") ?? Array(text.utf8)
        }
    }

    private static func convert(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8]? {
        guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                var fromLeft = input.count
                var toLeft = output.count
                guard iconv(converter, &from, &fromLeft, &to, &toLeft) != Int.max, fromLeft == 0 else { return nil }
                return output.count - toLeft
            }
        }
        return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
    }
}
