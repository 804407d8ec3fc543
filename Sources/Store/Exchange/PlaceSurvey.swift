import Records

/// What was found at a place before anything is copied.
public struct PlaceSurvey: Sendable {
    let source: ExchangeSource
    let scan: PlaceScan
    var findings: ExchangeFindings
    /// The place's identity, unless it has none yet.
    let place: String?
    let memory: PlaceMemory
    /// Whether the place has this store's description.
    let isDescribed: Bool
    /// Files with keys that are not here, by their stems.
    let newKeys: [String: [UInt8]]
    /// The stems of good files with keys that are there.
    let keysThere: Set<String>

    /// Looks at a place.
    ///
    /// - Parameter source: which place, and for which store.
    /// - Throws: ``StoreError/noPlace``, ``StoreError/notebookPlace``, ``StoreError/foreignPlace``,
    ///   ``StoreError/file(_:)``.
    public init(_ source: ExchangeSource) throws(StoreError) {
        self.source = source
        do throws(FileError) {
            scan = try PlaceScan(source.place, mark: source.mark)
        } catch {
            // 20 is ENOTDIR: a file stands there. The officer typed the path, so the message may name it.
            guard error.reason != .missing, error.code != 20 else { throw .noPlace }
            throw .file(
                FileError(error.operation, source.place.root, code: error.code, reason: error.reason))
        }
        guard !scan.isNotebook else { throw .notebookPlace }
        var findings = scan.findings
        let descriptions = [FileNames.store, FileNames.storeCopy].compactMap { name in
            ((try? source.place.read(name)) ?? nil).flatMap(StoreDescription.init)
        }
        isDescribed = descriptions.contains { $0.store == source.store }
        if !isDescribed, !descriptions.isEmpty {
            // What lies between another station's files may be ours all the same.
            guard Self.holds(scan, source) else { throw .foreignPlace }
            findings.add(.otherStore, FileNames.store)
        }
        let marker = ((try? source.place.read(FileNames.place)) ?? nil)
            .flatMap { CheckedObject.read($0, kind: "place") }
        let place = marker?["place"]?.text.flatMap { FileNames.isGood($0 + ".json") ? $0 : nil }
        self.place = place
        memory =
            place.map { place in
                let bytes = (try? source.home.read(PlaceMemory.file(place))) ?? nil
                return PlaceMemory(bytes, place: place, store: source.store)
            } ?? PlaceMemory(place: "")
        let here = ((try? source.home.list(FileNames.keys)) ?? []).map { String($0.prefix { $0 != "." }) }
        let keys = KeyImport(source, scan.keys, here: Set(here))
        findings.add(.damagedKeys, keys.damaged.first, count: keys.damaged.count)
        newKeys = keys.new
        keysThere = keys.there
        self.findings = findings
    }

    /// Whether a place has a segment of this store where segments belong.
    private static func holds(_ scan: PlaceScan, _ source: ExchangeSource) -> Bool {
        scan.files.lazy.filter { SegmentID(path: $0.path) != nil && $0.size <= SegmentCheck.largest }.contains { file in
            let bytes = (try? source.place.read(file.path)) ?? nil
            return bytes.flatMap(SegmentCheck.init)?.header.store == source.store
        }
    }
}
