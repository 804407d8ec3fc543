import Glibc

/// A folder of one test's own, removed with everything in it when the test lets go of it.
package final class ScratchFolder: Sendable {
    /// The folder's absolute path.
    package let path: String

    /// Makes a folder.
    ///
    /// - Parameter name: part of its name, to know it by when a test was killed.
    /// - Throws: `JourneyFailure` when it cannot be made.
    package init(_ name: String = "journey") throws(JourneyFailure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/beatbook-\(name)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw JourneyFailure(call: "mkdtemp", code: errno) }
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Removes a folder and all in it.
    ///
    /// - Parameter path: nothing happens when it is gone already.
    package static func remove(_ path: String) {
        for name in names(in: path) {
            let entry = path + "/" + name
            // Links are removed, not followed.
            var facts = stat()
            if lstat(entry, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
                remove(entry)
            } else {
                unlink(entry)
            }
        }
        rmdir(path)
    }

    /// What lies in a folder.
    ///
    /// - Parameter path: of the folder.
    /// - Returns: names without `.` and `..`, sorted; none when there is no such folder.
    package static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Writes a file in the folder.
    ///
    /// - Parameters:
    ///   - bytes: its whole content.
    ///   - name: without slashes.
    ///   - mode: permissions.
    /// - Returns: its path.
    /// - Throws: `JourneyFailure` when it cannot be written.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String, mode: UInt32 = 0o600) throws(JourneyFailure) -> String {
        let file = path + "/" + name
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw JourneyFailure(call: "writing \(name)", code: errno) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw JourneyFailure(call: "writing \(name)", code: errno) }
            rest = rest.dropFirst(count)
        }
        return file
    }

    /// Reads a whole file.
    ///
    /// - Parameter path: of the file.
    /// - Returns: its bytes.
    /// - Throws: `JourneyFailure` when it cannot be read.
    package static func read(_ path: String) throws(JourneyFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw JourneyFailure(call: "reading \(path)", code: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw JourneyFailure(call: "reading \(path)", code: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}
