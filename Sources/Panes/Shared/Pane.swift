public import Interface
public import Records

/// One page of the notebook: it stands on the line of panes and stays there while others are looked at.
public protocol Pane: Layer {
    /// Names it in the program: `visits`; ``Workspace/show(pane:)`` takes this.
    var name: String { get }
    /// Its name on the line of panes.
    var title: Label { get }

    /// Asks the desk again for what the pane shows: it was opened, or something was saved.
    func reload()

    /// How many open matters the line of panes shows; asked for after every change, so it is one quick question.
    ///
    /// - Returns: the number; nothing is written for 0.
    func countOpen() -> Int
}

extension Pane {
    /// No number.
    public func countOpen() -> Int { 0 }
}
