import Foundation

/// How much a test tries: everything in `.ci/run` and `.ci/heavy` (release, `BEATBOOK_LONG=1`), a sample elsewhere.
enum Extent {
    static let isLong = ProcessInfo.processInfo.environment["BEATBOOK_LONG"] == "1"
}
