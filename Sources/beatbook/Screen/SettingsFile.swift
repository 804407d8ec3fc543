import Desk
import Glibc
import Panes

/// What the officer chose for this laptop, in `settings.json` of the personal settings folder.
struct SettingsFile {
    /// What is there now, unknown members included: a newer version's choices survive.
    private var members: [Value.Member] = []
    private let path: String?

    /// Reads the file; one that is missing or damaged leaves every choice as it is shipped.
    init() {
        path = StorePlace.settings("settings.json")
        guard let path, let bytes = SmallFile.read(path) else { return }
        if let members = (try? JSONReader.value(of: bytes))?.members {
            self.members = members
        } else {
            Console.note(
                Label("\(path) 读不出来，按默认设置打开。", "\(path) cannot be read; the shipped settings are used."))
        }
    }

    private func value(_ name: String) -> Value? { members.first { $0.name == name }?.value }

    /// The settings of the screen.
    var settings: NotebookSettings {
        var settings = NotebookSettings(language: Surroundings.language)
        if let language = value("language")?.text.flatMap(Language.init), Surroundings.askedLanguage == nil {
            settings.language = language
        }
        if let theme = value("theme")?.text { settings.theme = theme }
        if let phrases = value("phrases")?.list { settings.phrases = phrases.compactMap(\.text) }
        if let minutes = value("lock_after_minutes")?.number, minutes > 0 { settings.lockAfterMinutes = minutes }
        return settings
    }

    /// What is special about the terminal.
    var quirks: NotebookTerminal.Quirks {
        NotebookTerminal.Quirks(
            isAmbiguousWide: value("ambiguous_wide")?.bool ?? false, usesPlainLines: value("plain_lines")?.bool ?? false
        )
    }

    /// Keeps the settings.
    ///
    /// They are a convenience: when they cannot be written, the notebook goes on.
    mutating func remember(_ settings: NotebookSettings) {
        put("language", .text(settings.language.rawValue))
        put("theme", .text(settings.theme))
        put("phrases", .list(settings.phrases.map { .text($0) }))
        put("lock_after_minutes", settings.lockAfterMinutes.map { .number($0) } ?? .null)
        guard let path else { return }
        Self.write(JSONWriter.bytes(of: .object(members)) + [0x0A], to: path)
    }

    private mutating func put(_ name: String, _ value: Value) {
        let member = Value.Member(name, value)
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index] = member
        } else {
            members.append(member)
        }
    }

    /// Another file first, then its name: a power cut leaves the old choices or the new.
    private static func write(_ bytes: [UInt8], to path: String) {
        Folders.makeParents(of: path)
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        let isWhole = count == bytes.count && fsync(file) == 0
        close(file)
        if isWhole { rename(temporary, path) } else { unlink(temporary) }
    }
}
