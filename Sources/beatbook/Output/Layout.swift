import Glibc
import Printing

/// How tables are written here: lined up for a reader, parted by tabs for a program.
enum Layout {
    static var current: TextTable.Layout {
        guard Surroundings.isOutputTerminal else { return .tabs }
        return .aligned(columns: columns)
    }

    /// The terminal's columns; 80 when it does not say.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Prints a table.
    static func print(_ table: TextTable) {
        for line in table.lines(current) { Console.out(line) }
    }
}
