/// Every file under a place that may be a segment, whatever it is called and wherever it was put.
///
/// Only names and sizes are looked at. Links are not followed, so a loop of them ends nothing.
struct PlaceScan: Sendable {
    /// A file, relative to the place.
    struct File: Hashable, Sendable {
        let path: String
        let size: Int
    }

    /// Files that may be segments.
    private(set) var files: [File] = []
    /// Files in the directory of keys.
    private(set) var keys: [File] = []
    /// What this laptop left unfinished there.
    private(set) var leftovers: [String] = []
    /// Whether it is a notebook's own folder and no place to exchange anything.
    private(set) var isNotebook = false
    /// What cannot be looked at.
    private(set) var findings = ExchangeFindings()

    private static let deepest = 8
    private static let descriptions: Set<String> = [FileNames.store, FileNames.storeCopy, FileNames.place]

    /// Looks through a place.
    ///
    /// - Parameters:
    ///   - folder: the place.
    ///   - mark: how this laptop marks files that it has not finished.
    /// - Throws: ``FileError`` when the place itself cannot be listed.
    init(_ folder: Folder, mark: String) throws(FileError) {
        let names = try folder.call("") { () throws(FileError) in try folder.files.list(folder.root) }
        isNotebook = names.contains(FileNames.writer)
        look(at: names, in: "", folder, mark, depth: 0)
    }

    private mutating func look(at names: [String], in directory: String, _ folder: Folder, _ mark: String, depth: Int) {
        // What begins with a dot is a carrier's: files under way, waste, old versions.
        for name in names where !name.hasPrefix(".") {
            let path = directory.isEmpty ? name : "\(directory)/\(name)"
            guard !name.unicodeScalars.contains("\u{FFFD}") else {
                findings.add(.badName, directory.isEmpty ? nil : directory)
                continue
            }
            let found: FileStatus?
            do throws(FileError) {
                found = try folder.status(path)
            } catch {
                findings.add(.unreadable, path)
                continue
            }
            // Gone since it was listed: the carrier is at work.
            guard let status = found else { continue }
            if status.isOther {
                findings.add(.link, path)
            } else if status.isDirectory {
                guard depth < Self.deepest else {
                    findings.add(.tooDeep, path)
                    continue
                }
                do throws(FileError) {
                    look(at: try folder.list(path), in: path, folder, mark, depth: depth + 1)
                } catch {
                    findings.add(.unreadable, path)
                }
            } else if name.hasSuffix(Folder.unfinished) {
                if name.hasSuffix(mark) { leftovers.append(path) }
            } else if directory == FileNames.keys {
                keys.append(File(path: path, size: status.size))
            } else if !(directory.isEmpty && Self.descriptions.contains(name)) {
                files.append(File(path: path, size: status.size))
            }
        }
    }
}
