import CNcurses

/// How many columns libc gives each Unicode scalar.
///
/// ncurses asks libc (`wcwidth`) and nobody else, so a table of our own that disagreed would misplace the rest of a row:
/// the table is measured, never written down. Measuring all five planes in use takes about a millisecond.
public final class WidthTable: Sendable {
    /// Scalars below this are measured; of those above, only the private-use planes hold anything.
    static let measured = 0x40000

    private let columns: [UInt8]

    /// The table of libc's `C.UTF-8` locale, which every UTF-8 locale shares.
    public static let utf8: WidthTable = WidthTable(in: terminal_measure_widths_utf8)

    /// Measures the locale the process has set with `setlocale`.
    ///
    /// - Returns: that locale's table.
    public static func ofCurrentLocale() -> WidthTable {
        WidthTable { columns, count in
            terminal_measure_widths(columns, count)
        }
    }

    private init(in measure: (UnsafeMutablePointer<UInt8>?, UInt32) -> Int32) {
        columns = [UInt8](unsafeUninitializedCapacity: Self.measured) { buffer, count in
            if measure(buffer.baseAddress, UInt32(Self.measured)) == 0 {
                // A libc without C.UTF-8 (before glibc 2.35): ASCII narrow, the East Asian blocks wide, the rest unknown.
                for scalar in buffer.indices {
                    buffer[scalar] =
                        switch scalar {
                        case 0x20..<0x7F, 0xA1..<0x300, 0x2010...0x27BF: 1
                        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3134F:
                            2
                        default: 3
                        }
                }
            }
            count = Self.measured
        }
    }

    /// Copies the table in the form `wcwidth` answers: -1 for what cannot be shown.
    func copy(to target: UnsafeMutablePointer<Int8>) {
        for (scalar, width) in columns.enumerated() { target[scalar] = width == 3 ? -1 : Int8(width) }
    }

    /// The rule above what is measured: variation selectors and tags have no width, private use takes one column.
    static func columnsBeyond(_ value: UInt32) -> Int? {
        (0xE0000...0xE01EF).contains(value) ? 0 : value >= 0xF0000 ? 1 : nil
    }

    /// How many columns a scalar takes.
    ///
    /// - Parameter scalar: the scalar.
    /// - Returns: 0, 1 or 2; nil when libc cannot show it.
    public func columns(of scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        guard value < Self.measured else { return Self.columnsBeyond(value) }
        let width = columns[Int(value)]
        return width == 3 ? nil : Int(width)
    }
}
