import ArgumentParser
import Desk

/// Where a new passphrase comes from.
struct NewPassphraseOption: ParsableArguments {
    @Option(
        name: .customLong("new-passphrase-file"),
        help: ArgumentHelp(
            Label("新口令所在的文件（第一行）。", "The file whose first line is the new passphrase.").spoken, valueName: "file"))
    var file: String?
}
