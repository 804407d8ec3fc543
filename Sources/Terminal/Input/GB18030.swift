import CNcurses

/// Conversion between GB 18030 and Unicode, with libc's tables (`iconv`).
///
/// A converter belongs to one thread.
public final class GB18030 {
    private let toUnicode: iconv_t
    private let fromUnicode: iconv_t

    /// Opens libc's converters.
    ///
    /// - Returns: nil when this libc has no GB 18030 table installed.
    public init?() {
        guard let toUnicode = iconv_open("UCS-4LE", "GB18030"), toUnicode != Self.failed else { return nil }
        guard let fromUnicode = iconv_open("GB18030", "UTF-8"), fromUnicode != Self.failed else {
            iconv_close(toUnicode)
            return nil
        }
        self.toUnicode = toUnicode
        self.fromUnicode = fromUnicode
    }

    deinit {
        iconv_close(toUnicode)
        iconv_close(fromUnicode)
    }

    /// What `iconv_open` returns on failure: `(iconv_t)-1`.
    private static var failed: iconv_t? { iconv_t(bitPattern: -1) }

    /// Decodes the first character of some bytes.
    func decode(_ bytes: ArraySlice<UInt8>) -> DecodedScalar {
        guard let lead = bytes.first else { return .incomplete }
        if lead < 0x80 { return .scalar(Unicode.Scalar(lead), bytes: 1) }
        guard (0x81...0xFE).contains(lead) else { return .invalid }
        guard bytes.count > 1 else { return .incomplete }
        let head = Array(bytes.prefix(4))
        switch head[1] {
        case 0x40...0x7E, 0x80...0xFE: return convert(head[..<2])
        case 0x30...0x39:
            if head.count > 2, !(0x81...0xFE).contains(head[2]) { return .invalid }
            if head.count > 3, !(0x30...0x39).contains(head[3]) { return .invalid }
            return head.count < 4 ? .incomplete : convert(head[...])
        default: return .invalid
        }
    }

    private func convert(_ bytes: ArraySlice<UInt8>) -> DecodedScalar {
        var input = bytes.map { CChar(bitPattern: $0) }
        var value: UInt32 = 0
        let written = Self.run(toUnicode, &input, into: &value)
        // Two scalars from one code (GB 18030-2005 has none) or none at all count as unreadable.
        guard written == 4, let scalar = Unicode.Scalar(UInt32(littleEndian: value)) else { return .invalid }
        return .scalar(scalar, bytes: bytes.count)
    }

    /// Encodes text.
    ///
    /// - Parameter text: any text; GB 18030 can hold all of Unicode.
    /// - Returns: the bytes, or nil when libc's table lacks a character.
    public func encode(_ text: String) -> [UInt8]? {
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [UInt8](repeating: 0, count: 4 * input.count)
        let written = output.withUnsafeMutableBytes { Self.run(fromUnicode, &input, into: $0) }
        return written.map { Array(output.prefix($0)) }
    }

    private static func run(_ converter: iconv_t, _ input: inout [CChar], into value: inout UInt32) -> Int? {
        withUnsafeMutableBytes(of: &value) { run(converter, &input, into: $0) }
    }

    /// Runs a converter from its initial state; returns the bytes written, or nil when it refuses.
    private static func run(
        _ converter: iconv_t, _ input: inout [CChar], into output: UnsafeMutableRawBufferPointer
    ) -> Int? {
        input.withUnsafeMutableBufferPointer { input in
            iconv(converter, nil, nil, nil, nil)
            var source = input.baseAddress
            var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
            var sourceLeft = input.count
            var targetLeft = output.count
            let result = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
            return result == Int.max || result == -1 || sourceLeft > 0 ? nil : output.count - targetLeft
        }
    }
}
