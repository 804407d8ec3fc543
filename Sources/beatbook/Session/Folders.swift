import Glibc

/// Makes the folders in which something is to lie.
enum Folders {
    /// Makes every folder above a path that is not there yet, for its owner alone.
    ///
    /// What cannot be made is left to whoever opens the path: the failure is said there.
    static func makeParents(of path: String) {
        var folder = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/").dropLast() {
            folder += (folder.isEmpty || folder.hasSuffix("/") ? "" : "/") + part
            guard mkdir(folder, 0o700) == 0 else { continue }
            // A new folder's name must outlive a power cut, or what is saved in it does not either.
            let above = folder.lastIndex(of: "/").map { folder[..<$0] + "/." } ?? "."
            let parent = open(String(above), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard parent >= 0 else { continue }
            fsync(parent)
            close(parent)
        }
    }
}
