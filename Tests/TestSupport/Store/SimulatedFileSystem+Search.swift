import Glibc

extension SimulatedFileSystem {
    /// Whether a text stands in any file, as a power cut or `kill -9` at this moment would leave it.
    ///
    /// - Parameter text: what is looked for, as UTF-8.
    /// - Returns: whether it does.
    package func holds(_ text: String) -> Bool {
        let needle = Array(text.utf8)
        return contents.values.contains { $0.holds(needle) }
    }
}

extension [UInt8] {
    /// Whether bytes stand somewhere in others; the C library looks, since there are megabytes of them.
    ///
    /// - Parameter needle: what is looked for; nothing stands nowhere.
    /// - Returns: whether they do.
    package func holds(_ needle: [UInt8]) -> Bool {
        withUnsafeBytes { content in
            guard let start = content.baseAddress, let first = needle.first else { return false }
            var place = 0
            while place + needle.count <= content.count,
                let hit = memchr(start + place, Int32(first), content.count - place - needle.count + 1)
            {
                if memcmp(hit, needle, needle.count) == 0 { return true }
                place = UnsafeRawPointer(hit) - start + 1
            }
            return false
        }
    }
}
