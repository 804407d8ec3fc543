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
            mkdir(folder, 0o700)
        }
    }
}
