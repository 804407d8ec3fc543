import ArgumentParser
import Desk
import Printing

/// `beatbook types`.
struct TypesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "types", abstract: Label("可以记什么。", "What can be recorded.").spoken)
    }

    @OptionGroup var language: LanguageOption
    @OptionGroup var json: JSONOption

    func run() throws {
        var table = TextTable([])
        for type in Casework.types {
            if json.isOn {
                var members: [Value.Member] = [
                    .init("type", .text(type.id.rawValue)), .init("zh", .text(type.label.zh)),
                    .init("en", .text(type.label.en)), .init("about_person", .bool(type.describesPerson)),
                ]
                if let letter = type.numberLetter { members.append(.init("number_letter", .text(letter))) }
                Console.json(.object(members))
            } else {
                table.add([type.id.rawValue, type.label.zh, type.label.en])
            }
        }
        Layout.print(table)
    }
}
