import Records

extension Transfer {
    mutating func fetch(_ files: [PlaceScan.File]) {
        for file in files {
            if stopsNow() { return }
            fetch(file)
            advance(file.size)
            if report.isCancelled { return }
        }
    }

    mutating func fetch(_ file: PlaceScan.File) {
        let bytes: [UInt8]
        do throws(FileError) {
            guard let read = try source.place.read(file.path) else { return }
            bytes = read
        } catch {
            findings.add(.unreadable, file.path)
            return
        }
        if let check = SegmentCheck(bytes), check.header.store == source.store, here.contains(check.id),
            !damaged.contains(check.id), !check.isNewer
        {
            note(check.id, file, bytes.count, isWhole: check.isWhole)
            return
        }
        switch intake.examine(bytes) {
        case .good(let id, let kept, let changes, let isKeyMissing):
            guard take(id, kept) else { return }
            note(id, file, bytes.count, isWhole: true)
            if isKeyMissing { findings.add(.keyMissing, file.path) }
            hand(ExchangeArrival(id: id, changes: changes, isRead: !isKeyMissing))
        case .newer(let id, let kept):
            findings.add(.newer, file.path)
            let size = here.contains(id) ? ((try? source.home.status(Self.home(id))) ?? nil)?.size ?? 0 : -1
            // Its end cannot be told, so of several copies the longest counts.
            let isBetter = bytes.count > size || bytes.count == size && damaged.contains(id)
            guard isBetter else { return note(id, file, bytes.count, isWhole: bytes.count == size) }
            guard take(id, kept) else { return }
            note(id, file, bytes.count, isWhole: true)
            hand(ExchangeArrival(id: id, changes: [], isRead: false))
        case .foreign: findings.add(.foreign, file.path)
        case .incomplete(let id): incomplete.append((file, id ?? SegmentID(path: file.path)))
        case .strange:
            if let id = SegmentID(path: file.path) {
                incomplete.append((file, id))
            } else {
                findings.add(.strange, file.path)
            }
        }
    }

    mutating func note(_ id: SegmentID, _ file: PlaceScan.File, _ size: Int, isWhole: Bool) {
        guard isWhole else {
            incomplete.append((file, id))
            return
        }
        there.insert(id)
        memory.remember(id, PlaceScan.File(path: file.path, size: size))
    }

    /// Puts a segment into the private folder.
    mutating func take(_ id: SegmentID, _ bytes: [UInt8]) -> Bool {
        let name = Self.home(id)
        let directory = "\(id.stream.rawValue)/\(FileNames.segments)/\(id.writer.rawValue)"
        do throws(FileError) {
            if touchedHere.insert(directory).inserted {
                try source.home.makeDirectory("\(id.stream.rawValue)/\(FileNames.segments)")
                try source.home.makeDirectory(directory)
                touchedHere.insert("\(id.stream.rawValue)/\(FileNames.segments)")
            }
            try source.home.put(bytes, as: name, by: name + Folder.unfinished)
        } catch {
            if error.reason == .full {
                findings.add(.fullHere(bytes.count))
            } else {
                findings.add(.unreadable, name)
            }
            report.isCancelled = true
            return false
        }
        if damaged.remove(id) != nil { findings.add(.healed, name) }
        if id.writer == source.writer, !here.contains(id) {
            findings.add(.own, id.path)
            report.bringsOwn = true
        }
        here.insert(id)
        report.received.segments += 1
        report.received.bytes += bytes.count
        report.arrived[id.writer, default: 0] += 1
        return true
    }

    mutating func hand(_ arrival: ExchangeArrival) {
        report.changes += arrival.changes.count
        let limit = source.environment.clock.now.milliseconds + 24 * 3_600_000
        findings.add(
            .ahead, count: arrival.changes.reduce(0) { $0 + ($1.stored.change.moment.milliseconds > limit ? 1 : 0) })
        if !deliver(arrival) { report.isCancelled = true }
    }

    /// Says what the place had last time and has no more.
    mutating func noteLosses(_ known: Set<SegmentID>) {
        // What could not be looked at is no sign of an old copy, and is said by itself.
        guard !report.isCancelled, !findings.contains(.unreadable) else { return }
        // What is there and damaged is no sign of an old copy.
        let lost = known.subtracting(there).subtracting(incomplete.compactMap(\.id))
        guard !lost.isEmpty else { return }
        findings.add(lost.count == known.count ? .emptied : .wentBack, lost.min()?.path, count: lost.count)
    }
}
