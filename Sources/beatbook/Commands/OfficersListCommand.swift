import ArgumentParser
import Desk
import Printing

/// `beatbook officers list`.
struct OfficersListCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Label("谁在任，谁有钥匙。", "Who is in office, and who has a key.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        for entry in try asking({ () throws(DeskError) in try session.desk.officers() }) {
            guard !json.isOn else {
                Console.json(
                    .object([
                        .init("id", .text(entry.id.rawValue)), .init("name", .text(entry.name)),
                        .init("role", .text(entry.role.rawValue)), .init("active", .bool(entry.isActive)),
                        .init("key", .bool(entry.hasKey)), .init("restricted", .bool(entry.opensRestricted)),
                    ]))
                continue
            }
            let role = CodeTable.officerRole.label(of: entry.role.rawValue)?.spoken ?? ""
            var parts = [entry.name, role]
            if !entry.isActive { parts.append(Label("已离任", "left office").spoken) }
            if session.desk.isSealed, entry.isActive {
                let key =
                    entry.opensRestricted
                    ? Label("有钥匙（含受限内容）", "key, restricted records too")
                    : entry.hasKey ? Label("有钥匙", "key") : Label("没有钥匙", "no key")
                parts.append(key.spoken)
            }
            Console.out(PlainText.line(parts.joined(separator: "  ")))
        }
    }
}
