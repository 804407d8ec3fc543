/// Something that is not as it should be in the store's files.
public struct Finding: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// The end of the log is incomplete: the last save was interrupted before it was acknowledged, or its end was lost.
        case tornTail(bytes: Int)
        /// Part of the log cannot be read, but what follows can.
        ///
        /// So many changes are in doubt.
        case damagedLog(changes: Int)
        /// The log is gone, and with it what was saved since the newest segment.
        case missingLog
        /// The log's own description was damaged and was repaired from its second copy, or a record's frame was.
        case repairedLog
        /// One of the two copies of the store's description was damaged and was repaired from the other.
        case repairedDescription
        /// The head of a segment is damaged, or its signature is wrong; its changes were checked one by one.
        case damagedHeader
        /// So many changes of a segment cannot be read.
        case damagedChanges(Int)
        /// Of so many changes the values cannot be read; that they were made is known.
        case damagedValues(Int)
        /// A segment does not follow the one it names, or the one it names is not here.
        case brokenChain
        /// Two segments follow the same one: a copied or restored laptop.
        ///
        /// Both are read.
        case fork
        /// A newer version wrote it with features this one does not know; kept and passed on unread.
        case parked
        /// A file that does not belong here; left alone.
        case strangeFile
        /// The saved index is damaged and is built anew.
        case damagedSnapshot
        /// The file that says under whose name this laptop writes is damaged.
        case damagedWriter
        /// The file with what only this laptop knows is damaged.
        case damagedLocal
        /// A draft is damaged.
        case damagedDraft
        /// It is sealed with a key that whoever unlocked the store does not have (yet).
        case missingKey
        /// A file with keys is damaged in both its copies.
        case damagedKeys
        /// A file with keys was not made by anybody who had the keys before; not used.
        case strangeKeys
        /// It holds values that were erased: an old copy that was put back.
        ///
        /// They go at the next opening.
        case notErased
    }

    /// What it is.
    public let kind: Kind
    /// The file, relative to the store.
    public let name: String
    /// Where the damaged bytes were put, relative to the store.
    public let aside: String?

    /// Makes a finding.
    ///
    /// - Parameters:
    ///   - kind: what it is.
    ///   - name: the file, relative to the store.
    ///   - aside: where the damaged bytes were put.
    public init(_ kind: Kind, _ name: String, aside: String? = nil) {
        self.kind = kind
        self.name = name
        self.aside = aside
    }

    /// Whether something the officer wrote may be missing because of it.
    public var isLoss: Bool {
        switch kind {
        case .tornTail, .damagedLog, .missingLog, .damagedChanges, .damagedValues: true
        default: false
        }
    }
}
