import TestSupport

/// An officer at the notebook, who counts the keys that are pressed.
final class Officer {
    let room: PoliceRoom
    let terminal: TerminalSession
    /// Keys pressed so far; text that is typed is not counted.
    private(set) var keysPressed = 0

    var screen: TerminalScreen { terminal.screen }
    var keys: Keyboard { room.setting.keys }

    init(room: PoliceRoom, terminal: TerminalSession) {
        self.room = room
        self.terminal = terminal
    }

    /// Presses keys and waits until they were dealt with.
    ///
    /// - Parameter script: see `KeyScript`; each named key and each character counts as one.
    /// - Throws: `JourneyFailure` when the program never rests.
    func press(_ script: String) throws(JourneyFailure) {
        var rest = script[...]
        while let first = rest.first {
            rest = first == "<" ? rest.drop { $0 != ">" }.dropFirst() : rest.dropFirst()
            keysPressed += 1
        }
        try terminal.press(script)
    }

    /// Types text, which is not counted.
    ///
    /// - Parameter text: as it stands, except that `<` begins a key's name.
    /// - Throws: `JourneyFailure` when the program never rests.
    func type(_ text: String) throws(JourneyFailure) {
        try terminal.press(text)
    }

    /// Waits until a text is seen.
    ///
    /// - Parameter text: without a line break.
    /// - Throws: `JourneyFailure` with the screen when it is not.
    func see(_ text: String) throws(JourneyFailure) {
        try terminal.wait(for: text)
    }

    /// Says who is there, and puts off drafts that are offered.
    ///
    /// - Throws: `JourneyFailure` when the first pane does not come.
    func signIn() throws(JourneyFailure) {
        try see("谁在用？")
        try unlock()
        try see(" · \(PoliceRoom.officer)")
        keysPressed = 0
    }

    /// Says by digit who is there.
    ///
    /// - Throws: `JourneyFailure` when the officer is not among those who are asked for.
    func unlock() throws(JourneyFailure) {
        try see(PoliceRoom.officer)
        try press(digit(of: PoliceRoom.officer))
    }

    /// Takes an entry of the numbered menu of what can be done here.
    ///
    /// - Parameter name: how it begins.
    /// - Throws: `JourneyFailure` when there is no such entry.
    func choose(_ name: String) throws(JourneyFailure) {
        try press("<C-o>")
        try see(name)
        try press(digit(of: name))
    }

    /// The digit that stands before an entry.
    private func digit(of name: String) throws(JourneyFailure) -> String {
        for row in screen.text {
            guard let place = row.firstRange(of: name) else { continue }
            let before = row[..<place.lowerBound].reversed().drop { $0 == " " }
            if let digit = before.first, digit.isNumber { return String(digit) }
        }
        throw terminal.failure("a digit stands before \(name)")
    }

    /// How many panes there are; going right as often comes back to the first.
    var paneCount: Int { 5 }

    /// Goes to a pane by its place in the line of panes, from 1 for today.
    func pane(_ number: Int) throws(JourneyFailure) {
        try press(String(repeating: "<C-Right>", count: number - 1))
    }

    /// Leaves the notebook.
    ///
    /// - Throws: `JourneyFailure` when it does not end, or not well.
    func quit() throws(JourneyFailure) {
        try terminal.send("<C-q>")
        guard try terminal.waitForExit() == .exited(0) else { throw terminal.failure("quitting ends well") }
    }

    /// Checks what holds for every frame: no half glyph, nothing in the corner, nothing the terminal does not know.
    func checkFrame() throws(JourneyFailure) {
        try terminal.checkSoundFrame()
        try terminal.check("nothing is put in the bottom-right cell") { $0.bottomRightWritten == 0 }
        try terminal.check("no wide glyph stands in the last column") { $0.rowsWithWideGlyphAtTheEdge.isEmpty }
    }
}

extension Officer {
    /// Fails with a picture of the screen unless something holds.
    func check(_ what: String, _ condition: (TerminalScreen) -> Bool) throws(JourneyFailure) {
        try terminal.check(what, condition)
    }

    /// Opens the full form of a new visit at a household, with the caret in the note.
    ///
    /// - Parameters:
    ///   - query: what finds the household.
    ///   - head: whose it is.
    /// - Throws: `JourneyFailure` when it does not come.
    func openVisit(at query: String, of head: String) throws(JourneyFailure) {
        try pane(2)
        try type(query)
        try see(head)
        try press("<Enter><Enter>")
        try see("未告知")
        try press("2")
        try see("新走访")
        try press("<Tab>")
    }
}
