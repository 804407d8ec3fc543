import Records
import TestSupport

/// What a command answered.
struct CommandAnswer {
    let status: Int32
    let output: [UInt8]
    let messages: String

    init(_ run: ToolRun) {
        status = if case .exited(let status) = run.ending { status } else { -1 }
        output = run.output
        messages = run.errorText
    }

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard output.
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// The objects on standard output, one to a line.
    func objects() throws -> [Value] {
        try output.split(separator: UInt8(ascii: "\n")).map { try JSONReader.value(of: $0) }
    }

    /// Fails with everything that was said when the status is another one.
    func expect(_ wanted: Int32) throws {
        guard status == wanted else {
            throw JourneyFailure("status \(status) instead of \(wanted)\n\(text)\n\(messages)")
        }
    }
}
