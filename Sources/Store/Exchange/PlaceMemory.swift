import Records

/// What this laptop remembers of a place, privately: which files it found whole there, so that nothing new costs
/// nothing, and a place that went back in time is noticed.
///
/// It is a hint and no truth: a file counts as remembered only while its path and size are the same, and whatever is
/// fetched is verified again.
struct PlaceMemory: Sendable {
    /// The place's identity.
    let place: String
    /// When it was met last, in milliseconds since 1970; 0 when never.
    var met = 0
    /// The sizes of segments that were found whole where they belong.
    private(set) var sizes: [SegmentID: Int] = [:]
    /// Segments that were found whole elsewhere: renamed files and copies of a carrier.
    private(set) var others: [String: (id: SegmentID, size: Int)] = [:]
    /// Whether it differs from what was read.
    private(set) var isChanged = false

    static let kind = "place-memory"

    init(place: String) {
        self.place = place
    }

    /// Takes over what was found at a place that had no identity until now.
    func named(_ place: String) -> PlaceMemory {
        var memory = PlaceMemory(place: place)
        memory.met = met
        memory.sizes = sizes
        memory.others = others
        memory.isChanged = true
        return memory
    }

    /// The segment that a file holds, if it was found whole before.
    func known(_ file: PlaceScan.File) -> SegmentID? {
        if let id = SegmentID(path: file.path), let size = sizes[id] { return size == file.size ? id : nil }
        if let other = others[file.path] { return other.size == file.size ? other.id : nil }
        return nil
    }

    /// Every segment that was found whole.
    var all: Set<SegmentID> { Set(sizes.keys).union(others.values.map(\.id)) }

    /// Remembers a file that was found whole.
    mutating func remember(_ id: SegmentID, _ file: PlaceScan.File) {
        isChanged = true
        if SegmentID(path: file.path) == id {
            sizes[id] = file.size
        } else {
            others[file.path] = (id, file.size)
        }
    }

    /// Forgets files that are not there any more.
    mutating func keep(only paths: Set<String>) {
        let gone = sizes.keys.filter { !paths.contains($0.path) }
        for id in gone { sizes[id] = nil }
        let strayed = others.keys.filter { !paths.contains($0) }
        for path in strayed { others[path] = nil }
        if !gone.isEmpty || !strayed.isEmpty { isChanged = true }
    }

    /// The private file.
    static func file(_ place: String) -> String { "\(FileNames.places)/\(place).json" }

    /// The file's content.
    func bytes(store: String) -> [UInt8] {
        var lists: [Stream: [WriterID: [(SegmentName, Int)]]] = [:]
        for (id, size) in sizes { lists[id.stream, default: [:]][id.writer, default: []].append((id.name, size)) }
        let files = lists.sorted { $0.key < $1.key }.map { stream, writers in
            Value.Member(
                stream.rawValue,
                .object(
                    writers.sorted { $0.key < $1.key }.map { writer, names in
                        // One text for each writer: ten years are 15,000 names.
                        let text = names.sorted { $0.0 < $1.0 }.map { "\($0.number)-\($0.short):\($1)" }
                        return .init(writer.rawValue, .text(text.joined(separator: " ")))
                    }))
        }
        let strays = others.sorted { $0.key < $1.key }.map { path, other in
            Value.list([.text(path), .number(other.size), .text(other.id.path)])
        }
        return CheckedObject.bytes(
            kind: Self.kind,
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("place", .text(place)),
                .init("met", .number(met)), .init("files", .object(files)), .init("others", .list(strays)),
            ])
    }

    /// Reads the file; what is damaged or of another store is nothing remembered.
    init(_ bytes: [UInt8]?, place: String, store: String) {
        self.place = place
        guard let value = bytes.flatMap({ CheckedObject.read($0, kind: Self.kind) }), value["store"]?.text == store,
            value["place"]?.text == place
        else { return }
        met = value["met"]?.number ?? 0
        for stream in value["files"]?.members ?? [] {
            guard let name = Stream(rawValue: stream.name) else { continue }
            for writer in stream.value.members ?? [] {
                for entry in (writer.value.text ?? "").split(separator: " ") {
                    let parts = entry.split { $0 == "-" || $0 == ":" }
                    guard parts.count == 3, let number = Int(parts[0]), let size = Int(parts[2]) else { continue }
                    let segment = SegmentName(number: number, short: String(parts[1]))
                    sizes[SegmentID(stream: name, writer: WriterID(writer.name), name: segment)] = size
                }
            }
        }
        for other in value["others"]?.list ?? [] {
            guard let parts = other.list, parts.count == 3, let path = parts[0].text, let size = parts[1].number,
                let id = parts[2].text.flatMap({ SegmentID(path: $0) })
            else { continue }
            others[path] = (id, size)
        }
    }
}
