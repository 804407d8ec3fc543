public import Desk
import Mustache
public import Records

/// Everything held about one person as a document for that person: text, or HTML to print.
///
/// It says who gave it, when and why, and which rights the person has.
public struct SubjectSheet: Sendable {
    private let language: Language
    private let heading: String
    private let particulars: [RecordSheet.Line]
    private let sections: [Section]
    private let rights: String

    private struct Section: Sendable {
        let label: String
        let lines: [RecordSheet.Line]
    }

    /// Lays it out.
    ///
    /// - Parameters:
    ///   - file: what is held.
    ///   - words: how values are written; masked ones are shown, since they are the person's own.
    public init(_ file: SubjectFile, words: ValueText) {
        language = words.language
        func plain(_ label: Label) -> String { label[words.language] }
        heading = PlainText.line("\(plain(Label("本人信息查阅", "Information held about you")))  \(file.name)")
        var particulars = [
            RecordSheet.Line(label: plain(Label("提供单位", "Given by")), text: PlainText.line(file.room)),
            RecordSheet.Line(label: plain(Label("经办人", "Officer")), text: PlainText.line(file.officer)),
            RecordSheet.Line(label: plain(Label("提供时间", "On")), text: file.moment.description),
            RecordSheet.Line(label: plain(Label("申请事由", "Request")), text: PlainText.line(file.purpose)),
        ]
        if file.isPartial {
            particulars.append(
                RecordSheet.Line(
                    label: plain(Label("注意", "Note")),
                    text: plain(
                        Label("受限部分未打开，未包含在内。", "The restricted part was not open and is not included."))))
        }
        self.particulars = particulars
        sections = file.sections.map { section in
            Section(
                label: plain(section.type.label),
                lines: section.entries.enumerated().flatMap { number, entry in
                    Self.lines(entry, number + 1, section.type, words)
                })
        }
        rights = plain(
            Label(
                "您有权要求更正、补充、限制处理或删除上述信息（个人信息保护法44至47条）。其他人的信息已略去。",
                "You may ask for correction, completion, restriction or erasure of this (PIPL 44–47). Other people's data are left out."
            ))
    }

    private static func lines(
        _ entry: SubjectFile.Entry, _ number: Int, _ type: RecordType, _ words: ValueText
    ) -> [RecordSheet.Line] {
        let language = words.language
        func line(_ label: Label, _ text: String) -> RecordSheet.Line {
            RecordSheet.Line(label: label[language], text: PlainText.line(text))
        }
        var lines = [RecordSheet.Line(label: "\(number)", text: "")]
        let writer = SheetWriter(values: entry.values, words: words)
        lines += type.fields.filter { $0.visible?.holds(in: entry.values) ?? true }.flatMap(writer.lines)
        lines.append(line(Label("登记", "Recorded"), entry.made))
        for change in entry.changes {
            let fields = change.fields.map { $0[language] }.joined(separator: language == .zh ? "、" : ", ")
            lines.append(line(Label("更改", "Changed"), "\(change.moment.description) \(change.officer) \(fields)"))
        }
        if let end = entry.end { lines.append(line(Label("保留期限", "Kept"), end.label[language])) }
        if let limit = entry.limit { lines.append(line(Label("限制处理", "Use limited"), limit)) }
        return lines
    }

    /// The document as plain text.
    ///
    /// - Returns: the text, with a line end after every line.
    public func text() -> String { render(Self.textSource) }

    /// The document as a page of HTML that needs nothing else.
    ///
    /// - Returns: the page.
    public func html() -> String { render(Self.htmlSource) }

    private func render(_ source: String) -> String {
        guard let template = try? MustacheTemplate(string: source) else { return "" }
        let context: [String: Any] = [
            "language": language == .zh ? "zh-CN" : "en", "heading": heading,
            "colon": language == .zh ? "：" : ": ", "rights": rights,
            "particulars": particulars.map(\.context),
            "sections": sections.map { ["label": $0.label, "lines": $0.lines.map(\.context)] as [String: Any] },
        ]
        return template.render(context)
    }

    /// A record's sheet, and below it the rights.
    private static let textSource =
        SheetTemplate.source + """

            {{rights}}

            """

    private static let htmlSource = """
        <!DOCTYPE html>
        <html lang="{{language}}"><head><meta charset="utf-8"><title>{{heading}}</title>
        <style>body{font-family:serif;max-width:44em;margin:2em auto}dt{font-weight:bold}dd{margin:0 0 .4em 1em}</style>
        </head><body><h1>{{heading}}</h1><dl>
        {{#particulars}}
        <dt>{{label}}</dt><dd>{{text}}</dd>
        {{/particulars}}
        </dl>
        {{#sections}}
        <h2>{{label}}</h2><dl>
        {{#lines}}
        <dt>{{label}}</dt><dd>{{text}}{{#more}}<br>{{.}}{{/more}}</dd>
        {{/lines}}
        </dl>
        {{/sections}}
        <p>{{rights}}</p></body></html>

        """
}
