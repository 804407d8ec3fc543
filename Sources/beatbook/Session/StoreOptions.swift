import ArgumentParser
import Desk

/// The language of what is said.
///
/// It is understood before all others, in ``Surroundings``; here it is only accepted.
struct LanguageOption: ParsableArguments {
    enum Choice: String, ExpressibleByArgument, CaseIterable {
        case zh
        case en
    }

    @Option(name: .customLong("lang"), help: ArgumentHelp(Label("语言：zh 或 en。", "Language: zh or en.").spoken))
    var choice: Choice?
}

/// Which notebook, and how it answers.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(Label("本子所在的目录。", "The notebook's folder.").spoken, valueName: "dir"))
    var store: String?

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(
            Label(
                "口令所在的文件（第一行），如 /dev/fd/3；不写就在终端上问。",
                "The file whose first line is the passphrase, such as /dev/fd/3; else it is asked for."
            )
            .spoken, valueName: "file"))
    var passphraseFile: String?

    @OptionGroup var language: LanguageOption
}

/// Who acts.
struct OfficerOption: ParsableArguments {
    @Option(
        name: .customLong("officer"),
        help: ArgumentHelp(
            Label("办理人的姓名（可用拼音首字母）。", "Who acts: a name, or its pinyin initials.").spoken, valueName: "name"))
    var name: String?
}

/// Whether programs read the answer.
struct JSONOption: ParsableArguments {
    @Flag(
        name: .customLong("json"),
        help: ArgumentHelp(Label("每行输出一个 JSON 对象。", "Print one JSON object to a line.").spoken))
    var isOn = false
}

/// Why a restricted record is opened.
struct ReasonOption: ParsableArguments {
    @Option(
        name: .customLong("reason"),
        help: ArgumentHelp(
            Label("打开受限记录的理由，记入操作日志。", "Why a restricted record is opened; it goes into the audit log.").spoken,
            valueName: "text"))
    var text: String?
}

/// Whether hidden values are shown whole.
struct RevealOption: ParsableArguments {
    @Flag(
        name: .customLong("reveal"),
        help: ArgumentHelp(
            Label("显示电话、身份号码等隐藏内容。", "Show what is hidden, such as telephone and ID numbers.").spoken))
    var isOn = false
}
