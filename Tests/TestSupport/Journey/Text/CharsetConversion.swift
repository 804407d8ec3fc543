import Glibc

/// Text to bytes and back, through iconv.
package enum CharsetConversion {
    /// Encodes text.
    ///
    /// - Parameters:
    ///   - text: what a person types.
    ///   - charset: what the terminal speaks.
    /// - Returns: the bytes, nil when a character has none in the charset.
    package static func bytes(_ text: String, in charset: TerminalCharset) -> [UInt8]? {
        charset == .utf8 ? Array(text.utf8) : convert(Array(text.utf8), from: .utf8, to: charset)
    }

    /// Decodes bytes.
    ///
    /// - Parameters:
    ///   - bytes: whole characters.
    ///   - charset: of the bytes.
    /// - Returns: the text, nil when the bytes are none.
    package static func text(_ bytes: [UInt8], from charset: TerminalCharset) -> String? {
        guard charset != .utf8 else { return String(validating: bytes, as: UTF8.self) }
        return convert(bytes, from: charset, to: .utf8).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func convert(
        _ bytes: [UInt8], from source: TerminalCharset, to target: TerminalCharset
    ) -> [UInt8]? {
        guard let converter = iconv_open(target.rawValue, source.rawValue), Int(bitPattern: converter) != -1
        else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // GB18030 needs at most four bytes where UTF-8 needs two, UTF-8 at most three where GB18030 needs two.
        var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
        var inputLeft = input.count
        var outputLeft = output.count
        let lost = input.withUnsafeMutableBufferPointer { inputBuffer in
            output.withUnsafeMutableBufferPointer { outputBuffer in
                var from = inputBuffer.baseAddress
                var into = outputBuffer.baseAddress
                return iconv(converter, &from, &inputLeft, &into, &outputLeft)
            }
        }
        guard lost == 0, inputLeft == 0 else { return nil }
        return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    }
}
