import Desk
import Printing

/// Records as a table: number, title, the type's columns, identity.
enum RecordTable {
    static func show(_ records: [Record], _ type: RecordType, _ session: Session, showsMasked: Bool) {
        let language = session.language
        let words = session.desk.words(language, showsMasked: showsMasked)
        let columns = (type.title + type.columns).compactMap { type.field($0) }
        let hasNumber = type.numberLetter != nil
        let id = Label("编号", "No.").spoken
        var table = TextTable(
            hasNumber ? [id] + columns.map { $0.label[language] } : columns.map { $0.label[language] } + [id],
            whole: [hasNumber ? 0 : columns.count])
        for record in records {
            let values = record.values
            let cells = columns.map { words.text(of: values[$0.key], in: $0) }
            let name = session.name(of: record)
            table.add(hasNumber ? [name] + cells : cells + [name])
        }
        Layout.print(table)
    }
}
