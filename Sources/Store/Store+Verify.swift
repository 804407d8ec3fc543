import Records

extension Store {
    /// Checks every hash, signature, commitment and chain, and the log as it stands on the disk.
    ///
    /// Of a stream that is not open, what can be checked without its keys.
    ///
    /// - Returns: what was checked and what is not as it should be.
    /// - Throws: ``StoreError/file(_:)``, ``StoreError/readOnly(_:)`` after closing.
    /// - Complexity: reads every file of the store once.
    public func verify() throws(StoreError) -> VerifyReport {
        var report = VerifyReport()
        try checkDescription(&report)
        for stream in Stream.allCases {
            guard let state = streams[stream] else { throw .readOnly(.closed) }
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
                }
            }
            checkChains(links, hashes, stream, &report)
            try checkLog(state, &report)
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
            report.findings += keys.halves.map { Finding(.repairedDescription, $0.name) }
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
        do throws(FileError) {
            guard let bytes = try state.folder.read(FileNames.log) else { return }
            let reading = LogReading(bytes, isSealed: state.isSealed, keys: state.keys)
            report.changes += reading.lines.count
            report.bytes += bytes.count
            let name = "\(state.stream.rawValue)/\(FileNames.log)"
            if reading.isRepaired || reading.header == nil { report.findings.append(Finding(.repairedLog, name)) }
            if !reading.gaps.isEmpty || reading.missing > 0 {
                report.findings.append(Finding(.damagedLog(changes: reading.missing), name))
            }
            if reading.isUnopened, state.keys != nil { report.findings.append(Finding(.missingKey, name)) }
            // While another process writes, the end may be a save in progress.
            if !reading.tail.isEmpty, state.log != nil {
                report.findings.append(Finding(.tornTail(bytes: reading.tail.count), name))
            }
        } catch {
            throw .file(error)
        }
    }
}
