import Records

/// The directory `keys`: slots and epochs, each file twice, since everything depends on it.
struct KeyFolder {
    let folder: Folder
    let store: String

    private static let ending = ".json"
    private static let copyEnding = ".copy.json"

    /// What was read.
    struct Content {
        var slots: [Slot] = []
        var epochs: [EpochFile] = []
        /// Files with both copies damaged.
        var damaged: [String] = []
        /// Files with one copy damaged or missing, and the other's bytes.
        var halves: [(name: String, bytes: [UInt8])] = []
        /// Slots of older passphrases.
        var outdated: [String] = []
        /// Those slots, the newest first: a carrier may bring a slot before the keys that it goes on from.
        var earlier: [Slot] = []
    }

    init(_ store: Store) {
        folder = store.folder
        self.store = store.identity
    }

    init(folder: Folder, store: String) {
        self.folder = folder
        self.store = store
    }

    /// Reads everything.
    func read() throws(FileError) -> Content {
        var content = Content()
        var stems: Set<String> = []
        for name in try folder.list(FileNames.keys) where name.hasSuffix(Self.ending) {
            stems.insert(String(name.prefix { $0 != "." }))
        }
        for stem in stems.sorted() {
            let copies = try [Self.ending, Self.copyEnding].map { (ending) throws(FileError) in
                (
                    name: "\(FileNames.keys)/\(stem)\(ending)",
                    bytes: try folder.read("\(FileNames.keys)/\(stem)\(ending)")
                )
            }
            var good: [UInt8]?
            for bytes in copies.compactMap(\.bytes) where good == nil {
                if stem.hasPrefix(EpochFile.prefix) {
                    guard let file = EpochFile(bytes, store: store), file.file == stem else { continue }
                    content.epochs.append(file)
                } else {
                    guard let slot = Slot(bytes, file: stem, store: store) else { continue }
                    content.slots.append(slot)
                }
                good = bytes
            }
            if let good {
                content.halves += copies.filter { $0.bytes != good }.map { ($0.name, good) }
            } else {
                content.damaged.append("\(FileNames.keys)/\(stem)\(Self.ending)")
            }
        }
        let slots = content.slots
        // One that waits takes nothing away: until its keys come, the officer needs the one before, and its passphrase.
        let ready = slots.filter { !$0.isWaiting(for: content.epochs) }
        let void = slots.filter { slot in ready.contains { slot.isVoid(beside: $0) } }
        content.slots.removeAll { slot in void.contains { $0.file == slot.file } }
        content.outdated = void.map(\.file)
        content.earlier = void.sorted { ($1.generation, $0.name) < ($0.generation, $1.name) }
        content.epochs.sort { $0.epoch < $1.epoch }
        return content
    }

    /// Puts a file in place, twice.
    ///
    /// Once the first copy is there, so is the file.
    func publish(_ bytes: [UInt8], as stem: String) throws(FileError) {
        if try folder.status(FileNames.keys) == nil {
            try folder.makeDirectory(FileNames.keys)
            try folder.syncDirectory(holding: FileNames.keys)
        }
        try folder.publish(bytes, as: "\(FileNames.keys)/\(stem)\(Self.ending)")
        try folder.publish(bytes, as: "\(FileNames.keys)/\(stem)\(Self.copyEnding)")
    }

    /// Writes copies that are missing or damaged.
    ///
    /// Whoever goes by a file that a failing disk left half-way must know first that it will outlive a crash.
    func complete(_ content: Content) throws(FileError) {
        for (name, bytes) in content.halves { try folder.publish(bytes, as: name) }
    }

    /// Removes a file, both copies.
    func remove(_ stem: String) throws(FileError) {
        // The copy goes first: a copy alone would be taken for a file that lost its other half.
        for ending in [Self.copyEnding, Self.ending] { try folder.remove("\(FileNames.keys)/\(stem)\(ending)") }
        try folder.syncDirectory(holding: "\(FileNames.keys)/\(stem)")
    }
}
