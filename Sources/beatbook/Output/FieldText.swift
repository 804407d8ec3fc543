import Desk

/// A field's declaration in words and as JSON.
enum FieldText {
    /// The lines about a field.
    static func lines(_ field: FieldSpec, indent: String) -> [String] {
        var facts = [kind(field.kind)]
        switch field.required {
        case nil: break
        case .always?: facts.append(Label("必填", "required").spoken)
        case let condition?: facts.append(Label("必填条件 \(condition)", "required when \(condition)").spoken)
        }
        if let visible = field.visible { facts.append(Label("出现条件 \(visible)", "asked when \(visible)").spoken) }
        if field.sensitivity != .plain { facts.append(Label("隐藏", "hidden").spoken) }
        if field.isIndexed { facts.append(Label("可筛选", "filters").spoken) }
        var lines = ["\(indent)\(field.key)  \(field.label.spoken)  " + facts.joined(separator: "; ")]
        if let help = field.help { lines.append("\(indent)    \(help.spoken)") }
        for constraint in field.constraints {
            lines.append("\(indent)    \(constraint.condition)  \(constraint.message.spoken)")
        }
        if let codes = field.kind.codes {
            for row in codes.rows { lines.append("\(indent)    \(row.code)  \(row.label.spoken)") }
        }
        for column in field.columns { lines += self.lines(column, indent: indent + "    .") }
        return lines
    }

    /// A field as an object.
    static func object(_ field: FieldSpec) -> Value {
        var members: [Value.Member] = [
            .init("field", .text(field.key)), .init("zh", .text(field.label.zh)), .init("en", .text(field.label.en)),
            .init("kind", .text(field.kind.name)),
        ]
        switch field.kind {
        case .reference(let type), .references(let type): members.append(.init("to", .text(type.rawValue)))
        case .number(let unit?): members.append(.init("unit", .text(unit.en)))
        case .money: members.append(.init("unit", .text("0.01 CNY")))
        default: break
        }
        if let required = field.required { members.append(.init("required", .text("\(required)"))) }
        if let visible = field.visible { members.append(.init("visible", .text("\(visible)"))) }
        if field.sensitivity != .plain { members.append(.init("hidden", .bool(true))) }
        if field.isIndexed { members.append(.init("indexed", .bool(true))) }
        if !field.constraints.isEmpty {
            members.append(
                .init(
                    "constraints",
                    .list(
                        field.constraints.map {
                            .object([
                                .init("rule", .text("\($0.condition)")), .init("zh", .text($0.message.zh)),
                                .init("en", .text($0.message.en)),
                            ])
                        })))
        }
        if let codes = field.kind.codes {
            members.append(
                .init(
                    "codes",
                    .list(
                        codes.rows.map {
                            .object([
                                .init("code", .text($0.code)), .init("zh", .text($0.label.zh)),
                                .init("en", .text($0.label.en)),
                            ])
                        })))
        }
        if !field.columns.isEmpty { members.append(.init("columns", .list(field.columns.map(object)))) }
        return .object(members)
    }

    private static func kind(_ kind: FieldKind) -> String {
        switch kind {
        case .reference(let type), .references(let type): "\(kind.name) → \(type)"
        case .number(let unit?): "\(kind.name) \(unit.spoken)"
        default: kind.name
        }
    }
}
