import Records

/// The one gate through which the bytes of every foreign segment pass before they are written into the private folder.
///
/// Nothing is trusted for where it lay or what it was called: hashes, lengths and the signature are checked without
/// keys, the cipher's tags and the commitments with them.
struct SegmentIntake: Sendable {
    /// The store that segments must belong to.
    let store: String
    /// Whether the store is sealed.
    let isSealed: Bool
    /// The keys of the streams that are open, in a sealed store.
    let keys: [Stream: StreamKeys]
    /// What was erased, by the streams that are open.
    let redactors: [Stream: Redactor]

    /// What came of looking at a file.
    enum Verdict {
        /// It is whole; these are the bytes to keep and the changes in it, none while its key is missing.
        case good(SegmentID, [UInt8], [LocatedChange], isKeyMissing: Bool)
        /// A newer version wrote it: kept and passed on unread.
        case newer(SegmentID, [UInt8])
        /// It belongs to another store.
        case foreign
        /// Not all of it is there, or not as it was written; "not here yet". The identity, if the head is there.
        case incomplete(SegmentID?)
        /// It is no segment.
        case strange
    }

    /// Looks at a file's bytes.
    func examine(_ bytes: [UInt8]) -> Verdict {
        guard let check = SegmentCheck(bytes) else {
            // A head that was cut short is still one; nothing at all may be a file that is just being made.
            return bytes.isEmpty || bytes.starts(with: SegmentCheck.opening.prefix(bytes.count))
                || bytes.starts(with: SegmentCheck.opening) ? .incomplete(nil) : .strange
        }
        guard check.header.store == store else { return .foreign }
        if check.isNewer { return .newer(check.id, bytes) }
        guard check.isWhole, check.header.suite == (isSealed ? 1 : 0) else { return .incomplete(check.id) }
        return read(admitted(bytes, check.id), check.id)
    }

    /// What of a segment's bytes may be kept.
    ///
    /// Here values that were erased on record are taken out again when an old stick brings them back.
    ///
    /// - Parameters:
    ///   - bytes: a whole segment.
    ///   - id: which one.
    /// - Returns: the bytes to keep; head and body are the same.
    private func admitted(_ bytes: [UInt8], _ id: SegmentID) -> [UInt8] {
        redactors[id.stream].map { $0.redact(bytes, of: id.writer, named: id.name).bytes } ?? bytes
    }

    private func read(_ bytes: [UInt8], _ id: SegmentID) -> Verdict {
        let seal = isSealed ? SegmentSeal(writer: id.writer, keys: keys[id.stream]) : nil
        let reading = SegmentReading(
            bytes, stream: id.stream, store: store, name: id.name, isChecking: false, seal: seal)
        guard reading.findings.allSatisfy({ $0 == .missingKey }) else { return .incomplete(id) }
        let changes = reading.changes.map { stored, index in
            LocatedChange(
                stored: stored,
                location: ChangeLocation(stream: id.stream, writer: id.writer, number: id.name.number, index: index))
        }
        return .good(id, bytes, changes, isKeyMissing: !reading.findings.isEmpty)
    }
}
