import Mustache

/// The text template of a record's sheet.
enum SheetTemplate {
    /// One line to a field needs no lining up, and so it survives every width and every face.
    static let source = """
        {{% CONTENT_TYPE:TEXT}}
        {{heading}}
        {{#particulars}}
          {{label}}{{colon}}{{text}}
        {{/particulars}}
        {{#sections}}

        {{label}}
        {{#lines}}
        {{indent}}{{label}}{{colon}}{{text}}
        {{#more}}
        {{indent}}  {{.}}
        {{/more}}
        {{/lines}}
        {{/sections}}

        """

    /// Fills the template in; without a template there is no sheet, and a test sees to it that there is one.
    static func text(_ sheet: RecordSheet) -> String {
        guard let template = try? MustacheTemplate(string: source) else { return "" }
        return template.render(sheet.context)
    }
}
