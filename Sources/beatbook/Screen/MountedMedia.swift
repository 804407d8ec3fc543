import Glibc
import Panes

/// What is plugged in, and the directories on it: for the place to sync with.
enum MountedMedia {
    /// What the screen asks for.
    static let places = SyncPlaces(mounted: { mounted() }, folders: { folders(in: $0) })

    /// Where desktops and administrators mount sticks and shares.
    private static let roots = ["/media/", "/run/media/", "/mnt/"]
    /// A table of mounts is some KB; a directory with more names is no place to look around in.
    private static let most = 1 << 20
    private static let mostNames = 2000

    /// The media that are mounted where sticks and shares are.
    static func mounted() -> [String] {
        guard let bytes = SmallFile.read("/proc/self/mounts", most: most) else { return [] }
        return mounted(in: String(decoding: bytes, as: UTF8.self))
    }

    /// The media in a table as the kernel writes it: blanks stand as `\040`.
    static func mounted(in table: String) -> [String] {
        var result: [String] = []
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: " ")
            guard columns.count > 2 else { continue }
            let path = unescaped(columns[1])
            if roots.contains(where: { path.hasPrefix($0) }), !result.contains(path) { result.append(path) }
        }
        return result.sorted()
    }

    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3,
                let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The directories in a directory, by their names; hidden ones are left out.
    static func folders(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        var seen = 0
        while seen < mostNames, let entry = readdir(directory) {
            seen += 1
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            var status = stat()
            guard stat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
            names.append(name)
        }
        return names.sorted()
    }
}
