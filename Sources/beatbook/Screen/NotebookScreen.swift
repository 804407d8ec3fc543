import Desk
import Panes

/// The one place where the command line hands over to the screen.
enum NotebookScreen {
    /// Says what is missing before a notebook is opened for nothing.
    static func requireTerminal() throws(CommandFailure) {
        guard Surroundings.isInputTerminal, Surroundings.isOutputTerminal else {
            throw CommandFailure(
                .store,
                Label(
                    "需要在终端里运行：输入或输出被重定向了。命令行用法见 beatbook help。",
                    "This needs a terminal: input or output is redirected. For commands see beatbook help."))
        }
    }

    /// Opens the notebook on the screen until the officer leaves.
    static func open(_ desk: Desk) throws(CommandFailure) {
        defer { desk.close() }
        try requireTerminal()
        var file = SettingsFile()
        let keys = StorePlace.settings("keys.conf").flatMap { path in
            SmallFile.read(path).map { (name: path, text: String(decoding: $0, as: UTF8.self)) }
        }
        do throws(NotebookTerminal.Failure) {
            _ = try NotebookTerminal.run(
                desk, settings: file.settings, quirks: file.quirks, keys: keys, places: MountedMedia.places
            ) {
                file.remember($0)
            }
        } catch {
            throw CommandFailure(.store, error.message)
        }
    }
}
