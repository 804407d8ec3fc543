import Records

/// Brings together who may open a stream, after laptops changed it without knowing of each other.
///
/// Whoever was retired stays retired. Members that a branch added are taken over, unless somebody was retired here since
/// the branch began: they had the key that proves it, so it could be theirs, made to let a friend in, whatever it says
/// about themselves. Those members are counted, to be added anew. It is the same the other way round: a laptop that was not
/// unlocked since may have followed such a branch, and whom that let in a branch with the retirement does not vouch for.
struct MemberMerge {
    /// The list that comes of it.
    private(set) var members: [KeyMember]
    /// Whether it differs from the list in use.
    private(set) var isChanged = false
    /// How many members of branches were not taken over.
    private(set) var refused = 0

    /// Merges.
    ///
    /// - Parameters:
    ///   - members: the list in use.
    ///   - branches: the lists beside it.
    ///   - own: the public key of whoever does it, who does not retire themselves.
    init(_ members: [KeyMember], _ branches: [Int: KeyBranch], own: [UInt8]) {
        self.members = members
        for (_, branch) in branches.sorted(by: { $0.key < $1.key }) {
            let isTrusted = branch.isTrusted
            for place in self.members.indices where self.members[place].publicKey != own {
                let key = self.members[place].publicKey
                if branch.unvouched.contains(key), !self.members[place].isRetired {
                    self.members[place].isRetired = true
                    isChanged = true
                    refused += 1
                } else if branch.kept.contains(key), self.members[place].isRetired {
                    self.members[place].isRetired = false
                    isChanged = true
                }
            }
            for member in branch.members {
                if let place = self.members.firstIndex(where: { $0.publicKey == member.publicKey }) {
                    // The recovery code is the way back in: only a branch that is trusted may take it away.
                    let mayRetire = member.publicKey != own && (isTrusted || member.officer != nil)
                    if member.isRetired, !self.members[place].isRetired, mayRetire,
                        !branch.kept.contains(member.publicKey)
                    {
                        self.members[place].isRetired = true
                        isChanged = true
                    }
                } else if member.isRetired || isTrusted {
                    self.members.append(member)
                    isChanged = true
                } else {
                    refused += 1
                }
            }
        }
    }
}
