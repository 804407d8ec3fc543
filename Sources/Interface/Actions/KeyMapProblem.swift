public import Records

/// Something in a key map file that was not understood or cannot work.
///
/// The rest of the file counts all the same.
public struct KeyMapProblem: Hashable, Sendable, Error {
    /// Which file, as the officer knows it.
    public let file: String
    /// Which line, counted from 1; `nil` when it is about the map as a whole.
    public let line: Int?
    /// What is wrong and what to do.
    public let message: Label

    /// A problem.
    ///
    /// - Parameters:
    ///   - file: which file.
    ///   - line: which line, counted from 1.
    ///   - message: what is wrong and what to do.
    public init(file: String, line: Int?, message: Label) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// The message with its place, as it is shown.
    public var label: Label {
        guard let line else { return Label("\(file)：\(message.zh)", "\(file): \(message.en)") }
        return Label("\(file) 第 \(line) 行：\(message.zh)", "\(file) line \(line): \(message.en)")
    }
}
