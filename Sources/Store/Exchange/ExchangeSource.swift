import Records

/// What an exchange needs to look at a place: nothing of the open store, so that any thread can do it.
public struct ExchangeSource: Sendable {
    /// The place.
    let place: Folder
    /// The private folder.
    let home: Folder
    let environment: StoreEnvironment
    let store: String
    let isSealed: Bool
    /// This laptop.
    let writer: WriterID
    /// The bytes of `store.json`.
    let description: [UInt8]

    /// How this laptop marks files that it has not finished: two may write to one share at the same time.
    var mark: String { ".\(writer.rawValue.prefix(8))\(Folder.unfinished)" }

    /// Puts a complete file in place; its name is made durable later, with all others of its directory.
    func put(_ bytes: [UInt8], at path: String) throws(FileError) {
        let name = path.split(separator: "/").last ?? ""
        let parent = path.dropLast(name.count)
        let stem = name.prefix { $0 != "." }
        try place.put(bytes, as: path, by: "\(parent)\(stem)\(mark)")
    }
}
