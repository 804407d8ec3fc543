import CNcurses
import Synchronization

/// Makes ncurses use our widths: ncurses asks `wcwidth`, and the program's own `wcwidth` answers.
///
/// libc's answer depends on the locale and knows nothing of the terminal: in a GB18030 locale it gives “ — · and box lines
/// two columns whatever the terminal draws, and it can never be told that a terminal draws them wide. A symbol of the
/// program takes precedence over a shared library's, so ncurses calls ``answer(for:)`` and both sides agree by
/// construction. ``CursesScreen`` checks at start that it took effect and goes by ncurses' answers where it did not.
enum NcursesWidth {
    /// The table in force, as an address; 0 leaves the answer to libc.
    ///
    /// Tables are never freed: a thread may be reading one.
    private static let table = Atomic<UInt>(0)
    /// Puts widths in force for the rest of the process's life.
    static func use(_ width: TextWidth) {
        // The last entry is for the private-use planes, which nobody measures scalar by scalar.
        let columns = UnsafeMutablePointer<Int8>.allocate(capacity: WidthTable.measured + 1)
        width.table.copy(to: columns)
        columns[WidthTable.measured] = Int8(width.ambiguousColumns ?? 1)
        if let ambiguous = width.ambiguousColumns {
            for range in AmbiguousWidth.ranges where range.upperBound < WidthTable.measured {
                for value in range where columns[Int(value)] > 0 { columns[Int(value)] = Int8(ambiguous) }
            }
        }
        table.store(UInt(bitPattern: columns), ordering: .releasing)
    }

    /// How many columns a scalar takes; -1 when it cannot be shown.
    static func answer(for value: UInt32) -> Int32 {
        let address = table.load(ordering: .acquiring)
        if let columns = UnsafePointer<Int8>(bitPattern: address) {
            if value < WidthTable.measured { return Int32(columns[Int(value)]) }
            if AmbiguousWidth.contains(value) { return Int32(columns[WidthTable.measured]) }
            return Int32(WidthTable.columnsBeyond(value) ?? -1)
        }
        guard let libc = terminal_libc_wcwidth() else { return value < 0x20 ? -1 : 1 }
        return libc(Int32(truncatingIfNeeded: value))
    }
}

/// Stands in for libc's `wcwidth` in this process; see ``NcursesWidth``.
@_cdecl("wcwidth")
public func widthForNcurses(_ value: UInt32) -> Int32 { NcursesWidth.answer(for: value) }
