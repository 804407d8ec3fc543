import ArgumentParser
import Desk
import Printing

/// `beatbook fields TYPE`.
struct FieldsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "fields", abstract: Label("一种记录有哪些字段、编码和规则。", "The fields, codes and rules of a type.").spoken)
    }

    @OptionGroup var language: LanguageOption
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp(Label("记录种类。", "Which type.").spoken))
    var type: String

    func run() throws {
        let type = try Session.type(type)
        for field in type.fields {
            if json.isOn {
                Console.json(FieldText.object(field))
            } else {
                for line in FieldText.lines(field, indent: "") { Console.out(line) }
            }
        }
        for constraint in type.constraints where !json.isOn {
            Console.out(
                Label("规则：", "Rule: ").spoken + "\(constraint.condition.label.spoken)  " + constraint.message.spoken)
        }
    }
}
