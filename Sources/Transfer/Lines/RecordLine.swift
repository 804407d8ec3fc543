public import Records

/// One JSON object that was read: what somebody wants recorded, not yet checked against any declaration.
public struct RecordLine: Hashable, Sendable {
    /// What is wrong with the text that was given.
    public struct Failure: Error, Hashable, Sendable {
        /// What is wrong, where, and what to do next.
        ///
        /// It holds no text of the record.
        public let message: Label
    }

    /// The line it began on, from 1.
    public let line: Int
    /// The type it names, when it names one.
    public let type: String?
    /// Fields and what is given for them, in the order in which they were written.
    public let values: [Value.Member]

    /// Reads objects: one that fills the whole text, or one to a line.
    ///
    /// Both shapes are understood: fields at the top, `{"outcome":"1"}`, and what ``RecordLines`` writes, with the fields under
    /// `values`.
    ///
    /// - Parameter bytes: UTF-8 text; a byte order mark at its start is passed over.
    /// - Returns: the objects; at least one.
    /// - Throws: ``Failure``.
    public static func read(_ bytes: [UInt8]) throws(Failure) -> [RecordLine] {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard bytes.contains(where: { !isSpace($0) }) else {
            throw Failure(
                message: Label(
                    "没有读到内容。请从标准输入给出 JSON 对象，每行一个。",
                    "Nothing was given. Give JSON objects on standard input, one to a line."
                ))
        }
        // An object that is spread over lines is one object; a first line that is complete begins a series.
        let whole = Result(catching: { () throws(JSONReader.Failure) in try JSONReader.value(of: bytes) })
        if case .success(let value) = whole { return [try line(value, 1)] }
        let pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let first = pieces.first(where: { !$0.allSatisfy(isSpace) }), (try? JSONReader.value(of: first)) != nil
        else {
            if case .failure(let failure) = whole { throw unreadable(failure, line: nil) }
            return []
        }
        var result: [RecordLine] = []
        for (index, piece) in pieces.enumerated() where !piece.allSatisfy(isSpace) {
            switch Result(catching: { () throws(JSONReader.Failure) in try JSONReader.value(of: piece) }) {
            case .success(let value): result.append(try line(value, index + 1))
            case .failure(let failure): throw unreadable(failure, line: index + 1)
            }
        }
        return result
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func line(_ value: Value, _ number: Int) throws(Failure) -> RecordLine {
        guard let members = value.members else {
            throw Failure(
                message: Label(
                    "第 \(number) 行不是 JSON 对象。写成 {\"字段\": 值}。",
                    "Line \(number) is not a JSON object. Write {\"field\": value}."))
        }
        guard let inner = value["values"]?.members else {
            return RecordLine(line: number, type: nil, values: members)
        }
        return RecordLine(line: number, type: value["type"]?.text, values: inner)
    }

    private static func unreadable(_ failure: JSONReader.Failure, line: Int?) -> Failure {
        let place = line.map { Label("第 \($0) 行，", "line \($0), ") } ?? Label("", "")
        return Failure(
            message: Label(
                "不是有效的 JSON（\(place.zh)第 \(failure.offset) 字节：\(failure.reason)）。什么也没有保存，请核对后重试。",
                "This is not valid JSON (\(place.en)byte \(failure.offset): \(failure.reason)). Nothing was saved; correct it and try again."
            ))
    }
}
