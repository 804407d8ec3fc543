/// A newest epoch beside the one in use.
struct KeyBranch: Sendable {
    /// Who may open it.
    let members: [KeyMember]
    /// Whether only somebody who is still a member can have made it.
    let isTrusted: Bool
    /// The public keys of members in use whom it does not vouch for: it took a key away since both went apart, and whoever
    /// lost it could have made the epochs in use, too.
    var unvouched: Set<[UInt8]> = []
    /// The public keys of recovery codes that were taken away in the epochs in use, when it does not vouch for those.
    var kept: Set<[UInt8]> = []
}
