/// A layer on top of a pane that shows records, and asks for them again after something was saved.
public protocol Reloading: AnyObject {
    /// Asks the desk again for what the layer shows.
    ///
    /// - Returns: whether what it shows is still there; `false` closes the layer.
    func reload() -> Bool
}
