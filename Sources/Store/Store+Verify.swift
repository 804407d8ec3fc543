import Records

extension Store {
    /// Checks every hash, signature, commitment, chain and seal of every file, as they stand on the disk.
    ///
    /// Of a stream that is not open, what can be checked without its keys. Where something is damaged, other places and
    /// other laptops' own words are searched for who has a good copy.
    ///
    /// - Parameter places: directories in which good copies may lie: exchange directories, sticks, copies of a private
    ///   state. They are only read.
    /// - Returns: what was checked and what is not as it should be.
    /// - Throws: ``StoreError/file(_:)``, ``StoreError/readOnly(_:)`` after closing.
    /// - Complexity: reads every file of the store once.
    public func verify(searching places: [String] = []) throws(StoreError) -> VerifyReport {
        var report = VerifyReport()
        try checkDescription(&report)
        try checkSmallFiles(&report)
        var seen: [WriterID: [(by: WriterID, heads: [SegmentHeader.Seen])]] = [:]
        for stream in Stream.allCases {
            guard let state = streams[stream] else { throw .readOnly(.closed) }
            if !state.isOpen { report.unopened.append(stream) }
            var hashes: [WriterID: [Fingerprint: SegmentName]] = [:]
            var links: [(writer: WriterID, name: SegmentName, previous: Fingerprint?)] = []
            for (writer, names) in state.catalog.sorted(by: { $0.key < $1.key }) {
                for name in names {
                    let reading = try decoding(writer, name, state, isChecking: true)()
                    let path = path(writer, name, stream)
                    report.segments += 1
                    report.changes += reading.changes.count
                    report.erased += reading.erased
                    report.bytes += reading.size
                    report.findings += reading.findings.map { Finding($0, path) }
                    if reading.changes.contains(where: { holdsErased($0.stored.change, state.erasures.list) }) {
                        report.findings.append(Finding(.notErased, path))
                    }
                    state.note(reading.findings, of: writer, name)
                    guard let hash = reading.hash, let header = reading.header, hash.short == name.short else {
                        continue
                    }
                    if header.writer != writer { report.findings.append(Finding(.strangeFile, path)) }
                    hashes[writer, default: [:]][hash] = name
                    links.append((writer, name, header.previous))
                    for head in header.seen { seen[head.writer, default: []].append((writer, [head])) }
                }
            }
            checkChains(links, hashes, stream, &report)
            try checkLog(state, &report)
            try checkSnapshot(state, &report)
        }
        for finding in report.findings where report.rescues[finding.name] == nil {
            report.rescues[finding.name] = rescue(finding.name, places, seen)
        }
        return report
    }

    private func checkDescription(_ report: inout VerifyReport) throws(StoreError) {
        do throws(FileError) {
            for name in [FileNames.store, FileNames.storeCopy] {
                let copy = try folder.read(name).flatMap(StoreDescription.init)
                if copy != description { report.findings.append(Finding(.repairedDescription, name)) }
            }
            guard mode == .sealed else { return }
            let keys = try KeyFolder(self).read()
            report.findings += keys.damaged.map { Finding(.damagedKeys, $0) }
            // One that is missing is what a crash, or a full disk, between the two left; the next opening makes it.
            for (name, _) in keys.halves where try folder.status(name) != nil {
                report.findings.append(Finding(.repairedDescription, name))
            }
            for epoch in keyring?.strange.sorted() ?? [] {
                report.findings.append(Finding(.strangeKeys, "\(FileNames.keys)/\(EpochFile.file(epoch)).json"))
            }
        } catch {
            throw .file(error)
        }
    }

    private func checkChains(
        _ links: [(writer: WriterID, name: SegmentName, previous: Fingerprint?)],
        _ hashes: [WriterID: [Fingerprint: SegmentName]], _ stream: Stream, _ report: inout VerifyReport
    ) {
        struct Link: Hashable {
            let writer: WriterID
            let previous: Fingerprint?
        }
        var followed: Set<Link> = []
        for link in links {
            let path = path(link.writer, link.name, stream)
            if let previous = link.previous {
                if hashes[link.writer]?[previous]?.number != link.name.number - 1 {
                    report.findings.append(Finding(.brokenChain, path))
                }
            } else if link.name.number != 1 {
                report.findings.append(Finding(.brokenChain, path))
            }
            if !followed.insert(Link(writer: link.writer, previous: link.previous)).inserted {
                report.findings.append(Finding(.fork, path))
            }
        }
    }

    private func checkLog(_ state: StreamState, _ report: inout VerifyReport) throws(StoreError) {
        let name = "\(state.stream.rawValue)/\(FileNames.log)"
        do throws(FileError) {
            guard let bytes = try state.folder.read(FileNames.log) else {
                if state.log != nil { report.findings.append(Finding(.missingLog, name)) }
                return
            }
            let reading = LogReading(bytes, isSealed: state.isSealed, keys: state.keys)
            report.changes += reading.lines.count
            report.bytes += bytes.count
            if reading.isRepaired || reading.header == nil { report.findings.append(Finding(.repairedLog, name)) }
            if !reading.gaps.isEmpty || reading.missing > 0 {
                report.findings.append(Finding(.damagedLog(changes: reading.missing), name))
            }
            if reading.isUnopened, state.keys != nil { report.findings.append(Finding(.missingKey, name)) }
            if let header = reading.header, header.number > (state.catalog[header.writer]?.last?.number ?? 0) + 1 {
                report.findings.append(Finding(.brokenChain, name))
            }
            // While another process writes, the end may be a save in progress.
            if !reading.tail.isEmpty, state.log != nil {
                report.findings.append(Finding(.tornTail(bytes: reading.tail.count), name))
            }
        } catch {
            throw .file(error)
        }
    }
}
