import Records

/// `writer.json`: this laptop's incarnation, and what proves that the file has not been copied.
///
/// It records the number and the birth time that the disk gave to this very file. A copy, a clone of the directory or a
/// restored backup has others, or another machine.
struct WriterFile: Sendable {
    let writer: Writer
    let store: String
    let machine: String
    let inode: String
    let birth: Int

    /// Writes a new file.
    static func write(_ writer: Writer, store: String, to folder: Folder, machine: String) throws(FileError) {
        let temporary = FileNames.writer + Folder.unfinished
        try folder.remove(temporary)
        let file = try folder.open(temporary, .create)
        defer { folder.files.close(file) }
        guard let status = try folder.status(temporary) else {
            throw FileError(.status, temporary, code: 0, reason: .missing)
        }
        func members(_ keys: [Stream: [UInt8]]) -> Value {
            .object(keys.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .text(Base64URL.text($0.value))) })
        }
        let bytes = CheckedObject.bytes(
            kind: "writer",
            [
                .init("format", .number(1)), .init("store", .text(store)), .init("writer", .text(writer.id.rawValue)),
                .init("incarnation", .number(writer.incarnation)), .init("suite", .number(0)),
                .init("keys", members(writer.keys)), .init("secrets", members(writer.secrets)),
                .init("machine", .text(machine)),
                // As text: JSON numbers end at 2^63.
                .init("inode", .text(String(status.inode))), .init("birth", .number(status.birth)),
            ])
        try folder.write(bytes, to: file, at: 0, name: temporary)
        try folder.call(temporary) { () throws(FileError) in try folder.files.sync(file) }
        try folder.replace(FileNames.writer, with: temporary)
    }

    /// Reads the file; `nil` when it is damaged.
    init?(_ bytes: [UInt8]) {
        guard let value = CheckedObject.read(bytes, kind: "writer"), value["format"]?.number == 1,
            let store = value["store"]?.text, let incarnation = value["incarnation"]?.number,
            let members = value["secrets"]?.members, let machine = value["machine"]?.text,
            let inode = value["inode"]?.text, let birth = value["birth"]?.number
        else { return nil }
        var secrets: [Stream: [UInt8]] = [:]
        for member in members {
            guard let stream = Stream(rawValue: member.name),
                let secret = member.value.text.flatMap({ Base64URL.bytes($0, count: 32) })
            else { return nil }
            secrets[stream] = secret
        }
        guard secrets.count == Stream.allCases.count,
            let writer = try? Writer(secrets: secrets, incarnation: incarnation),
            writer.id.rawValue == value["writer"]?.text
        else { return nil }
        self.writer = writer
        self.store = store
        self.machine = machine
        self.inode = inode
        self.birth = birth
    }

    /// Whether this is the file that was written, on the machine that wrote it.
    func isOriginal(_ status: FileStatus, machine: String, store: String) -> Bool {
        self.machine == machine && inode == String(status.inode) && birth == status.birth && self.store == store
    }

    /// How a machine is named in the file: nobody should learn it from a lost stick.
    static func machineHash(_ machine: String, store: String) -> String {
        Hashing.hash(Array("beatbook machine 1\n\(store)\n\(machine)".utf8)).text
    }
}
