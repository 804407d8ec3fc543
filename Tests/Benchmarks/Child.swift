import Casework
import Desk
import Panes
import Records
import Store
import Terminal
import TestSupport

/// One measurement in a process of its own.
struct Child {
    let name: String
    let store: String
    let records: Int
    let show: Bool
    let isSealed: Bool

    /// Takes it.
    func run() throws {
        switch name {
        case "generate": try generate()
        case "unlock": try unlock()
        case "settle": try Room.open(store).close()
        case "frame": try frame()
        case "rebuild": try rebuild()
        case "screen": try screen()
        default:
            switch Measurement(rawValue: name) {
            case .keys: try keys()
            case .note: try note()
            case .save: try save()
            case .find: try find()
            case .lists: try lists()
            case .sync: try sync()
            default: print(Options.usage)
            }
        }
    }

    private func generate() throws {
        let made =
            isSealed ? try Room.makeSealed(at: store, records: records) : try Room.make(at: store, records: records)
        guard let made else { return }
        print(made.wall, made.processor)
    }

    /// Prints wall and processor time of unlocking a sealed room without records: what the passphrase costs.
    private func unlock() throws {
        _ = try Room.makeSealed(at: store, records: 0)
        let watch = Stopwatch(wholeProcess: true)
        _ = try Room.open(store)
        print(watch.time.wall, watch.time.processor)
    }

    /// Prints: wall and processor time to the first frame, resident MiB then, at its highest, and after looking around.
    private func frame() throws {
        let watch = Stopwatch(wholeProcess: true)
        let desk = try Room.open(store)
        let opened = watch.time
        let typist = Typist(desk)
        let time = watch.time
        let first = Room.resident
        if show { print("opened \(opened), frame \(time)\n" + typist.screen.text) }
        for number in 1...Places.panes.count {
            typist.show(pane: number)
            _ = typist.wander(Places.moves, 60)
        }
        if show {
            print(String(decoding: (try? ScratchFolder.read("/proc/self/smaps_rollup")) ?? [], as: UTF8.self))
        }
        print(time.wall, time.processor, opened.wall, first.now, first.peak, Room.resident.now)
    }

    /// Prints wall and processor time of opening without an image.
    private func rebuild() throws {
        let watch = Stopwatch(wholeProcess: true)
        let desk = try Room.open(store)
        let time = watch.time
        guard desk.opening.wasRebuilt else { throw BenchmarkError("the index was not rebuilt") }
        print(time.wall, time.processor, Room.resident.peak)
    }

    /// The notebook on a real terminal; the parent counts what it writes.
    private func screen() throws {
        let screen = try CursesScreen()
        let notebook = Notebook(desk: try Room.open(store), screen: screen)
        _ = withExtendedLifetime(notebook) { notebook.run() }
        screen.close()
    }
}

/// Why a measurement could not be taken.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
