/// What a piece of the screen means; the theme decides how each role looks.
///
/// A role never speaks by colour alone: whoever uses one also writes the word or the mark.
public enum Role: String, CaseIterable, Sendable {
    /// Ordinary text.
    case text
    /// Text of lesser weight: particulars, what is empty.
    case faint
    /// The title line.
    case title
    /// A tab that is not open.
    case tab
    /// The open tab.
    case tabOpen = "tab-open"
    /// A heading within the work.
    case heading
    /// Rules and frames.
    case rule
    /// The selected row of the focused list.
    case selection
    /// The ▌ before the selected row or field.
    case mark
    /// A field's name.
    case label
    /// What is typed into a field.
    case field
    /// The star of a field that must be filled in.
    case required
    /// The help line below a form.
    case help
    /// A key in the hint line.
    case hintKey = "hint-key"
    /// What a key does.
    case hint
    /// A message that all went well.
    case done
    /// A message that needs no action.
    case notice
    /// A message or field that needs care.
    case warning
    /// A refusal, and a field with a problem.
    case problem
    /// A deadline that has passed.
    case overdue
    /// A deadline that is close.
    case soon
    /// A field that two people wrote differently.
    case conflict
    /// A level of a matter: red.
    case levelRed = "level-red"
    /// A level of a matter: orange.
    case levelOrange = "level-orange"
    /// A level of a matter: yellow.
    case levelYellow = "level-yellow"
    /// A level of a matter: blue.
    case levelBlue = "level-blue"
    /// The part of a text that was searched for.
    case match
    /// The done part of a bar.
    case barDone = "bar-done"
    /// The rest of a bar.
    case barRest = "bar-rest"
    /// The edge and title of a dialog.
    case dialog
}
