/// Something about a place that the officer should know: one for each kind, with how many files it concerns.
public struct ExchangeFinding: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// Segments of which not all is there, or not as it was written.
        ///
        /// They count as not here yet.
        case incomplete
        /// Files of another station's store.
        case foreign
        /// Segments of a newer version, kept and passed on unread.
        case newer
        /// Files that are not of this program.
        case strange
        /// Files or directories that could not be read.
        case unreadable
        /// Names in another encoding, whose files cannot be opened.
        case badName
        /// Links, pipes and devices; not followed.
        case link
        /// Directories too deep to be looked into.
        case tooDeep
        /// Nothing can be written there.
        case readOnly
        /// Nothing more could be written there: the medium failed or was taken away.
        case broken
        /// There is no room there for so many bytes.
        case fullThere(Int)
        /// There is no room here for so many bytes.
        case fullHere(Int)
        /// Segments that were there last time are not any more.
        case wentBack
        /// Nothing of what was there last time is there.
        case emptied
        /// Segments whose own copy is damaged and which the place does not have either.
        case damagedHere
        /// Damaged segments that were replaced by the place's good copies.
        case healed
        /// Segments sealed with a key that is not here yet.
        case keyMissing
        /// Changes of a time more than a day ahead.
        case ahead
        /// Segments under this laptop's own name that it does not remember.
        case own
        /// Files with keys that are damaged.
        case damagedKeys
        /// Members added by a laptop that did not know that somebody was retired; they must be added anew.
        case refusedMembers
        /// New keys were made without whoever unlocked the store.
        case excluded
        /// Changes of the restricted stream that wait for somebody who can open it.
        case waiting
        /// What was erased could not be taken out of everything there.
        case erasures
        /// The place's description is that of another store.
        case otherStore
    }

    /// What it is.
    public let kind: Kind
    /// How many files, or changes.
    public internal(set) var count: Int
    /// One of the files, relative to the place.
    public let example: String?

    /// What the kind is called for programs.
    public var name: String {
        switch kind {
        case .fullThere: "fullThere"
        case .fullHere: "fullHere"
        default: "\(kind)"
        }
    }

    /// Makes a finding.
    ///
    /// - Parameters:
    ///   - kind: what it is.
    ///   - count: how many.
    ///   - example: one of the files.
    public init(_ kind: Kind, count: Int = 1, example: String? = nil) {
        self.kind = kind
        self.count = count
        self.example = example
    }
}
