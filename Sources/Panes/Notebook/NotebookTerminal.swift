public import Desk
import Interface
public import Records

/// The notebook on the terminal of this process.
///
/// Whoever starts the program needs to know neither screens nor keys.
public enum NotebookTerminal {
    /// Why the terminal cannot show the notebook.
    public struct Failure: Error, Hashable, Sendable {
        /// What is wrong and what to do next.
        public let message: Label
    }

    /// What is special about the terminal, as the officer has set it.
    public struct Quirks: Hashable, Sendable {
        /// Whether it draws characters of ambiguous width, such as “ and ①, two columns wide.
        public var isAmbiguousWide: Bool
        /// Whether lines are drawn with plain characters.
        public var usesPlainLines: Bool

        /// Makes a set of quirks.
        ///
        /// - Parameters:
        ///   - isAmbiguousWide: whether it draws characters of ambiguous width two columns wide.
        ///   - usesPlainLines: whether lines are drawn with plain characters.
        public init(isAmbiguousWide: Bool = false, usesPlainLines: Bool = false) {
            self.isAmbiguousWide = isAmbiguousWide
            self.usesPlainLines = usesPlainLines
        }
    }

    /// Shows the notebook until the officer leaves, the system asks for it, or the terminal is gone.
    ///
    /// - Parameters:
    ///   - desk: the open desk.
    ///   - settings: what the officer chose before.
    ///   - quirks: what is special about the terminal.
    ///   - keys: the officer's own key map file, by its name and text.
    ///   - places: where directories are that can be synced with.
    ///   - remember: keeps what the officer chooses.
    /// - Returns: why it ended; the terminal is as it was.
    /// - Throws: ``Failure``; the terminal is untouched then.
    public static func run(
        _ desk: Desk, settings: NotebookSettings, quirks: Quirks = Quirks(), keys: (name: String, text: String)? = nil,
        places: SyncPlaces = SyncPlaces(), remember: @escaping (NotebookSettings) -> Void = { _ in }
    ) throws(Failure) -> ExitReason {
        let screen: CursesScreen
        do throws(ScreenError) {
            screen = try CursesScreen(
                ambiguous: quirks.isAmbiguousWide ? .wide : .narrow, lines: quirks.usesPlainLines ? .ascii : .drawn)
        } catch {
            throw Failure(message: Label(error.zh, error.en))
        }
        defer { screen.close() }
        var files = KeyMapFile.allShipped
        if let keys { files.append(KeyMapFile(name: keys.name, text: keys.text)) }
        let notebook = Notebook(
            desk: desk, screen: screen, settings: settings, keyFiles: files, places: places, remember: remember)
        // Its layers know it weakly, and an optimised build may let it go before its loop ends.
        return withExtendedLifetime(notebook) { notebook.run() }
    }
}
