/// What a layer wants after it got an input.
public enum LayerResult {
    /// The input was used; the frame is drawn anew.
    case consumed
    /// The input means nothing here; an action goes on to the layer below unless this one is modal.
    case ignored
    /// This layer is done.
    case close
    /// Another layer goes on top.
    case push(any Layer)
    /// Another layer takes this one's place.
    case replace(any Layer)
    /// A message in the status line.
    case notice(Notice)
    /// An action is taken by whichever layer is on top then; palette and menu close first.
    case perform(ActionID)
    /// Several, in order.
    case all([LayerResult])
}
