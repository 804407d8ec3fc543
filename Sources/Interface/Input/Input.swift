public import Terminal

/// What reaches a layer: keys that mean an action here arrive as that action.
public enum Input: Hashable, Sendable {
    /// An action, by a key, the palette or the menu.
    case action(ActionID)
    /// A typed character; only where text is taken.
    case text(String)
    /// Pasted text; only where text is taken.
    case paste(String)
    /// A key that means no action here.
    case key(Key)
}
