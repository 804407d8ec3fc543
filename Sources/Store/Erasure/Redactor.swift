import Records

/// Takes out of segments what was erased; a value that a background thread may use.
public struct Redactor: Sendable {
    let isSealed: Bool
    let keys: StreamKeys?
    let list: ErasureList
    let random: any RandomSource

    /// Takes out of a segment whatever was erased, on this laptop or by the segment itself.
    ///
    /// Done twice gives the same as done once. Name, head, chain and signature stay as they are.
    ///
    /// - Parameters:
    ///   - bytes: the file, whole or damaged.
    ///   - writer: whose segment it is.
    ///   - name: its file name.
    /// - Returns: what to keep of it.
    public func redact(_ bytes: [UInt8], of writer: WriterID, named name: SegmentName) -> Redaction {
        let work = SegmentRedaction(
            bytes, place: .init(writer: writer, number: name.number), isSealed: isSealed, keys: keys, list: list,
            random: random)
        return Redaction(
            bytes: work.result ?? bytes, isChanged: work.result != nil, found: work.found, isUnread: work.isUnread)
    }
}
