import ArgumentParser
import Desk

/// The command line (DESIGN §9): a contract that scripts and other systems lean on.
struct Beatbook: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "beatbook",
            abstract: Label("片警本：社区民警的键盘记事本。", "Beatbook: a keyboard notebook for community beat officers.").spoken,
            discussion: Label(
                """
                不带命令时打开本子。数据位置：--store，否则 BEATBOOK_STORE，否则个人数据目录。
                办理人：--officer，否则 BEATBOOK_OFFICER，否则唯一在任的人。
                加密的本子：姓名写全名；口令在终端上问，或用 --passphrase-file（如 /dev/fd/3），不写在参数和环境变量里。
                退出码：0 完成；1 规则不允许或没有匹配；2 数据损坏、被占用或不是片警本；64 命令写法有误。
                """,
                """
                Without a command the notebook opens. Where it lies: --store, else BEATBOOK_STORE, else the personal data folder.
                Who acts: --officer, else BEATBOOK_OFFICER, else the only one in office.
                Sealed: the full name; the passphrase is asked for, or --passphrase-file (/dev/fd/3), never an argument or variable.
                Exit status: 0 done; 1 refused by a rule, or nothing matched; 2 the notebook is damaged, in use or foreign; 64 wrong usage.
                """
            ).spoken,
            version: Version.text,
            subcommands: [
                OpenCommand.self, DemoCommand.self, InitCommand.self, TypesCommand.self, FieldsCommand.self,
                AddCommand.self, SetCommand.self, DeleteCommand.self, RestoreCommand.self, UndoCommand.self,
                RedoCommand.self, ListCommand.self, ShowCommand.self, HistoryCommand.self, SearchCommand.self,
                TasksCommand.self, ConflictsCommand.self, ResolveCommand.self, OfficersCommand.self,
                PassphraseCommand.self, LockCommand.self, HandoverCommand.self, AuditCommand.self, EraseCommand.self,
                LimitCommand.self, RetentionCommand.self, SubjectCommand.self, SyncCommand.self, JoinCommand.self,
                VerifyCommand.self, DoctorCommand.self,
            ],
            defaultSubcommand: OpenCommand.self)
    }
}
