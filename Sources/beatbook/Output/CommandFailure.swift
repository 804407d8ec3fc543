import Desk

/// Why a command did not do what was asked.
struct CommandFailure: Error {
    /// The exit status (DESIGN §9).
    enum Status: Int32 {
        /// Refused by a rule, or nothing matched.
        case refused = 1
        /// The notebook is damaged, in use or foreign.
        case store = 2
        /// Wrong usage, as in `sysexits.h`.
        case usage = 64
    }

    let status: Status
    /// What is wrong and what to do next, a sentence to a line.
    let lines: [Label]

    init(_ status: Status, _ lines: Label...) {
        self.init(status, lines: lines)
    }

    init(_ status: Status, lines: [Label]) {
        self.status = status
        self.lines = lines
    }

    /// Puts the desk's answer into the words of the command line.
    ///
    /// - Parameters:
    ///   - error: what the desk said.
    ///   - type: what was being written, so that refusals can name their fields.
    ///   - values: what was being written, so that refusals can name their rows.
    init(_ error: DeskError, type: RecordType? = nil, values: FieldValues? = nil) {
        switch error {
        case .refused(let problems):
            // What speaks against the whole record comes first: with it, filling in the fields is in vain.
            let whole = problems.filter { $0.path == nil } + problems.filter { $0.path != nil }
            self.init(.refused, lines: whole.map { ProblemText.label($0, type: type, values: values) })
        case .notAllowed, .notFound, .nothingTo, .locked, .wrongPassphrase, .reasonNeeded:
            self.init(.refused, error.label)
        case .unknownType: self.init(.usage, error.label)
        case .readOnly, .storage: self.init(.store, error.label)
        }
    }
}

/// Runs a request to the desk and puts its refusal into the words of the command line.
func asking<Result>(
    type: RecordType? = nil, values: FieldValues? = nil, _ body: () throws(DeskError) -> Result
) throws(CommandFailure) -> Result {
    do throws(DeskError) {
        return try body()
    } catch {
        throw CommandFailure(error, type: type, values: values)
    }
}
