import Records

extension Transfer {
    /// Sorts the place's files into those that are known and those that must be read.
    mutating func sortFiles() -> [PlaceScan.File] {
        var wanted: [PlaceScan.File] = []
        var strays: [PlaceScan.File] = []
        for file in plan.survey.scan.files {
            let isInPlace = SegmentID(path: file.path) != nil
            if let id = memory.known(file), !plan.isThorough, here.contains(id), !damaged.contains(id) {
                there.insert(id)
            } else if file.size > SegmentCheck.largest {
                isInPlace ? incomplete.append((file, SegmentID(path: file.path))) : findings.add(.strange, file.path)
            } else if isInPlace || memory.known(file) != nil {
                wanted.append(file)
            } else {
                strays.append(file)
            }
        }
        for file in strays {
            if isCancelled() { break }
            // A renamed film must not be read to its end.
            switch opening(of: file) {
            case true?: wanted.append(file)
            case false?: findings.add(.strange, file.path)
            case nil: findings.add(.unreadable, file.path)
            }
        }
        return wanted
    }

    /// Whether a file begins as a segment does; `nil` when it cannot be read.
    func opening(of file: PlaceScan.File) -> Bool? {
        let magic = SegmentCheck.opening
        // An empty file may be one that is just being copied.
        guard file.size > 0 else { return file.path.hasSuffix(".jsonl") }
        do throws(FileError) {
            let handle = try source.place.open(file.path, .read)
            defer { source.place.files.close(handle) }
            var bytes = [UInt8](repeating: 0, count: min(magic.count, file.size))
            let result = bytes.withUnsafeMutableBytes { buffer in
                Result { () throws(FileError) in
                    try source.place.fill(buffer, from: handle, at: 0, name: file.path)
                }
            }
            return try result.get() == bytes.count && magic.starts(with: bytes)
        } catch {
            return nil
        }
    }

    mutating func checkRoomHere(_ files: [PlaceScan.File]) -> Bool {
        let needed = files.reduce(0) { sum, file in
            SegmentID(path: file.path).map { here.contains($0) } == true ? sum : sum + file.size
        }
        guard needed > 0, let free = try? source.home.files.freeSpace(source.home.root),
            needed + source.environment.tuning.logBytes > free
        else { return true }
        findings.add(.fullHere(needed + source.environment.tuning.logBytes - free))
        return false
    }

    func sizes(of segments: Set<SegmentID>) -> Int {
        segments.reduce(0) { $0 + (((try? source.home.status(Self.home($1))) ?? nil)?.size ?? 0) }
    }

    /// Where a segment lies in the private folder.
    static func home(_ id: SegmentID) -> String {
        "\(id.stream.rawValue)/\(StreamState.path(id.writer, id.name))"
    }
}
