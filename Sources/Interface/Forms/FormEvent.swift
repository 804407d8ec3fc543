public import Records

/// What a form tells its owner after an input.
public enum FormEvent: Hashable, Sendable {
    /// The input means nothing to the form.
    case ignored
    /// Something moved or was typed.
    case consumed
    /// A field was filled in: store the draft.
    case draftChanged
    /// The officer wants to save: ``Form/attemptSave()`` found nothing that refuses it.
    case save
    /// The officer wants to save, and this stands against it; the focus is on the first.
    case problems([Problem])
    /// The officer goes back; the draft stays.
    case close
    /// A message for the status line.
    case refused(Label)
    /// A row of a sub-table wants to be edited in a form of its own; see ``Form/rowForm(_:)``.
    case openRow(FormScope)
    /// A hidden value is to be shown: record the look, then call ``Form/reveal(_:)``.
    case reveal(FieldPath)
}
