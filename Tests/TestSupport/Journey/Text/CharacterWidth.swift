import Glibc

/// How many cells a terminal gives a character.
package enum CharacterWidth {
    // newlocale's result is never freed nor changed, and uselocale only reads it.
    private nonisolated(unsafe) static let unicodeLocale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    /// wcwidth(3), which the Glibc module hides: it needs _XOPEN_SOURCE.
    private static let libcWidth = dlsym(nil, "wcwidth").map {
        unsafeBitCast($0, to: (@convention(c) (wchar_t) -> Int32).self)
    }

    /// The width of one character.
    ///
    /// libc's table first, because ncurses uses it; what libc does not know (glibc 2.36: Extension H and later) gets the
    /// width real terminals give it.
    ///
    /// - Parameter scalar: any character.
    /// - Returns: 0 for combining marks and joiners, 1 or 2.
    package static func cells(_ scalar: Unicode.Scalar) -> Int {
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        if let unicodeLocale, let libcWidth {
            // wcwidth asks the thread's locale; the test runner itself runs in "C".
            let before = uselocale(unicodeLocale)
            defer { uselocale(before) }
            let width = libcWidth(wchar_t(scalar.value))
            if width >= 0 { return Int(width) }
        }
        return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// East Asian Wide and Fullwidth (UAX #11), coarse: used only where libc has no answer.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F900...0x1F9FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
