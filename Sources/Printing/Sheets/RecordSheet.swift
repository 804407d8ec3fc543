import Mustache
public import Records

/// One record as a sheet of labelled lines, in the sections of its form.
public struct RecordSheet: Sendable {
    private let language: Language
    private let heading: String
    private let particulars: [Line]
    private let sections: [Section]

    /// Lays a record out.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - type: its declaration.
    ///   - title: what the record is called.
    ///   - particulars: lines that stand before the fields, such as its identity.
    ///   - words: puts values into words, and decides what is masked.
    public init(
        _ record: Record, _ type: RecordType, title: String, particulars: [(label: Label, text: String)] = [],
        words: ValueText
    ) {
        language = words.language
        heading = PlainText.line("\(type.label[words.language])  \(title)")
        self.particulars = particulars.map { Line(label: $0.label[words.language], text: PlainText.line($0.text)) }
        let values = record.values
        let writer = SheetWriter(values: values, words: words)
        var sections = type.sections.map { section in
            Section(
                label: section.label[words.language],
                lines: section.fields.filter { $0.visible?.holds(in: values) ?? true }.flatMap(writer.lines))
        }
        // A field that a newer version wrote is shown by its name rather than kept from the reader.
        let unknown = Set(values.paths.map(\.key)).union(values.rowKeys).filter { type.field($0) == nil }.sorted()
        sections.append(
            Section(
                label: Label("其他版本写入的内容", "Written by another version")[words.language],
                lines: unknown.flatMap(writer.unknown)))
        self.sections = sections.filter { !$0.lines.isEmpty }
    }

    /// The sheet as text.
    ///
    /// - Returns: lines with line ends.
    public func text() -> String { SheetTemplate.text(self) }

    /// What the template works on.
    var context: [String: Any] {
        [
            "heading": heading, "colon": language == .zh ? "：" : ": ",
            "particulars": particulars.map(\.context),
            "sections": sections.map { ["label": $0.label, "lines": $0.lines.map(\.context)] as [String: Any] },
        ]
    }

    struct Section: Sendable {
        let label: String
        let lines: [Line]
    }

    /// One labelled text; a text of several lines goes on below, indented.
    struct Line: Sendable {
        let label: String
        let text: String
        var more: [String] = []
        var isIndented = false

        var context: [String: Any] {
            ["label": label, "text": text, "more": more, "indent": isIndented ? "    " : "  "]
        }
    }
}
