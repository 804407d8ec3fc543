public import Records

/// One thing that two laptops did differently and that waits for an officer to decide.
public struct Conflict: Hashable, Sendable, Identifiable {
    /// What kind of thing it is.
    public enum Kind: String, Sendable {
        /// A field has several values.
        case field
        /// A record was deleted here and edited there; it stays until somebody decides.
        case record
        /// A row of a sub-table was deleted here and edited there.
        case row
    }

    /// Names a conflict: the record and the path.
    public struct ID: Hashable, Sendable {
        /// The record.
        public let record: RecordID
        /// Where in it.
        public let path: FieldPath

        /// Names a conflict.
        ///
        /// - Parameters:
        ///   - record: the record.
        ///   - path: where in it.
        public init(_ record: RecordID, _ path: FieldPath) {
            self.record = record
            self.path = path
        }
    }

    /// One of the sides.
    public struct Version: Hashable, Sendable {
        /// The change that wrote it.
        public let change: ChangeID
        /// The value; at a deleted record or row `null` on the side that deleted.
        public let value: Value
        /// What this side wrote in a record or row that the other one deleted.
        public let edits: [Desk.HistoryEntry.Entry]
        /// Who wrote it; empty when the officer's record is not here.
        public let officer: String
        /// When, by the writer's clock.
        public let moment: Moment
        /// On which laptop.
        public let laptop: LaptopName
        /// Whether the writer's clock was not to be trusted, or is more than a day ahead of this one.
        public let isDoubtful: Bool

        /// The same without what was written.
        var closed: Version {
            Version(
                change: change, value: .null, edits: [], officer: officer, moment: moment, laptop: laptop,
                isDoubtful: isDoubtful)
        }
    }

    /// What the officer decided.
    public enum Choice: Hashable, Sendable {
        /// One of the sides, by its place from 0.
        case version(Int)
        /// Both: texts joined, choices and references together.
        case both
        /// Something else.
        case value(Value)
    }

    /// The record as it was when the conflict was looked at: what is decided replaces only what was seen.
    ///
    /// Of a restricted record that nobody opened, only what lists show.
    public let base: Record
    /// The record's type.
    public let type: RecordType
    /// Where in the record.
    public let path: FieldPath
    /// What kind of thing it is.
    public let kind: Kind
    /// The sides, the oldest first, so that the same one stands left whoever looks.
    public let versions: [Version]
    /// Whether the record is restricted and was not opened: then the sides have neither values nor edits.
    public let isClosed: Bool
    /// Which side is shown in the record until somebody decides.
    public let shown: Int

    /// Names it.
    public var id: ID { ID(base.id, path) }

    /// The field; `nil` at a life mark, and for a field of a newer version.
    public var field: FieldSpec? { path.isLife ? nil : type.field(at: path) }

    /// What both sides together would be; `nil` where there is no such thing.
    public var both: Value? {
        guard kind == .field, let field else { return nil }
        return Self.joined(versions.map(\.value), in: field)
    }

    /// Several values of a field in one; `nil` where a field holds one value only.
    static func joined(_ all: [Value], in field: FieldSpec) -> Value? {
        let values = all.filter { !$0.isEmpty }
        switch field.kind {
        case .longText:
            let texts = values.compactMap(\.text)
            guard texts.count == values.count, var joined = texts.first else { return nil }
            for text in texts.dropFirst() { joined = TextDifference.union(joined, text) }
            return .text(joined)
        // Of a number there is one.
        case .text where field.search != .number:
            var parts: [String] = []
            for text in values.compactMap(\.text) where !parts.contains(where: { $0.contains(text) }) {
                parts.removeAll { text.contains($0) }
                parts.append(text)
            }
            return .text(parts.joined(separator: "；"))
        case .choices, .references:
            var all: [Value] = []
            for value in values.flatMap({ $0.list ?? [] }) where !all.contains(value) { all.append(value) }
            return .list(all)
        default: return nil
        }
    }
}

/// On which laptop something was written, as far as it can be told.
public enum LaptopName: Hashable, Sendable {
    /// This one.
    case own
    /// Another one, with the letter that stands in its working numbers.
    case lettered(String)
    /// Another one of which no number is known.
    case other

    /// What an officer calls it.
    public var label: Label {
        switch self {
        case .own: Label("本机", "this laptop")
        case .lettered(let letter): Label("\(letter)机", "laptop \(letter)")
        case .other: Label("另一台电脑", "another laptop")
        }
    }
}
