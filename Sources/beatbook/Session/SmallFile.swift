import Glibc

/// Reads what the machine keeps in small files, outside the notebook.
enum SmallFile {
    /// A whole file; `nil` when it is not there or cannot be read.
    static func read(_ path: String, most: Int = 1 << 20) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return bytes(of: file, most: most)
    }

    /// Everything that comes from an open file or pipe; `nil` when it fails or holds more than is allowed.
    static func bytes(of file: Int32, most: Int) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0, result.count + count <= most else { return nil }
            if count == 0 { return result }
            result += buffer[..<count]
        }
    }
}
