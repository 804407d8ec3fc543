public import Interface
public import Records

/// A part of the notebook, declared in one place: its pane, its commands, and the kinds of record that it opens.
///
/// To add one, write a `static let` of this type and name it in ``Features/all``.
public struct Feature: Sendable {
    /// Makes the pane; `nil` for a part without a page of its own, such as the search.
    public let pane: (@Sendable (Workspace) -> any Pane)?
    /// The commands that it adds; their keys stand in panes.conf.
    public let actions: [Action]
    /// Makes the layer that shows a record of a type; used for Enter on a task, a search hit, a reference.
    public let openers: [TypeID: @Sendable (Workspace, Record) -> any Layer]
    /// What the commands do that work everywhere; a layer that takes the action itself comes first.
    ///
    /// The record is the one that has the focus, if any.
    public let commands: [ActionID: @Sendable (Workspace, RecordID?) -> LayerResult]

    /// A part of the notebook.
    ///
    /// - Parameters:
    ///   - pane: makes the pane.
    ///   - actions: the commands that it adds.
    ///   - openers: makes the layer that shows a record of a type.
    ///   - commands: what the commands do that work everywhere.
    public init(
        pane: (@Sendable (Workspace) -> any Pane)? = nil, actions: [Action] = [],
        openers: [TypeID: @Sendable (Workspace, Record) -> any Layer] = [:],
        commands: [ActionID: @Sendable (Workspace, RecordID?) -> LayerResult] = [:]
    ) {
        self.pane = pane
        self.actions = actions
        self.openers = openers
        self.commands = commands
    }
}
