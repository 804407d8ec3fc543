import Records

/// The steps of opening a store.
struct Opening {
    let folder: Folder
    let environment: StoreEnvironment

    func run() throws(StoreError) -> Store {
        let result: Result<Store, StoreError>
        do throws(FileError) {
            result = try steps()
        } catch {
            throw .file(error)
        }
        return try result.get()
    }

    private func steps() throws(FileError) -> Result<Store, StoreError> {
        let copies = try [FileNames.store, FileNames.storeCopy].map { (name) throws(FileError) in
            try folder.read(name)
        }
        guard copies.contains(where: { $0 != nil }) else { return .failure(.missing) }
        guard let description = copies.lazy.compactMap({ $0.flatMap(StoreDescription.init) }).first else {
            return .failure(.damaged(FileNames.store))
        }
        let store = Store(folder: folder, environment: environment, description: description)
        if description.format > StoreDescription.format || !description.features.strange.isEmpty {
            store.report.readOnly = .newer(features: description.features.strange)
        } else {
            try takeLock(store)
        }
        if store.report.readOnly == nil {
            try repairDescription(description, copies: copies, store)
        }
        store.lastWriter = try folder.read(FileNames.writer).flatMap(WriterFile.init)?.id ?? store.lastWriter
        for stream in Stream.allCases {
            let state = StreamState(
                stream, folder: folder.folder(stream.rawValue), writer: store.lastWriter,
                segmentBytes: environment.tuning.segmentBytes, isSealed: description.mode == .sealed)
            store.streams[stream] = state
            if store.report.readOnly == nil {
                // A process that was killed may have made them without making their names durable.
                try state.folder.makeDirectory("")
                try folder.syncDirectory(holding: stream.rawValue)
                try state.folder.makeDirectory(FileNames.segments)
                try state.folder.syncDirectory(holding: FileNames.segments)
                try state.folder.removeUnfinished(in: "")
            }
            for name in try state.scan(removesUnfinished: store.report.readOnly == nil) {
                store.report.findings.append(Finding(.strangeFile, name))
            }
        }
        switch description.mode {
        case .clear: try Recovery(store: store).recover()
        case .sealed: try checkKeys(store)
        }
        return .success(store)
    }

    /// Looks at the files with keys: nothing else of a sealed store can be used before somebody unlocks it.
    private func checkKeys(_ store: Store) throws(FileError) {
        let isWritable = store.report.readOnly == nil
        if isWritable { try folder.removeUnfinished(in: FileNames.keys) }
        let keys = try KeyFolder(store).read()
        store.report.findings += keys.damaged.map { Finding(.damagedKeys, $0) }
        for (name, _) in keys.halves where try folder.status(name) != nil {
            // A crash between the two copies leaves one, which is no damage.
            store.report.findings.append(Finding(.repairedDescription, name))
        }
        if isWritable { try KeyFolder(store).complete(keys) }
    }

    private func takeLock(_ store: Store) throws(FileError) {
        do throws(FileError) {
            switch try StoreLock.take(folder, process: environment.process) {
            case .taken(let lock): store.hold = lock
            case .held(let process): store.report.readOnly = .held(process: process)
            }
        } catch {
            guard error.reason == .denied else { throw error }
            store.report.readOnly = .denied(error)
        }
    }

    private func repairDescription(
        _ description: StoreDescription, copies: [[UInt8]?], _ store: Store
    ) throws(FileError) {
        try folder.removeUnfinished(in: "")
        for officer in try folder.list(FileNames.drafts) {
            try folder.removeUnfinished(in: "\(FileNames.drafts)/\(officer)")
        }
        for (name, copy) in zip([FileNames.store, FileNames.storeCopy], copies)
        where copy.flatMap(StoreDescription.init) == nil {
            // A crash during creation leaves only the copy, which is no damage.
            if copy != nil { store.report.findings.append(Finding(.repairedDescription, name)) }
            try folder.publish(copies.lazy.compactMap(\.self).first { StoreDescription($0) != nil } ?? [], as: name)
        }
    }
}
