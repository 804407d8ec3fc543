/// A control sequence (CSI) taken apart.
struct ControlSequence: Sendable, CustomStringConvertible {
    /// `?`, `>`, `<`, `=` or nothing.
    var prefix: UInt8?
    /// The parameters, each with its sub-parameters; a missing number is nil.
    var parameters: [[Int?]]
    /// Bytes between the parameters and the end.
    var intermediates: [UInt8]
    /// The byte which says what to do.
    var final: UInt8

    /// A count: 1 when missing or 0.
    func count(_ index: Int = 0) -> Int {
        max(1, number(index, or: 1))
    }

    /// A number with a default.
    func number(_ index: Int, or standard: Int) -> Int {
        guard parameters.indices.contains(index), let value = parameters[index].first else { return standard }
        return value ?? standard
    }

    var description: String {
        let head = prefix.map { String(Unicode.Scalar($0)) } ?? ""
        let numbers = parameters.map { parts in
            parts.map { part in part.map { String($0) } ?? "" }.joined(separator: ":")
        }
        let middle = String(decoding: intermediates, as: UTF8.self)
        return "CSI " + head + numbers.joined(separator: ";") + middle + String(Unicode.Scalar(final))
    }
}
