/// A newest epoch beside the one in use.
struct KeyBranch: Sendable {
    /// Who may open it.
    let members: [KeyMember]
    /// Whether only somebody who is still a member can have made it.
    let isTrusted: Bool
}
