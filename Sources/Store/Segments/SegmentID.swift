public import Records

/// Names one segment wherever it lies: the hash in its name is that of its head, which covers everything else.
public struct SegmentID: Hashable, Sendable, Comparable {
    /// The stream.
    public let stream: Stream
    /// Who wrote it.
    public let writer: WriterID
    /// Its number and the start of its hash.
    public let name: SegmentName

    /// Makes one.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - writer: who wrote it.
    ///   - name: its number and the start of its hash.
    public init(stream: Stream, writer: WriterID, name: SegmentName) {
        self.stream = stream
        self.writer = writer
        self.name = name
    }

    /// Where it lies in an exchange directory.
    var path: String { "\(FileNames.segments)/\(stream.rawValue)/\(writer.rawValue)/\(name.text)" }

    /// Reads a path of an exchange directory; `nil` when it is not where a segment belongs.
    init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == FileNames.segments, let stream = Stream(rawValue: String(parts[1])),
            WriterID.isGood(String(parts[2])), let name = SegmentName(String(parts[3]))
        else { return nil }
        self.init(stream: stream, writer: WriterID(String(parts[2])), name: name)
    }

    /// The order of streams, writers and names.
    public static func < (left: SegmentID, right: SegmentID) -> Bool {
        (left.stream, left.writer, left.name) < (right.stream, right.writer, right.name)
    }
}

extension WriterID {
    /// Whether a text can be a writer's name, and so the name of a directory.
    static func isGood(_ text: String) -> Bool {
        text.utf8.count == 26 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A }
    }
}
