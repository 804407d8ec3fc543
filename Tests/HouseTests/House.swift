import Foundation

/// The repository as the tests of the house read it.
struct House {
    /// The repository's folder.
    let root: String

    /// The repository this file lies in: Tests/HouseTests/House.swift.
    static let here = House(
        root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path)

    /// What lies at the top.
    var topLevel: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).sorted()
    }

    /// Files below a folder.
    ///
    /// - Parameters:
    ///   - folder: relative to the root; "" for all of it but what is built or belongs to git.
    ///   - suffix: how their names end.
    /// - Returns: paths relative to the root, sorted.
    func files(in folder: String, suffix: String = "") -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: root + "/" + folder) else { return [] }
        var found: [String] = []
        while let name = walk.nextObject() as? String {
            let path = folder.isEmpty ? name : folder + "/" + name
            if [".build", ".git", ".swiftpm"].contains(path) {
                walk.skipDescendants()
                continue
            }
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
            if !isFolder.boolValue, path.hasSuffix(suffix) { found.append(path) }
        }
        return found.sorted()
    }

    /// A file's text; bytes that are no UTF-8 are replaced.
    func text(of path: String) -> String {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The Swift files of the product: `Sources` and `Themes`.
    var product: [String] {
        files(in: "Sources", suffix: ".swift") + files(in: "Themes", suffix: ".swift")
    }

    /// The room a file belongs to: the folder under `Sources`, or `Themes`.
    static func room(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : String(parts.first ?? "")
    }
}
