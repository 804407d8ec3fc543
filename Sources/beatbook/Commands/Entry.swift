import ArgumentParser
import Desk
import Glibc
import Transfer

/// What `add` and `set` have in common: taking over what is given, saving, and answering.
struct Entry {
    let session: Session
    let type: RecordType
    let isJSON: Bool

    /// The most that is read from standard input, in bytes.
    private static let mostInput = 64 << 20

    /// The objects on standard input.
    static func linesOfInput() throws(CommandFailure) -> [RecordLine] {
        if Surroundings.isInputTerminal {
            Console.note(Label("从键盘读 JSON，Ctrl-D 结束。", "Reading JSON from the keyboard; Ctrl-D ends it."))
        }
        guard let bytes = SmallFile.bytes(of: STDIN_FILENO, most: mostInput) else {
            throw CommandFailure(
                .usage,
                Label(
                    "标准输入读不出来，或超过 64 MB。请分几次给。", "Standard input cannot be read, or is over 64 MB. Give it in parts."))
        }
        do throws(RecordLine.Failure) {
            return try RecordLine.read(bytes)
        } catch {
            throw CommandFailure(.usage, error.message)
        }
    }

    /// Refuses what would be refused on saving, and says what is doubtful, before anything is written.
    func check(_ edit: ValueEdit, base: Record?) throws(CommandFailure) {
        let problems = session.desk.problems(in: edit.values, of: type, base: base)
        for warning in problems where warning.severity == .warning {
            let text = ProblemText.label(warning, type: type, values: edit.values)
            Console.note(Label("提醒：\(text.zh)", "Note: \(text.en)"))
        }
        let refusals = problems.filter { $0.severity == .refusal }
        guard refusals.isEmpty else {
            throw CommandFailure(.refused(refusals), type: type, values: edit.values)
        }
    }

    /// Saves, and answers with the record: its number, or the whole of it as JSON.
    func save(_ edit: ValueEdit, base: Record?, batch: String? = nil) throws(CommandFailure) {
        let record = try asking(type: type, values: edit.values) { () throws(DeskError) in
            try session.desk.save(edit.values, of: type, base: base, batch: batch)
        }
        answer(record)
        let caption = session.caption(of: record)
        Console.note(Label("已保存：\(caption.zh)", "Saved: \(caption.en)"))
    }

    /// Prints the record's name, or the record.
    func answer(_ record: Record) {
        if isJSON {
            Console.json(RecordLines().object(record, type))
        } else {
            Console.out(session.name(of: record))
        }
    }
}
