import Glibc

/// Where the lines of a file are, without their ends.
///
/// They lie one after the other with one byte between, so where each ends says everything: four bytes for each, even when a
/// file made to be large is nothing but line ends.
struct LineTable: RandomAccessCollection, Sendable {
    private let ends: [UInt32]

    /// A file without lines.
    init() { ends = [] }

    /// Finds the lines of a file; the last may lack its end.
    ///
    /// - Parameter bytes: the file. One of 4 GiB or more has no lines: no segment is that large.
    init(_ bytes: [UInt8]) {
        ends = bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count <= UInt32.max else { return [] }
            // Counted first: a table that doubles as it grows takes twice what it needs.
            var count = bytes.last == 0x0A ? 0 : 1
            for byte in bytes where byte == 0x0A { count += 1 }
            var ends: [UInt32] = []
            ends.reserveCapacity(count)
            var start = 0
            while start < bytes.count {
                let found = memchr(base + start, 0x0A, bytes.count - start)
                let end = found.map { UnsafeRawPointer($0) - base } ?? bytes.count
                ends.append(UInt32(end))
                start = end + 1
            }
            return ends
        }
    }

    private init(ends: [UInt32]) { self.ends = ends }

    var startIndex: Int { 0 }
    var endIndex: Int { ends.count }

    subscript(place: Int) -> Range<Int> {
        (place == 0 ? 0 : Int(ends[place - 1]) + 1)..<Int(ends[place])
    }

    /// The same lines, with those taken apart that run together since the end between them was damaged.
    func mended(_ bytes: [UInt8]) -> LineTable {
        bytes.withUnsafeBufferPointer { all in
            var count = 0
            for line in self { Self.mend(line, in: all) { _ in count += 1 } }
            var ends: [UInt32] = []
            ends.reserveCapacity(count)
            for line in self { Self.mend(line, in: all) { ends.append(UInt32($0.upperBound)) } }
            return LineTable(ends: ends)
        }
    }

    /// Takes one line apart, if it is several values that one damaged byte each keeps together.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - all: the file.
    ///   - body: what is done with each part, in order; between two lies one byte.
    static func mend(_ line: Range<Int>, in all: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var start = line.lowerBound
        while start < line.upperBound {
            var scanner = LineScanner(UnsafeBufferPointer(rebasing: all[start..<line.upperBound]))
            guard (try? scanner.value()) != nil, !scanner.isAtEnd else { break }
            body(start..<start + scanner.position)
            start += scanner.position + 1
        }
        body(start..<Swift.max(start, line.upperBound))
    }
}
