import Records

extension Store {
    /// Checks the writer's file, what only this laptop knows, and the drafts.
    func checkSmallFiles(_ report: inout VerifyReport) throws(StoreError) {
        do throws(FileError) {
            if let bytes = try folder.read(FileNames.writer) {
                report.bytes += bytes.count
                let file = WriterFile(bytes)
                if file == nil || !isLocked && file?.writer(keyring) == nil {
                    report.findings.append(Finding(.damagedWriter, FileNames.writer))
                }
            }
            var own = [(FileNames.local, "local"), (FileNames.attempts, "attempts")]
            own += Stream.allCases.map { ("\($0.rawValue)/\(FileNames.erasures)", "erasures") }
            own += try folder.list(FileNames.places).filter { !$0.hasSuffix(Folder.unfinished) }
                .map { ("\(FileNames.places)/\($0)", PlaceMemory.kind) }
            for (name, kind) in own {
                guard let bytes = try folder.read(name) else { continue }
                report.bytes += bytes.count
                if CheckedObject.read(bytes, kind: kind) == nil { report.findings.append(Finding(.damagedLocal, name)) }
            }
            let officer = keyring.flatMap { ring in ring.holder.officer.map { ring.holder.fileName([$0.rawValue]) } }
            for owner in try folder.list(FileNames.drafts) {
                for id in try folder.list("\(FileNames.drafts)/\(owner)") where !id.hasSuffix(Folder.unfinished) {
                    let name = "\(FileNames.drafts)/\(owner)/\(id)"
                    guard let bytes = try folder.read(name) else { continue }
                    report.bytes += bytes.count
                    if !isWhole(bytes, id, name, isOwn: owner == officer) {
                        report.findings.append(Finding(.damagedDraft, name))
                    }
                }
            }
        } catch {
            throw .file(error)
        }
    }

    /// Whether a draft is as it was written; somebody else's seal cannot be checked, only the file's own hash.
    private func isWhole(_ bytes: [UInt8], _ id: String, _ name: String, isOwn: Bool) -> Bool {
        guard mode == .sealed else { return DraftFile.draft(id, from: bytes) != nil }
        guard isOwn, let keyring else { return CheckedObject.read(bytes, kind: "draft") != nil }
        return DraftFile.draft(from: bytes, name: name, store: identity, keyring.holder) != nil
    }

    /// Checks the saved index, chunk by chunk.
    func checkSnapshot(_ state: StreamState, _ report: inout VerifyReport) throws(StoreError) {
        let name = FileNames.snapshot
        do throws(FileError) {
            guard let size = try state.folder.status(name)?.size else { return }
            let file = try state.folder.open(name, .read)
            defer { state.folder.files.close(file) }
            report.bytes += size
            let header = try snapshotHeader(file, size: size, state)
            var isGood = header.map { $0.suite == (state.isSealed ? 1 : 0) && $0.isInPlace(fileSize: size) } ?? false
            if isGood, state.isOpen, let header {
                isGood = try isWhole(header, file, state)
            }
            if !isGood { report.findings.append(Finding(.damagedSnapshot, "\(state.stream.rawValue)/\(name)")) }
        } catch {
            throw .file(error)
        }
    }

    private func isWhole(_ header: SnapshotHeader, _ file: OpenFile, _ state: StreamState) throws(FileError) -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: header.length, alignment: 16)
        defer { buffer.deallocate() }
        return try fill(buffer, from: file, at: header.bytes.count, header, state)
    }

    /// Where a good copy of a damaged file is, and who should have one.
    ///
    /// - Parameters:
    ///   - name: the file, relative to the store.
    ///   - places: directories to look in.
    ///   - seen: who says of which writer that they have its segments.
    /// - Returns: what was found.
    func rescue(
        _ name: String, _ places: [String], _ seen: [WriterID: [(by: WriterID, heads: [SegmentHeader.Seen])]]
    ) -> Rescue {
        let parts = name.split(separator: "/").map { String($0) }
        if parts.count == 4, let stream = Stream(rawValue: parts[0]), let segment = SegmentName(parts[3]) {
            let writer = WriterID(parts[2])
            let candidates = [name, "\(FileNames.segments)/\(parts[0])/\(parts[2])/\(parts[3])"]
            let copies = places.filter { place in
                candidates.contains { isGoodSegment(at: place, $0, stream, writer, segment) }
            }
            let holders = (seen[writer] ?? []).filter { entry in
                entry.by != self.writer && entry.heads.contains { $0.number >= segment.number }
            }.map(\.by)
            let own = writer == self.writer ? [] : [writer]
            return Rescue(copies: copies, writers: Set(holders + own).sorted())
        }
        guard parts.count == 2, parts[0] == FileNames.keys else { return Rescue(copies: [], writers: []) }
        let stem = String(parts[1].prefix { $0 != "." })
        return Rescue(
            copies: places.filter { place in
                let content = try? KeyFolder(
                    folder: Folder(files: environment.files, root: place), store: identity
                ).read()
                return content?.epochs.contains { $0.file == stem } == true
                    || content?.slots.contains { $0.file == stem } == true
            }, writers: [])
    }

    private func isGoodSegment(
        at place: String, _ path: String, _ stream: Stream, _ writer: WriterID, _ name: SegmentName
    ) -> Bool {
        let folder = Folder(files: environment.files, root: place)
        guard let state = streams[stream], let bytes = (try? folder.read(path)) ?? nil else { return false }
        let reading = SegmentReading(
            bytes, stream: stream, store: identity, name: name, isChecking: true, seal: state.seal(writer))
        return reading.findings.isEmpty
    }
}
