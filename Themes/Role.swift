/// What a piece of text on the screen means; a theme says how each looks.
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Ordinary text, and the background of the screen.
    case text
    /// Text of lesser weight: dates, explanations, empty marks.
    case dim
    /// The title line.
    case title
    /// A pane's name in the line of panes.
    case tab
    /// The name of the pane shown.
    case tabActive
    /// A heading inside a pane.
    case heading
    /// The selected row; must be visible without colour.
    case selection
    /// The mark at the left of the selected row.
    case selectionMark
    /// The name of a field.
    case label
    /// A field's content.
    case field
    /// The field that has the caret; must be visible without colour.
    case fieldFocused
    /// A chosen option in a field of choices; must be visible without colour.
    case choice
    /// A refusal.
    case error
    /// Something to know before going on.
    case warning
    /// A deadline set by law that has passed.
    case overdue
    /// A deadline set by law that is near.
    case due
    /// An internal goal; never looks like a deadline.
    case goal
    /// Something done.
    case success
    /// A matter at level green.
    case levelGreen
    /// A matter at level blue.
    case levelBlue
    /// A matter at level orange.
    case levelOrange
    /// A matter at level red.
    case levelRed
    /// A conflict between two laptops.
    case conflict
    /// What differs between two texts; must be visible without colour.
    case markedDifference
    /// What matches a search; must be visible without colour.
    case match
    /// A value kept from view.
    case masked
    /// A message in the status line.
    case status
    /// What a key does, in the line of keys.
    case hint
    /// The key itself, in the line of keys.
    case key
    /// Lines between parts.
    case rule
    /// The filled part of a bar.
    case bar
    /// The empty part of a bar.
    case barEmpty
    /// The ground of a dialog.
    case dialog
}
