import Desk
import Interface
import Panes
import Records
import Store
import TestSupport

/// A notebook on a disk that exists only in memory, pressed key by key.
final class NotebookFixture {
    let disk: SimulatedFileSystem
    let screen: RecordingScreen
    let desk: Desk
    let notebook: Notebook
    /// What the officer chose, as whoever opened the notebook would remember it.
    private(set) var remembered: [NotebookSettings] = []

    /// How wide and high the frames are.
    var size: Size

    /// The shipped demo with 苏行简 signed in, or the same disk again.
    convenience init(
        _ size: Size = .standard, disk: SimulatedFileSystem? = nil, settings: NotebookSettings = NotebookSettings(),
        signsIn: Bool = true, milliseconds: Int? = nil, places: SyncPlaces = SyncPlaces()
    ) throws {
        let place = Self.place
        let files = try disk ?? Self.demo.get().cloned()
        // Another seed than the demo's, and another each time it is opened, as real randomness would be.
        var environment = StoreEnvironment.simulated(files, seed: disk == nil ? 41 : 77, tuning: StoreTuning())
        if let milliseconds { environment.clock = ScriptedClock(milliseconds: milliseconds) }
        let desk = try Desk.open(at: place, environment: environment)
        if signsIn, let officer = desk.people().first(where: { $0.name == "苏行简" }) { try desk.signIn(officer.id) }
        self.init(desk, disk: files, size: size, settings: settings, places: places)
    }

    static let place = "room"

    /// The shipped demo, made once: every test has a copy.
    private static let demo = Result { () throws -> SimulatedFileSystem in
        let files = SimulatedFileSystem()
        let desk = try Desk.createDemo(
            at: place, environment: .simulated(files, seed: 23, tuning: StoreTuning()))
        desk.close()
        return files
    }

    /// A copy of the disk with the shipped demo.
    static func demoDisk() throws -> SimulatedFileSystem { try demo.get().cloned() }

    init(
        _ desk: Desk, disk: SimulatedFileSystem, size: Size, settings: NotebookSettings,
        places: SyncPlaces = SyncPlaces()
    ) {
        self.desk = desk
        self.disk = disk
        self.size = size
        screen = RecordingScreen(size: size)
        var keep: (NotebookSettings) -> Void = { _ in }
        notebook = Notebook(desk: desk, screen: screen, settings: settings, places: places) { keep($0) }
        keep = { [weak self] in self?.remembered.append($0) }
    }

    /// A notebook that is neither sealed nor the fictional demo: whoever has the disk can read it.
    static func clear(_ size: Size = .standard) throws -> NotebookFixture {
        let disk = SimulatedFileSystem()
        let desk = try Desk.create(
            at: place, environment: .simulated(disk, tuning: StoreTuning()), room: "榆钱社区警务室", officer: "苏行简")
        return NotebookFixture(desk, disk: disk, size: size, settings: NotebookSettings())
    }

    /// Opens a sealed notebook at its locked screen.
    func unlock(_ passphrase: String, as name: String = "苏行简") {
        type(name)
        press("Enter")
        type(passphrase)
        press("Enter")
    }

    /// How many keys were pressed.
    private(set) var keyCount = 0

    /// Presses keys by name; a name that is no key is typed as text.
    func press(_ names: String...) {
        for name in names {
            if let key = Key(name: name) {
                send(.key(key))
            } else {
                type(name)
            }
        }
    }

    /// Types text, one scalar at a time as a terminal sends it.
    func type(_ text: String) {
        for scalar in text.unicodeScalars { send(.key(.character(Character(scalar)))) }
    }

    func paste(_ text: String) { notebook.handle(.paste(text)) }

    private func send(_ event: InputEvent) {
        keyCount += 1
        notebook.handle(event)
        _ = notebook.frame(size)
    }

    /// The frame as text, without trailing blanks.
    var text: String { notebook.frame(size).text() }

    /// One row of the frame.
    func row(_ number: Int) -> String { notebook.frame(size).rowText(number) }

    /// The row that holds a text; empty when none does.
    func row(with text: String) -> String {
        let frame = notebook.frame(size)
        return (0..<size.rows).map { frame.rowText($0) }.first { $0.contains(text) } ?? ""
    }

    /// The status line.
    var status: String { row(size.rows - 3) }

    /// Chooses a command from the palette by what is typed.
    func command(_ text: String) {
        press("Ctrl-P")
        type(text)
        press("Enter")
    }
}

extension Size {
    static let standard = Size(rows: 24, columns: 80)
    static let wide = Size(rows: 30, columns: 100)
}
