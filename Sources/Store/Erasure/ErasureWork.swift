import Records

/// Takes what was erased out of the files of one stream.
///
/// First the memory says that there is something to do, last that it is done. Whatever happens in between, the next
/// opening begins again; every step finds what was done already and leaves it.
struct ErasureWork {
    let store: Store
    let state: StreamState

    private var list: ErasureList { state.erasures.list }

    /// Does all of it.
    func run() throws(FileError) {
        try write()
        try removeSnapshot()
        // Segments may tell of erasures that were not known: then those before them are looked through once more.
        var known: ErasureList
        repeat {
            known = list
            try redactLog()
            try redactSegments()
        } while list != known
        try removeAside()
        try removeDrafts()
        state.erasures.finish(list.scopes)
        try write()
        store.cache = nil
    }

    /// Does a part of it: looks through some segments.
    ///
    /// - Parameter count: how many.
    /// - Returns: whether some are left; when none is, ``run()`` has little to do.
    /// - Throws: `FileError`; what is not done yet stays to be done.
    func prepare(_ count: Int) throws(FileError) -> Bool {
        guard state.erasures.needsWork else { return false }
        if state.erasures.looked.isEmpty {
            try write()
            try removeSnapshot()
        }
        var left = count
        for (writer, names) in state.catalog.sorted(by: { $0.key < $1.key }) {
            for name in names {
                let place = SegmentPlace(writer: writer, name: name)
                guard isWanted(place) else { continue }
                guard left > 0 else { return true }
                left -= 1
                try redact(place)
                state.erasures.note(lookedAt: place)
            }
        }
        return false
    }

    private func isWanted(_ place: SegmentPlace) -> Bool {
        !state.erasures.looked.contains(place)
            && (state.erasures.isPending || state.erasures.suspects.contains(place))
    }

    /// Notices files from before an erasure that somebody put back.
    func noticeWhatCameBack() throws(FileError) {
        for (place, size) in state.erasures.sizes {
            // Every value that goes makes a segment shorter, so no older copy has the same size.
            guard let found = try state.folder.status(path(place))?.size, found != size else { continue }
            state.erasures.suspect(place)
        }
        try removeDrafts()
        if let schema = try snapshotSchema(), !schema.hasSuffix("+" + list.stamp) { try removeSnapshot() }
    }

    private func write() throws(FileError) {
        try makingRoom { () throws(FileError) in try ErasureFile(store: store, state: state).write() }
    }

    /// Erasing must work on a full disk: room is kept for it.
    private func makingRoom(_ body: () throws(FileError) -> Void) throws(FileError) {
        do throws(FileError) {
            try body()
        } catch {
            guard error.reason == .full, store.releaseBallast() else { throw error }
            try body()
        }
    }

    private func redactLog() throws(FileError) {
        guard let log = state.log else { return }
        let lines = state.pending.map { $0.redacted(by: list) }
        guard lines.contains(where: { $0 != nil }) else { return }
        let kept = zip(lines, state.pending).map { $0 ?? $1 }
        try makingRoom { () throws(FileError) in try log.reset(pending: kept, number: state.newest.number + 1) }
        state.restart(published: 0)
    }

    private func redactSegments() throws(FileError) {
        for (writer, names) in state.catalog.sorted(by: { $0.key < $1.key }) {
            for name in names {
                let place = SegmentPlace(writer: writer, name: name)
                if isWanted(place) { try redact(place) }
            }
        }
    }

    private func redact(_ place: SegmentPlace) throws(FileError) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try state.folder.read(path(place)) ?? []
        } catch {
            // A sector that cannot be read holds nothing that anybody could read.
            guard error.operation == .read else { throw error }
            return
        }
        let redaction = store.redactor(state.stream).redact(bytes, of: place.writer, named: place.name)
        for scope in redaction.found { state.erasures.note(scope) }
        if redaction.isChanged {
            try makingRoom { () throws(FileError) in try state.folder.publish(redaction.bytes, as: path(place)) }
        }
        if redaction.isChanged || state.erasures.sizes[place] != nil {
            state.erasures.sizes[place] = redaction.bytes.count
        }
    }

    private func removeSnapshot() throws(FileError) {
        state.erasures.dropsSnapshot = false
        guard try state.folder.status(FileNames.snapshot) != nil else { return }
        try state.folder.remove(FileNames.snapshot)
        try state.folder.syncDirectory(holding: FileNames.snapshot)
    }

    private func snapshotSchema() throws(FileError) -> String? {
        guard let size = try state.folder.status(FileNames.snapshot)?.size else { return nil }
        let file = try state.folder.open(FileNames.snapshot, .read)
        defer { state.folder.files.close(file) }
        let header = try SnapshotHeader { (offset, count) throws(FileError) in
            var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
            let read = try bytes.withUnsafeMutableBytes { buffer in
                Result { () throws(FileError) in
                    try state.folder.fill(buffer, from: file, at: offset, name: FileNames.snapshot)
                }
            }.get()
            return Array(bytes.prefix(read))
        }
        return header?.schema ?? ""
    }

    /// What was cut out as damaged cannot be told to belong to anybody.
    ///
    /// Only a whole log whose key is missing stays: it may hold changes that are nowhere else, and nobody can read it
    /// here.
    private func removeAside() throws(FileError) {
        for name in try state.folder.list(FileNames.aside) {
            let path = "\(FileNames.aside)/\(name)"
            let bytes = try state.folder.read(path) ?? []
            if state.isSealed, bytes.count >= LogHeader.blockSize,
                let header = LogHeader(bytes[..<LogHeader.blockSize]), header.suite == 1,
                state.keys?.keys[header.epoch] == nil
            {
                continue
            }
            try state.folder.remove(path)
            try state.folder.syncDirectory(holding: path)
        }
    }

    /// Drafts about what was erased go, whoever wrote them.
    private func removeDrafts() throws(FileError) {
        let search = DraftSearch(list.records, keyring: store.keyring, store: store.identity)
        for officer in try store.folder.list(FileNames.drafts) {
            let directory = "\(FileNames.drafts)/\(officer)"
            for file in try store.folder.list(directory) {
                let name = "\(directory)/\(file)"
                guard let bytes = try store.folder.read(name), search.finds(bytes, name: name) else { continue }
                try store.folder.remove(name)
                try store.folder.syncDirectory(holding: name)
            }
        }
    }

    private func path(_ place: SegmentPlace) -> String { StreamState.path(place.writer, place.name) }
}
