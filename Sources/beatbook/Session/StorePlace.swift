import Desk
import Glibc

/// Where notebooks and what belongs to them lie.
enum StorePlace {
    /// The notebook that is meant: `--store`, else `BEATBOOK_STORE`, else one of the personal data folder.
    ///
    /// - Parameters:
    ///   - option: what `--store` gave.
    ///   - name: its name in the personal data folder.
    /// - Returns: the directory.
    /// - Throws: `CommandFailure` when there is no home folder.
    static func path(_ option: String?, name: String = "default") throws(CommandFailure) -> String {
        if let option {
            guard !option.isEmpty else {
                throw CommandFailure(.usage, Label("--store 后面要写目录。", "--store needs a folder."))
            }
            return option
        }
        if let variable = Surroundings.variable("BEATBOOK_STORE") { return variable }
        return try folder("XDG_DATA_HOME", in: ".local/share") + "/\(name)"
    }

    /// A directory as it is remembered: it must mean the same when the program is started elsewhere.
    static func whole(_ directory: String) -> String {
        guard !directory.hasPrefix("/"), let here = getcwd(nil, 0) else { return directory }
        defer { free(here) }
        return String(cString: here) + "/" + directory
    }

    /// A file of the officer's own settings.
    static func settings(_ name: String) -> String? {
        (try? folder("XDG_CONFIG_HOME", in: ".config")).map { "\($0)/\(name)" }
    }

    /// XDG base directories: a relative one is to be passed over.
    private static func folder(_ variable: String, in home: String) throws(CommandFailure) -> String {
        if let folder = Surroundings.variable(variable), folder.hasPrefix("/") { return folder + "/beatbook" }
        guard let start = Surroundings.variable("HOME") else {
            throw CommandFailure(
                .usage,
                Label(
                    "不知道本子放在哪里：没有 HOME。请用 --store 指定目录。",
                    "Where the notebook lies is not known: HOME is not set. Name its folder with --store."))
        }
        return "\(start)/\(home)/beatbook"
    }
}
