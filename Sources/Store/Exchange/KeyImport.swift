import Records

/// The files with keys at a place, compared with those here.
struct KeyImport {
    /// Files that are not here, by their stems.
    private(set) var new: [String: [UInt8]] = [:]
    /// The stems of good files that are there.
    private(set) var there: Set<String> = []
    /// Damaged files that have no good copy, there or here.
    private(set) var damaged: [String] = []

    private static let largest = 4 * 1024 * 1024

    init(_ source: ExchangeSource, _ files: [PlaceScan.File], here: Set<String>) {
        guard source.isSealed else { return }
        var bad: [String: String] = [:]
        for file in files where file.path.hasSuffix(".json") && file.size <= Self.largest {
            let stem = String(file.path.dropFirst(FileNames.keys.count + 1).prefix { $0 != "." })
            // Written once: what is here already is not read again.
            if here.contains(stem) || there.contains(stem) {
                there.insert(stem)
                continue
            }
            let bytes = (try? source.place.read(file.path)) ?? nil
            guard let bytes, let name = Self.stem(of: bytes, stem, store: source.store) else {
                bad[stem] = file.path
                continue
            }
            there.insert(name)
            if !here.contains(name) { new[name] = bytes }
        }
        damaged = bad.filter { !there.contains($0.key) && !here.contains($0.key) }.map(\.value).sorted()
    }

    /// What a file with keys is called; `nil` when it is damaged or of another store.
    private static func stem(of bytes: [UInt8], _ stem: String, store: String) -> String? {
        if let epoch = EpochFile(bytes, store: store) { return epoch.file }
        return FileNames.isGood(stem) ? Slot(bytes, file: stem, store: store)?.file : nil
    }
}
