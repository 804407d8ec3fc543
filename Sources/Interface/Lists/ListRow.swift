import Themes

/// One row of a list.
public struct ListRow: Hashable, Sendable {
    /// What kind of row it is.
    public enum Kind: Hashable, Sendable {
        /// A row that can be selected.
        case item
        /// A heading of a group.
        case heading
        /// A free row between groups.
        case space
    }

    /// What kind of row it is.
    public let kind: Kind
    /// A text for each column; a heading has one.
    public let cells: [StyledLine]

    /// A row that can be selected.
    ///
    /// - Parameter cells: a text for each column.
    public init(_ cells: [StyledLine]) {
        kind = .item
        self.cells = cells
    }

    private init(_ kind: Kind, _ cells: [StyledLine]) {
        self.kind = kind
        self.cells = cells
    }

    /// A heading of a group.
    ///
    /// - Parameter text: what it says, such as `等答复 3`.
    /// - Returns: the row.
    public static func heading(_ text: String) -> ListRow { ListRow(.heading, [StyledLine(text, .heading)]) }

    /// A free row between groups.
    public static let space = ListRow(.space, [])
}
