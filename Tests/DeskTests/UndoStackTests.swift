import Records
import TestSupport
import Testing

@testable import Desk

@Suite struct UndoStackTests {
    /// An officer's keys: w writes, u undoes, r redoes.
    ///
    /// The model is the two stacks everybody knows.
    @Test(arguments: 0..<200)
    func whatTheLogSaysIsWhatTwoStacksWouldSay(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var log: [UndoStack.Entry] = []
        var undoable: [ChangeID] = []
        var redoable: [ChangeID] = []
        var number: UInt8 = 0
        func add(undoing: ChangeID?) throws -> ChangeID {
            number += 1
            let id = try #require(ChangeID(bytes: [UInt8](repeating: number, count: 32)))
            log.insert(.init(id: id, undoes: undoing, batch: nil), at: 0)
            return id
        }
        for _ in 0..<60 {
            let stack = UndoStack(newestFirst: log)
            #expect(stack.undoTarget?.id == undoable.last)
            #expect(stack.redoTarget?.id == redoable.last)
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1:
                undoable.append(try add(undoing: nil))
                redoable = []
            case 2, 3:
                guard let target = undoable.popLast() else { continue }
                redoable.append(try add(undoing: target))
            default:
                guard let target = redoable.popLast() else { continue }
                undoable.append(try add(undoing: target))
            }
        }
    }
}
