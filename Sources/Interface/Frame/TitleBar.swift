public import Terminal
import Themes

/// The title line and the line of panes with counts of open matters.
public struct TitleBar: Hashable, Sendable {
    /// One pane on the line.
    public struct Tab: Hashable, Sendable {
        /// Its name.
        public let title: String
        /// How many open matters it has; nothing is written for none.
        public let count: Int

        /// A tab.
        ///
        /// - Parameters:
        ///   - title: its name.
        ///   - count: how many open matters it has.
        public init(_ title: String, count: Int = 0) {
            self.title = title
            self.count = count
        }

        var text: String { count > 0 ? "\(title) \(count)" : title }
    }

    /// The place and the officer, at the left.
    public let title: String
    /// The day, the sync state and conflicts, at the right.
    public let particulars: StyledLine
    /// The panes.
    public let tabs: [Tab]
    /// Which one is open.
    public let open: Int

    /// The two lines.
    ///
    /// - Parameters:
    ///   - title: the place and the officer.
    ///   - particulars: the day, the sync state and conflicts.
    ///   - tabs: the panes.
    ///   - open: which one is open.
    public init(title: String, particulars: StyledLine, tabs: [Tab], open: Int) {
        self.title = title
        self.particulars = particulars
        self.tabs = tabs
        self.open = open
    }

    /// How many rows it takes: title, panes, and one free row.
    public static let rows = 3
    private static let leastTitle = 16

    /// Draws the two lines; panes that do not fit are left out on the side away from the open one, which shows as ….
    ///
    /// - Parameters:
    ///   - canvas: the frame.
    ///   - area: the place for the work; the first rows are used.
    ///   - look: language and colours.
    public func draw(into canvas: inout Canvas, area: Rect, look: Look) {
        // However long the room's name is, the day and what waits to be settled stay.
        let titleRoom = max(Self.leastTitle, area.size.columns - look.columns(particulars.text) - 5)
        let used = canvas.write(title, row: 0, column: 1, in: area, style: look[.title], maxColumns: titleRoom)
        canvas.writeRight(particulars, row: 0, in: area, look: look, minColumn: used + 3)
        guard !tabs.isEmpty else { return }
        let open = min(max(0, self.open), tabs.count - 1)
        let widths = tabs.map { look.columns($0.text) + 2 }
        // The last tab may reach the edge.
        let room = area.size.columns - 1
        let full = widths.reduce(0, +)
        let gap = [2, 1].first { full + (tabs.count - 1) * $0 <= room } ?? 0
        var first = 0
        while first < open, widths[first...open].reduce(0, +) + (open - first) * gap > room - 2 {
            first += 1
        }
        var column = 1
        if first > 0 { column += canvas.write("…", row: 1, column: column, in: area, style: look[.tab]) }
        for index in tabs.indices.dropFirst(first) {
            guard column - 1 + widths[index] <= room else {
                canvas.write("…", row: 1, column: column, in: area, style: look[.tab])
                break
            }
            let isOpen = index == open
            let text = isOpen ? "[\(tabs[index].text)]" : " \(tabs[index].text) "
            canvas.write(text, row: 1, column: column, in: area, style: look[isOpen ? .tabActive : .tab])
            column += widths[index] + gap
        }
    }
}
