/// The steps of an editor that can be taken back.
///
/// Typing is taken back by the stretch, everything else one by one.
struct EditHistory: Sendable {
    /// One step.
    struct Step: Sendable {
        /// What kind of step may grow together with the next.
        enum Kind: Sendable {
            case typing
            case backspacing
            case other
        }

        var start: TextPosition
        var removed: String
        var inserted: String
        var caretBefore: TextPosition
        var kind: Kind
    }

    private var done: [Step] = []
    private var undone: [Step] = []
    private var isSealed = true

    var canUndo: Bool { !done.isEmpty }
    var canRedo: Bool { !undone.isEmpty }

    /// Ends the stretch: what is typed next is a step of its own.
    mutating func seal() { isSealed = true }

    mutating func add(_ step: Step) {
        undone = []
        defer { isSealed = step.kind == .other }
        guard !isSealed, var last = done.last, last.kind == step.kind, last.start.paragraph == step.start.paragraph
        else {
            done.append(step)
            return
        }
        switch step.kind {
        // A stretch of typing ends with a sentence, so that one undo takes back about what was meant as one thing.
        case .typing
        where step.removed.isEmpty && step.start.offset == last.start.offset + last.inserted.utf8.count
            && !Self.endsStretch(last.inserted):
            last.inserted += step.inserted
        case .backspacing
        where !step.removed.contains("\n")
            && step.start.offset + step.removed.utf8.count == last.start.offset:
            last.start = step.start
            last.removed = step.removed + last.removed
        default:
            done.append(step)
            return
        }
        done[done.count - 1] = last
    }

    mutating func undo() -> Step? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        isSealed = true
        return step
    }

    mutating func redo() -> Step? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        isSealed = true
        return step
    }

    private static func endsStretch(_ text: String) -> Bool {
        text.count >= 40 || text.last.map { "。！？；\n".contains($0) } ?? false
    }
}
