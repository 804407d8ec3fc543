public import Interface

/// A layer that holds text which is not on the disk yet.
public protocol Idling: AnyObject {
    /// Puts what was typed on the disk: nothing was typed for two seconds, or the program is about to end.
    func idle()

    /// Whether something stands there that is not saved as a record.
    var holdsText: Bool { get }
}

extension FormLayer: Idling {
    /// A row of a form: the form below it holds the text.
    public var holdsText: Bool { false }
}
