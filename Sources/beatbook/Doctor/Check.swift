import Desk

/// One thing that the doctor looked at.
struct Check {
    /// How well it is.
    enum State: String {
        /// As it should be.
        case fine = "ok"
        /// It works, but something is worth knowing.
        case doubtful = "warning"
        /// The notebook cannot work like this.
        case bad = "error"
    }

    /// Names it, for programs.
    let name: String
    /// How well it is.
    let state: State
    /// What was found, and what to do.
    let text: Label

    init(_ name: String, _ state: State, _ text: Label) {
        self.name = name
        self.state = state
        self.text = text
    }
}
