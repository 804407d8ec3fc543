import ArgumentParser
import Desk
import Printing
import Transfer

/// `beatbook show ID`.
struct ShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Label("显示一条记录。", "Show a record.").spoken)
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var officer: OfficerOption
    @OptionGroup var json: JSONOption
    @OptionGroup var reveal: RevealOption
    @OptionGroup var reason: ReasonOption

    @Argument(help: ArgumentHelp(Label("编号。", "Identity or number.").spoken))
    var id: String

    func run() throws {
        let session = try Session(store, officer: officer)
        defer { session.finish() }
        let (record, type) = try session.opened(id, reason: reason.text)
        if reveal.isOn { try asking { () throws(DeskError) in try session.desk.reveal([record]) } }
        try session.takeOut([record], isJSON: json.isOn)
        guard !json.isOn else {
            return Console.json(RecordLines(showsMasked: reveal.isOn).object(record, type))
        }
        var particulars = [(label: Label("标识", "Identity"), text: record.id.rawValue)]
        if let latest = record.latest {
            let officer = session.desk.officerName(latest.officer)
            particulars.append((Label("最后修改", "Last changed"), "\(latest.moment.description) \(officer)"))
        }
        if let end = session.desk.retentionEnd(of: record) {
            particulars.append((Label("保留期限", "Kept"), end.label.spoken))
        }
        if let limit = record.limit { particulars.append((Label("限制处理", "Use limited"), limit.basis)) }
        if !record.conflicts.isEmpty {
            particulars.append(
                (Label("冲突", "Conflicts"), record.conflicts.map(\.rawValue).joined(separator: " ")))
        }
        let sheet = RecordSheet(
            record, type, title: session.desk.title(of: record, language: session.language), particulars: particulars,
            words: session.desk.words(session.language, showsMasked: reveal.isOn))
        var lines = sheet.text().split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { Console.out(String(line)) }
    }
}
