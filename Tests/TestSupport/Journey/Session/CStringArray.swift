import Glibc

/// Lends Swift strings as the null-terminated array C wants for arguments and environments.
enum CStringArray {
    /// Calls a closure with the array.
    ///
    /// - Parameters:
    ///   - strings: without NUL.
    ///   - body: must not keep the pointer.
    /// - Returns: what the closure returns.
    static func lend<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count + 1)
        for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
        pointers[strings.count] = nil
        defer {
            for index in strings.indices { free(pointers[index]) }
            pointers.deallocate()
        }
        return body(pointers)
    }
}
