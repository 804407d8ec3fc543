import Glibc

/// Finds the programs built along with the tests.
package enum BuiltProduct {
    /// The path of a program of this package.
    ///
    /// SwiftPM puts the test runner and the programs of one build into one folder.
    ///
    /// - Parameter name: of the product.
    /// - Returns: its path.
    /// - Throws: `JourneyFailure` when it is not there.
    package static func path(of name: String) throws(JourneyFailure) -> String {
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &room, room.count)
        let runner = String(decoding: room.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = runner.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let path = folder + "/" + name
        guard access(path, X_OK) == 0 else {
            throw JourneyFailure("no program \(name) beside the test runner; build the whole package first")
        }
        return path
    }
}
