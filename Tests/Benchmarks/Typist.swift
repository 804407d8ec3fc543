import Desk
import Panes
import Terminal
import TestSupport

/// Presses keys in a notebook without a terminal, and times each until its frame is painted.
final class Typist {
    let notebook: Notebook
    let screen = DiffScreen()
    var random = SeededGenerator(seed: 7)

    /// Sits down.
    init(_ desk: Desk) {
        notebook = Notebook(desk: desk, screen: screen)
        screen.present(notebook.frame(screen.size))
    }

    /// Presses a key.
    ///
    /// - Returns: how long it took until the frame was painted.
    @discardableResult
    func press(_ key: Key) -> Stopwatch.Time {
        let watch = Stopwatch()
        notebook.handle(.key(key))
        screen.present(notebook.frame(screen.size))
        return watch.time
    }

    /// Types a text.
    @discardableResult
    func type(_ text: String) -> Samples {
        var samples = Samples()
        for scalar in text.unicodeScalars { samples.add(press(Key(.character(Character(scalar))))) }
        return samples
    }

    /// Presses random keys.
    ///
    /// - Parameters:
    ///   - keys: which.
    ///   - count: how many.
    /// - Returns: how long each took.
    func wander(_ keys: [Key], _ count: Int) -> Samples {
        var samples = Samples()
        for _ in 0..<count {
            if let key = keys.randomElement(using: &random) { samples.add(press(key)) }
        }
        return samples
    }

    /// Goes to a pane, leaving whatever is open.
    func show(pane number: Int) { press(Key(.character(Character("\(number)")), .alt)) }
}
