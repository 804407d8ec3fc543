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
        guard description.mode == .clear else { return .failure(.unsupportedMode(description.mode)) }
        let store = Store(folder: folder, environment: environment, description: description)
        if description.format > StoreDescription.format || !description.features.strange.isEmpty {
            store.report.readOnly = .newer(features: description.features.strange)
        } else {
            try takeLock(store)
        }
        if store.report.readOnly == nil {
            try repairDescription(description, copies: copies, store)
        }
        let claim = try claimedWriter(store)
        store.lastWriter = claim?.id ?? store.lastWriter
        for stream in Stream.allCases {
            let state = StreamState(
                stream, folder: folder.folder(stream.rawValue), writer: store.lastWriter,
                segmentBytes: environment.tuning.segmentBytes)
            store.streams[stream] = state
            if store.report.readOnly == nil {
                try state.folder.makeDirectory("")
                try state.folder.makeDirectory(FileNames.segments)
                try state.folder.removeUnfinished(in: "")
            }
            for name in try state.scan(removesUnfinished: store.report.readOnly == nil) {
                store.report.findings.append(Finding(.strangeFile, name))
            }
        }
        if store.report.readOnly == nil {
            try Recovery(store: store, claim: claim).run()
        } else {
            try Recovery(store: store, claim: claim).readOnly()
        }
        store.report.logged = store.streams.values.reduce(0) { $0 + $1.pending.count }
        return .success(store)
    }

    private func takeLock(_ store: Store) throws(FileError) {
        do throws(FileError) {
            switch try StoreLock.take(folder, process: environment.process) {
            case .taken(let lock): store.lock = lock
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

    /// The writer this laptop used last, if nothing speaks against its being the same laptop and the same files.
    private func claimedWriter(_ store: Store) throws(FileError) -> Writer? {
        guard let bytes = try folder.read(FileNames.writer), let file = WriterFile(bytes) else { return nil }
        store.lastWriter = file.writer.id
        guard let status = try folder.status(FileNames.writer) else { return nil }
        let machine = WriterFile.machineHash(environment.machine, store: store.identity)
        store.lastIncarnation = file.writer.incarnation
        return file.isOriginal(status, machine: machine, store: store.identity) ? file.writer : nil
    }
}
