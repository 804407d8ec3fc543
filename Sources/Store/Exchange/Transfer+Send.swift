import Records

extension Transfer {
    /// Gives the place its description, its identity and the files with keys.
    mutating func prepare() {
        let survey = plan.survey
        let isOther = survey.findings.contains(.otherStore)
        for path in survey.scan.leftovers { try? source.place.remove(path) }
        do throws(FileError) {
            if !survey.isDescribed, !isOther {
                try publish(source.description, at: FileNames.storeCopy)
                try publish(source.description, at: FileNames.store)
            }
            if let place = survey.place {
                report.place = place
            } else if !isOther {
                let place = RandomText.base32(count: 20, using: source.environment.random)
                let marker = CheckedObject.bytes(
                    kind: "place", [.init("format", .number(1)), .init("place", .text(place))])
                try publish(marker, at: FileNames.place)
                memory = memory.named(place)
                report.place = place
            }
            // A slot goes on from an epoch, so epochs come first.
            let names = try source.home.list(FileNames.keys).sorted {
                ($0.hasPrefix(EpochFile.prefix) ? 0 : 1, $0) < ($1.hasPrefix(EpochFile.prefix) ? 0 : 1, $1)
            }
            for name in names
            where source.isSealed && name.hasSuffix(".json")
                && !survey.keysThere.contains(String(name.prefix { $0 != "." }))
            {
                guard let bytes = try source.home.read("\(FileNames.keys)/\(name)") else { continue }
                try source.place.makeDirectory(FileNames.keys)
                touchedThere.insert("")
                try publish(bytes, at: "\(FileNames.keys)/\(name)")
            }
        } catch {
            fail(error)
        }
    }

    mutating func publish(_ bytes: [UInt8], at path: String) throws(FileError) {
        try source.put(bytes, at: path)
        touchedThere.insert(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
    }

    mutating func send() {
        let missing = here.subtracting(there).sorted()
        report.missingThere = missing.count
        guard !missing.isEmpty, isWritable, !report.isCancelled, isRoomThere(missing) else { return }
        for id in missing {
            if stopsNow() || !isWritable { return }
            send(id)
        }
    }

    mutating func isRoomThere(_ missing: [SegmentID]) -> Bool {
        let needed = sizes(of: Set(missing))
        guard let free = try? source.place.files.freeSpace(source.place.root), needed > free else { return true }
        findings.add(.fullThere(needed - free))
        return false
    }

    mutating func send(_ id: SegmentID) {
        let name = Self.home(id)
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try source.home.read(name) ?? []
        } catch {
            bytes = []
        }
        defer { advance(bytes.count) }
        let check = SegmentCheck(bytes)
        // Damage is not passed on: what the place has or another laptop brings may be better.
        guard let check, check.id == id, check.isWhole || check.isNewer else {
            findings.add(.damagedHere, name)
            damaged.insert(id)
            return
        }
        do throws(FileError) {
            try source.place.makeDirectory(FileNames.segments)
            try source.place.makeDirectory("\(FileNames.segments)/\(id.stream.rawValue)")
            try source.place.makeDirectory("\(FileNames.segments)/\(id.stream.rawValue)/\(id.writer.rawValue)")
            for parent in ["", FileNames.segments, "\(FileNames.segments)/\(id.stream.rawValue)"] {
                touchedThere.insert(parent)
            }
            let path = try freePath(for: id, bytes)
            try publish(bytes, at: path)
            there.insert(id)
            memory.remember(id, PlaceScan.File(path: path, size: bytes.count))
            report.sent.segments += 1
            report.sent.bytes += bytes.count
            report.missingThere -= 1
        } catch {
            fail(error)
        }
    }

    /// Where a segment can be put without taking anything away: over what is missing or is its own beginning, else beside.
    func freePath(for id: SegmentID, _ bytes: [UInt8]) throws(FileError) -> String {
        let stem = id.path.dropLast(".jsonl".count)
        for number in 1...9 {
            let path = number == 1 ? id.path : "\(stem).\(number).jsonl"
            guard let status = try source.place.status(path) else { return path }
            guard !status.isDirectory, !status.isOther, status.size <= bytes.count else { continue }
            if bytes.starts(with: try source.place.read(path) ?? []) { return path }
        }
        throw FileError(.open, id.path, code: 0, reason: .exists)
    }

    mutating func fail(_ error: FileError) {
        switch error.reason {
        case .denied:
            findings.add(.readOnly)
            isWritable = false
        case .full:
            isWritable = false
            // The same sentence as when it shows beforehand: how much is missing for everything.
            let needed = sizes(of: here.subtracting(there))
            let free = (try? source.place.files.freeSpace(source.place.root)) ?? 0
            findings.add(.fullThere(max(1, needed - free)))
        case .exists: findings.add(.broken, error.name)
        default:
            findings.add(.broken, error.name)
            isWritable = false
        }
    }
}
