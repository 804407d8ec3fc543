import Records

/// Takes what was erased out of the copies of segments in an exchange directory.
struct ExchangeErasure {
    let store: Store
    /// The exchange directory.
    let folder: Folder

    /// Puts the shortened segments in place of older copies, and removes copies under other names.
    ///
    /// - Returns: how many files were replaced or removed.
    func run() throws(FileError) -> Int {
        var count = 0
        for state in store.streams.values.sorted(by: { $0.stream < $1.stream }) where state.isOpen {
            let writers = Dictionary(grouping: state.erasures.sizes, by: \.key.writer)
            for (writer, sizes) in writers.sorted(by: { $0.key < $1.key }) {
                let directory = "\(FileNames.segments)/\(state.stream.rawValue)/\(writer.rawValue)"
                let files = try folder.list(directory)
                guard !files.isEmpty else { continue }
                for (place, size) in sizes.sorted(by: { $0.key.name < $1.key.name }) {
                    count += try clean(place, size, state, directory, files)
                }
            }
        }
        return count
    }

    private func clean(
        _ place: SegmentPlace, _ size: Int, _ state: StreamState, _ directory: String, _ files: [String]
    ) throws(FileError) -> Int {
        var count = 0
        let stem = place.name.text.dropLast(".jsonl".count)
        for file in files where file.contains(stem) {
            let path = "\(directory)/\(file)"
            guard file == place.name.text else {
                // A carrier's second copy, finished or not: the segment itself stands beside it or comes again.
                try folder.remove(path)
                try folder.syncDirectory(holding: path)
                count += 1
                continue
            }
            guard try folder.status(path)?.size != size,
                let bytes = try state.folder.read(StreamState.path(place.writer, place.name)), bytes.count == size
            else { continue }
            try folder.publish(bytes, as: path)
            count += 1
        }
        return count
    }
}
